"""One case through several packs, as text for a policy officer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from bot.advice.advice import LADDER
from bot.advice.beside import (
    Difference,
    SideBySide,
    Verdict,
    View,
    reason_texts,
    rung_place,
)
from bot.advice.origin import origin_line, scope, short_name
from bot.rules.model.questions.question import Question
from bot.words.names import cell_name, label, outcome_name

WIDTH = 96
MOST_REASONS, MOST_OPEN, MOST_OUTCOMES, MOST_TAKEN = 4, 5, 5, 6


def text_of(case: str, title: str, pieces: Iterable[SideBySide], *, full: bool) -> str:
    """Every piece of a case, those that come out alike together; then the packs that know nothing.

    A piece is a line per pack, from much to little influence: where it stands, and one reason. In
    full it is the ladder, then pack by pack: what, why, what is open, and what differs from one's
    own.
    """
    show = _piece if full else _short_piece
    alike: dict[str, list[SideBySide]] = {}
    for piece in pieces:
        alike.setdefault("\n".join(show(piece)), []).append(piece)
    head = ": ".join(filter(None, (case or "Geval", title)))
    lines = [head, "=" * min(len(head), WIDTH), ""]
    for body, same in alike.items():
        names = [name for one in same if (name := cell_name(one.own.pack, one.cell).lower())]
        lines += [*([_about(names), ""] if names else []), body, ""]
    first = next(iter(alike.values()))[0]
    blind = [view for view in first.others if not view.answers]
    if blind and full:
        lines.append("Deze kaders delen geen vraag met jouw antwoorden. Dit vragen ze:")
        lines += map(_blind, blind)
    elif blind:
        unknown = ", ".join(short_name(view.pack.title) for view in blind)
        lines += [
            *_wrapped(f"Deze kaders delen geen vraag met jouw antwoorden: {unknown}.", ""),
            "",
        ]
    if not full:
        lines.append(MORE)
    return "\n".join(lines).rstrip()


MORE = "Met --uitgebreid erachter zie je ook wat elk kader nog vraagt, en waar het verschil zit."


def _short_piece(piece: SideBySide) -> Iterator[str]:
    knowing = [piece.own, *(view for view in piece.others if view.answers)]
    yield "Van veel naar weinig invloed van inwoners:"
    for view in sorted(knowing, key=_height, reverse=True):
        whose = ", jouw kader" if view is piece.own else ""
        yield textwrap.shorten(_line(view, whose), WIDTH, placeholder="…")
    if any(not view.main.certain for view in knowing):
        yield "(?) is nog niet zeker: dat hangt af van wat dat kader ook vraagt."


def _height(view: View) -> tuple[int, bool]:
    """Where the likeliest outcome stands; what is certain before what is not."""
    return view.main.rung_of_likeliest, view.main.certain


def _line(view: View, whose: str) -> str:
    place = view.main.rung_of_likeliest
    sure = view.main.certain
    form = outcome_name(view.pack, view.main.likely[0].outcome)
    reasons = reason_texts(view, view.main)
    why = f" {reasons[0]}" if reasons and sure else ""
    if not sure and view.open:
        why = f" Vraagt ook: {_bare(view.open[0])}?"
    told = f"{form}{'' if sure else ' (?)'}.{why}"
    return f"{place or '-'} {short_name(view.pack.title)}{whose}: {told}"


def _about(names: list[str]) -> str:
    return f"--- Over: {'; '.join(names)} ---"


def _piece(piece: SideBySide) -> Iterator[str]:
    knowing = [view for view in piece.others if view.answers]
    yield from _ladder([piece.own, *knowing])
    yield ""
    yield from _view(piece.own)
    for view in knowing:
        yield ""
        yield from _view(view)
        yield from _differs(piece, view)


# --- the ladder -------------------------------------------------------------------------------


def _ladder(views: list[View]) -> Iterator[str]:
    yield "Op één ladder, van veel naar weinig invloed van inwoners:"
    wide = max(map(len, LADDER))
    for rung in reversed(LADDER[1:]):
        names = [_on_rung(view) for view in views if rung in view.main.rungs]
        yield f"  {rung_place(rung)} {rung:{wide}}  {', '.join(names)}".rstrip()
    beside = [short_name(view.pack.title) for view in views if not view.main.rungs]
    if beside:
        yield from _wrapped(f"Staat niet op deze ladder: {', '.join(beside)}.")
    if any(not view.main.certain for view in views if view.main.rungs):
        yield "  (?) hangt nog af van wat dat kader ook vraagt"


def _on_rung(view: View) -> str:
    return short_name(view.pack.title) + ("" if view.main.certain else " (?)")


# --- one pack ---------------------------------------------------------------------------------


def _view(view: View) -> Iterator[str]:
    name = short_name(view.pack.title)
    if len(view.verdicts) == 1:
        yield from _wrapped(f"{name}: {_outcomes(view, view.main)}", "")
    else:
        yield f"{name}:"
        for verdict in view.verdicts:
            told = f"{verdict.title or verdict.advice.decision}: {_outcomes(view, verdict)}"
            yield from _wrapped(told)
    if origin := origin_line(view.pack):
        yield from _wrapped(f"Van {origin}.")
        yield from _wrapped(scope(view.pack))
    reasons = [text for verdict in view.verdicts for text in reason_texts(view, verdict)]
    for text in list(dict.fromkeys(reasons))[:MOST_REASONS]:
        yield from _wrapped(f"• {text}")
    if view.open:
        yield from _wrapped(f"Dit kader vraagt ook: {_questions(view)}")


def _outcomes(view: View, verdict: Verdict) -> str:
    names = [outcome_name(view.pack, likely.outcome) for likely in verdict.likely]
    if verdict.certain:
        return names[0]
    if len(names) > MOST_OUTCOMES:
        names = [*names[: MOST_OUTCOMES - 1], f"nog {len(names) - MOST_OUTCOMES + 1} andere"]
    return f"nog niet zeker ({', '.join(names[:-1])} of {names[-1]})"


def _questions(view: View) -> str:
    rest = len(view.open) - MOST_OPEN
    return _named(view.open[:MOST_OPEN]) + (f" En nog {rest}." if rest > 0 else "")


def _bare(question: Question) -> str:
    return question.name.rstrip("?: ")


def _blind(view: View) -> str:
    name = short_name(view.pack.title)
    return textwrap.shorten(f"  • {name}: {_questions(view)}", WIDTH, placeholder="…")


# --- what differs -----------------------------------------------------------------------------


def _differs(piece: SideBySide, other: View) -> Iterator[str]:
    own, found = piece.own, piece.difference(other)
    name = short_name(other.pack.title)
    asked = {id: other.pack.question(id) for id in other.answers}
    taken = [f"{_bare(q)}: {label(q, other.answers[id]).lower()}" for id, q in asked.items()]
    rest = f"; en nog {len(taken) - MOST_TAKEN}" if len(taken) > MOST_TAKEN else ""
    yield from _wrapped(f"Overgenomen van jou: {'; '.join(taken[:MOST_TAKEN])}{rest}.")
    apart = rungs_apart(found, short_name(own.pack.title))
    if found.least is None:
        apart = _unknown_gap(own, other)
    yield from _wrapped(f"Verschil: {apart}.")
    if found.only_here:
        only = _named(found.only_here)
        yield from _wrapped(f"Hierop rust jouw advies, en {name} vraagt het niet: {only}")
    if found.only_there:
        only = _named(found.only_there)
        yield from _wrapped(f"Hierop rust {name}, en jouw kader vraagt het niet: {only}")


def _named(questions: Iterable[Question]) -> str:
    return " ".join(f"{_bare(question)}?" for question in questions)


def _unknown_gap(own: View, other: View) -> str:
    off = [view for view in (own, other) if not view.main.rungs]
    return {
        0: "dat hangt af van wat nog open is",
        1: "één van de twee staat niet op de ladder",
        2: "ze staan allebei niet op de ladder",
    }[len(off)]


def rungs_apart(found: Difference, own: str) -> str:
    """How far apart two packs stand, as far as that is known."""
    least, most = found.least or 0, found.most or 0
    if least == most == 0:
        return f"geen, het is even veel invloed als bij {own}"
    if least == most:
        return f"{_steps(abs(least))} {_direction(least)} dan {own}"
    if least < 0 < most:
        return "dat hangt af van wat dat kader ook vraagt"
    near, far = sorted((abs(least), abs(most)))
    return f"{near} tot {_steps(far)} {_direction(least + most)} dan {own}"


def _steps(count: int) -> str:
    return "1 trede" if count == 1 else f"{count} treden"


def _direction(steps: int) -> str:
    return "meer" if steps > 0 else "minder"


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    hanging = indent + ("  " if text.startswith("• ") or not indent else "    ")
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=hanging)
