"""What a command does: one literal table from its name to its handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue import (
    advising,
    choosing,
    firstaid,
    freetext_answers,
    interview,
    lens,
    naming,
    others,
    overrule,
    overview,
    unknowns,
    wording,
)
from bot.dialogue.state import Focus
from bot.dialogue.tap import key_from_argument
from bot.dialogue.turn import Turn
from bot.rules.model.answers import answer_key, chosen, split_key

Handler = Callable[[Turn, str], Turn]


# --- the doors ------------------------------------------------------------------------------


def greet(turn: Turn) -> Turn:
    """The opening: who this is, and three doors."""
    turn = turn.with_state(replace(turn.state, greeted=True))
    return _doors(turn, wording.GREETING)


def doors(turn: Turn, argument: str = "") -> Turn:
    """The doors again."""
    return _doors(turn, wording.DOORS_AGAIN)


def _doors(turn: Turn, text: str) -> Turn:
    return turn.focus(Focus("doors")).say(
        text,
        turn.command(wording.DOOR_HELP, "gedoe"),
        turn.command(wording.DOOR_ADVICE, "advies_vraag"),
        turn.command(wording.DOOR_QUESTION, "vraag_stellen"),
        turn.command(wording.DOOR_PRIVACY, "privacy"),
    )


def again_or_doors(turn: Turn) -> Turn:
    """Back to what was at hand, exactly once; to the doors when there was nothing."""
    kind = turn.state.focus.kind
    if kind in ("question", "divide"):
        return interview.again(turn)
    if kind == "pause":
        return unknowns.offer(turn)
    if kind == "confirm":
        return freetext_answers.confirm_again(turn)
    if kind == "lens":
        return lens.again(turn)
    if kind == "others":
        return others.again(turn)
    return turn


def home(turn: Turn) -> Turn:
    """Where a person is when nothing is asked: at the advice, or else at the doors."""
    if turn.state.focus.kind != "doors" and turn.state.project and turn.project.given:
        return advising.menu(turn)
    return doors(turn)


def _start_interview(turn: Turn, argument: str) -> Turn:
    if turn.state.project and turn.project.order:
        return overview.offer_resume(turn)
    turn = turn.say(wording.WELCOME_TO_INTERVIEW, shape="notice")
    return interview.proceed(turn)


def _advice(turn: Turn, argument: str) -> Turn:
    """The advice: now, when the questions are on the screen or it stood there already."""
    if turn.state.project is None or not turn.project.order:
        return _start_interview(turn, argument)
    if turn.state.focus.kind in ("question", "divide", "pause", "advice"):
        return advising.give(turn)
    return interview.proceed(turn)


def _advice_now(turn: Turn, argument: str) -> Turn:
    if turn.state.project is None or not turn.project.book.answers:
        return interview.proceed(turn.say(wording.ADVICE_NEEDS, shape="notice"))
    return advising.give(turn)


def _how_long(turn: Turn, argument: str) -> Turn:
    return again_or_doors(unknowns.how_long(interview.ensure_project(turn)))


def _new(turn: Turn, argument: str) -> Turn:
    before = turn.state.current
    had_answers = bool(turn.state.project and turn.project.order)
    if turn.state.project and not had_answers:
        return interview.proceed(turn)
    turn = interview.new_project(turn)
    if turn.state.current == before:
        return turn
    return interview.proceed(turn.say(wording.NEW_STARTED, shape="notice") if had_answers else turn)


# --- in the interview -----------------------------------------------------------------------


def _why(turn: Turn, argument: str) -> Turn:
    focus = turn.state.focus
    if focus.kind == "divide":
        division = turn.pack.division(focus.key)
        text = (division.why if division else "") or wording.WHY_FALLBACK
        return interview.again(turn.say(text, shape="notice"))
    if focus.kind == "others" and turn.is_busy:
        return others.explain(turn)
    if focus.kind != "question":
        if focus.kind == "advice":
            return advising.explain(turn)
        return again_or_doors(turn.say(wording.NOTHING_TO_EXPLAIN, shape="notice"))
    question = turn.question(focus.key)
    lines = [question.why or wording.WHY_FALLBACK]
    lines += [question.explanation] if question.explanation else []
    lines += [f"• {o.label}: {o.explanation}" for o in question.options if o.explanation]
    return interview.again(turn.say("\n".join(lines), shape="notice"))


def _skip(turn: Turn, argument: str) -> Turn:
    focus = turn.state.focus
    if focus.kind == "question":
        return interview.skip(turn, focus.key)
    if focus.kind == "others" and turn.is_busy:
        return others.answer(turn, interview.UNKNOWN_VALUE)
    return again_or_doors(turn)


def _unknown(turn: Turn, argument: str) -> Turn:
    focus = turn.state.focus
    if focus.kind == "question":
        return interview.choose(turn, focus.key, interview.UNKNOWN_VALUE)
    if focus.kind == "pause":
        return _continue(turn, "")
    if focus.kind == "lens":
        return lens.answer(turn, interview.UNKNOWN_VALUE)
    if focus.kind == "others" and turn.is_busy:
        return others.answer(turn, interview.UNKNOWN_VALUE)
    if focus.kind == "divide":
        return _divide(turn, interview.SAME_VALUE)
    return again_or_doors(turn)


def _divide(turn: Turn, argument: str) -> Turn:
    division = turn.pack.division(turn.state.focus.key)
    if turn.state.focus.kind != "divide" or division is None:
        return again_or_doors(turn.say(wording.OLD_BUTTON, shape="notice"))
    return interview.divide(turn, division, argument)


def _divide_again(turn: Turn, argument: str) -> Turn:
    division = turn.pack.division(argument)
    if division is None:
        return again_or_doors(turn.say(wording.OLD_BUTTON, shape="notice"))
    return interview.divide_again(turn, division)


def _change(turn: Turn, argument: str) -> Turn:
    key = key_from_argument(turn.pack, argument)
    if key is None or turn.pack.find_question(split_key(key)[0]) is None:
        return again_or_doors(turn.say(wording.OLD_BUTTON, shape="notice"))
    return interview.ask(turn, key)


def _put(turn: Turn, argument: str) -> Turn:
    """An answer to a question that is not at hand ("bedoel je dit?" – yes)."""
    question_id, _, option = argument.partition("/")
    found = turn.pack.find_question(question_id)
    if found is None or all(option != one.id for one in found.options):
        return again_or_doors(turn.say(wording.OLD_BUTTON, shape="notice"))
    return interview.settle(interview.ensure_project(turn), question_id, chosen(option))


def _name(turn: Turn, name: str) -> Turn:
    turn = interview.ensure_project(turn)
    return again_or_doors(naming.done(turn, name)) if name else naming.ask(turn)


def _continue(turn: Turn, argument: str) -> Turn:
    return interview.proceed(turn) if turn.state.project else doors(turn)


def _back(turn: Turn, argument: str) -> Turn:
    focus = turn.state.focus
    if focus.kind == "others" and focus.pending:
        return others.back(turn)
    if focus.kind == "lens":
        return lens.back(turn)
    if focus.kind in ("others", "pick"):
        return _continue(turn, "")
    return interview.back(turn) if turn.state.project else doors(turn)


def _deeper(turn: Turn, argument: str) -> Turn:
    return interview.proceed(turn.with_project(replace(turn.project, deeper=True)))


def _take_over(turn: Turn, argument: str) -> Turn:
    found = advising.change_at(turn, argument)
    if found is None:
        return turn.say(wording.OLD_BUTTON, shape="notice")
    change, cell = found
    keys = [
        (answer_key(turn.pack.question(id), cell), answer) for id, answer in change.answers.items()
    ]
    return interview.proceed(interview.keep(turn, keys))


# --- yes and no -----------------------------------------------------------------------------


def _yes(turn: Turn, argument: str) -> Turn:
    kind = turn.state.focus.kind
    if kind == "confirm":
        return freetext_answers.accept(turn)
    if kind == "forget":
        return overview.forget(turn)
    if kind in ("resume", "pause"):
        return _continue(turn, "")
    return again_or_doors(turn)


def _no(turn: Turn, argument: str) -> Turn:
    kind = turn.state.focus.kind
    if kind == "confirm":
        return freetext_answers.which_wrong(turn)
    if kind == "forget":
        return _keep_data(turn, "")
    if kind == "resume":
        return overview.restart(turn)
    return again_or_doors(turn)


def _here(turn: Turn, argument: str) -> Turn:
    return again_or_doors(turn)


def _keep_data(turn: Turn, argument: str) -> Turn:
    return turn.focus(Focus("doors")).say(wording.KEPT)


def _faq(turn: Turn, argument: str) -> Turn:
    return again_or_doors(firstaid.answer_faq(turn, argument))


def _chapters(turn: Turn, argument: str) -> Turn:
    return firstaid.chapters(turn, int(argument) if argument.isdigit() else 0)


def _stop(turn: Turn, argument: str) -> Turn:
    kept = any(project.order for project in turn.state.projects)
    return turn.focus(Focus("doors")).say(wording.STOPPED if kept else wording.STOPPED_EMPTY)


def _doors_or_resume(turn: Turn, argument: str = "") -> Turn:
    if turn.state.project and turn.project.order and turn.state.focus.kind != "doors":
        return overview.offer_resume(turn)
    return doors(turn)


# --- whose rules ----------------------------------------------------------------------------


def _packs(turn: Turn, argument: str) -> Turn:
    id = choosing.match(choosing.titles(turn.shelf), argument)
    return _use_pack(turn, id) if id else choosing.choose(turn, argument)


def _use_pack(turn: Turn, id: str) -> Turn:
    if not choosing.exists(turn.shelf, id):
        return choosing.unknown(turn, id, "gebruik")
    turn = choosing.use(turn, id)
    if turn.state.project and turn.project.order:
        return overview.offer_resume(turn)
    return doors(turn) if turn.state.greeted else greet(turn)


def _others(turn: Turn, argument: str) -> Turn:
    id = choosing.match(choosing.titles(turn.shelf), argument)
    return others.start(turn, id) if id else others.choose(turn, argument)


def _others_answer(turn: Turn, argument: str) -> Turn:
    done = others.tapped(turn, argument)
    if done is not None:
        return done
    turn = turn.say(wording.OLD_BUTTON, shape="notice")
    return others.again(turn) if turn.is_busy else _continue(turn, "")


ALWAYS: Mapping[str, Handler] = {
    "gedoe": lambda turn, _: firstaid.help_now(turn),
    "advies_vraag": _start_interview,
    "vraag_stellen": lambda turn, _: firstaid.ask_me(turn),
    "privacy": lambda turn, _: again_or_doors(turn.say(wording.PRIVACY)),
    "advies": _advice,
    "nieuw": _new,
    "opnieuw": lambda turn, _: overview.restart(turn),
    "advies_nu": _advice_now,
    "hoe_lang": _how_long,
    "later_verder": lambda turn, _: again_or_doors(unknowns.later(turn)),
    "terug": _back,
    "overzicht": lambda turn, _: overview.overview(turn),
    "verander": lambda turn, _: overview.overview(turn),
    "waarom": _why,
    "ehbo": _chapters,
    "hoofdstuk": firstaid.chapter,
    "lees": firstaid.whole_chapter,
    "mens": lambda turn, _: again_or_doors(firstaid.human(turn)),
    "hulp": lambda turn, _: again_or_doors(turn.say(wording.HELP)),
    "gegevens": lambda turn, _: overview.my_data(turn),
    "verwijder": lambda turn, _: overview.ask_forget(turn),
    "wis": lambda turn, _: overview.forget(turn),
    "bewaar": _keep_data,
    "stop": _stop,
    "begroet": _doors_or_resume,
    "bedankt": lambda turn, _: again_or_doors(turn.say(wording.THANKED, shape="notice")),
    "ja": _yes,
    "nee": _no,
    "vraag": _faq,
    "helpt": lambda turn, _: again_or_doors(turn.say(wording.FAQ_GLAD, shape="notice")),
    "helpt_niet": lambda turn, _: again_or_doors(firstaid.human(turn)),
    "verder": _continue,
    "zet": _put,
    "geen_van_deze": _here,
    "hier": _here,
    "naam": _name,
    "pakket": _packs,
    "gebruik": _use_pack,
    "overslaan": _skip,
    "weet_niet": _unknown,
}
"""Commands that work in every state."""

WITH_PROJECT: Mapping[str, Handler] = {
    "deel": _divide,
    "herdeel": _divide_again,
    "wijzig": _change,
    "wissel": lambda turn, _: overview.switch(turn, turn.state.current),
    "dieper": _deeper,
    "waarom_niet": lambda turn, _: advising.explain(turn),
    "wat_als": advising.what_if,
    "neem_over": _take_over,
    "bril": lambda turn, eyes: lens.start(turn, eyes) if eyes else lens.choose_eyes(turn),
    "ogen": lens.start,
    "bril_over": lambda turn, _: lens.take_over(turn),
    "andere": _others,
    "zou": others.start,
    "zegt": _others_answer,
    "stoelen": lambda turn, _: advising.chairs(turn),
    "notitie": lambda turn, _: advising.note(turn),
    "anders": lambda turn, _: overrule.choose_form(turn),
    "ik_kies_anders": lambda turn, _: overrule.choose_form(turn),
    "kies": overrule.ask_reason,
    "zonder_reden": lambda turn, _: overrule.done(turn, ""),
    "klopt": _yes,
    "klopt_niet": lambda turn, _: freetext_answers.which_wrong(turn),
    "niet_dit": freetext_answers.drop_one,
    "laat_maar": lambda turn, _: freetext_answers.drop_all(turn),
}
"""Commands about a project: without one they lead to the doors."""


def run(turn: Turn, name: str, argument: str = "") -> Turn | None:
    """What this command does, or None when there is no such command."""
    if handler := ALWAYS.get(name):
        return handler(turn, argument)
    if handler := WITH_PROJECT.get(name):
        return handler(turn, argument) if turn.state.project else doors(turn)
    return None
