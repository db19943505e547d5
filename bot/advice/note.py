"""The note: half a page of Markdown to forward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.advice.advice import Advised, CellAdvice, in_pack_order
from bot.advice.ask_first import first_call
from bot.advice.origin import origin_line
from bot.advice.owners import owner_lines
from bot.rules.diagram.compile import Compiled
from bot.rules.model.content import Form
from bot.rules.model.pack import Concern, Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import kind_of
from bot.words import dates
from bot.words.names import cell_name, label, outcome_name, piece_name, sentence
from bot.words.phrases import capital, small


@dataclass(frozen=True, slots=True)
class NoteExtras:
    """What the note holds besides the advice; ``overruled``: the form chosen, and why."""

    title: str
    day: date
    overruled: tuple[str, str] | None = None


def write_note(compiled: Compiled, advised: Advised, extras: NoteExtras) -> str:
    """The note as Markdown. What is promised and done follows the form that was chosen; while too
    little is known for any form, the note says what to find out instead."""
    pack = compiled.pack
    own = _own_form(advised, extras)
    form = own or (None if advised.ask_first else advised.main.form)
    sections = [
        (f"# Notitie samenwerking: {extras.title}", [_made(extras)]),
        ("## Jullie keuze", _choice(advised, own, extras)),
        ("## Advies", list(_advice(advised))),
        (_why_head(advised, own), _why(advised)),
        ("## Wat jullie beloven", _promise(form)),
        ("## Wie beslist en wie doet wat", _roles(form)),
        ("## Vooraf vast te leggen", _fixed_first(form)),
        ("## Waar jullie op letten", [_concern(concern) for concern in advised.concerns]),
        ("## Eerste stappen", _steps(own, advised)),
        ("## Terugkoppelen en leren", _learning(form)),
        ("## Nog uit te zoeken", list(_homework(advised))),
        ("## Jullie antwoorden", list(_answers(advised))),
        ("## Bronnen", list(_sources(advised))),
    ]
    parts = ["\n".join([head, "", *lines]) for head, lines in sections if lines]
    return "\n\n".join([*parts, _rules(pack, advised)]) + "\n"


def _own_form(advised: Advised, extras: NoteExtras) -> Form | None:
    """The form that was chosen instead of the advice; none when both are the same."""
    if extras.overruled is None:
        return None
    same = extras.overruled[0] == advised.main.outcome and not advised.ask_first
    return None if same else advised.pack.form(extras.overruled[0])


def _made(extras: NoteExtras) -> str:
    day = dates.in_words(extras.day)
    return (
        f"Gemaakt met de Samenwerkwijzer op {day}. Dit is een advies van een automatische "
        "adviseur. De gemeente beslist."
    )


def _rules(pack: Pack, advised: Advised) -> str:
    """The last line: by which rules this was decided, for who wants to check it."""
    whose = f"De regels zijn van {origin}. " if (origin := origin_line(pack)) else ""
    rules = f"Regels: {', '.join(advised.rules)} · pakket" if advised.rules else "Pakket"
    return f"_{whose}{rules} {pack.title} · versie {pack.version}_"


def _choice(advised: Advised, own: Form | None, extras: NoteExtras) -> list[str]:
    if own is None or extras.overruled is None:
        return []
    reason = extras.overruled[1]
    advice = ": kies nog geen vorm" if advised.ask_first else f" {_advised_name(advised)}"
    lines = [f"Jullie kozen {own.name}. Ons advies was{advice}."]
    lines += ["", f"Jullie reden: {reason}"] if reason else []
    needs = [f"- {need}" for need in own.fits]
    return [*lines, *(["", "Dan moet wel kloppen:", "", *needs] if needs else [])]


def _why_head(advised: Advised, own: Form | None) -> str:
    return f"## Waarom ons advies {_advised_name(advised)} was" if own else "## Waarom"


def _why(advised: Advised) -> list[str]:
    return [] if advised.ask_first else [f"- {reason}" for reason in advised.reasons]


def _advised_name(advised: Advised) -> str:
    return outcome_name(advised.pack, advised.main.outcome)


def _advice(advised: Advised) -> Iterable[str]:
    if not advised.ask_first:
        yield from (f"- {_cell(advised, cell)}" for cell in advised.cells)
        return
    yield "Kies nog geen vorm: er is nog te veel onbekend."
    yield first_call(advised.ask_first)
    yield ""
    yield from (f"- {_to_ask(question)}" for question in advised.ask_first)


def _cell(advised: Advised, cell: CellAdvice) -> str:
    name = cell_name(advised.pack, cell.cell)
    form = cell.form
    text = f"{form.headline} ({form.name})" if form else "geen passende vorm gevonden"
    if cell.certain:
        return capital(f"{name}: {text}." if name else f"{text}.")
    sure = "nog niet zeker. Het meest lijkt het op" if cell.is_a_guess else "waarschijnlijk past"
    start = f"{name}: {sure}" if name else capital(sure)
    others = [outcome_name(advised.pack, str(one.outcome)) for one in cell.likely[1:4]]
    return f"{start}: {text}. Ook mogelijk: {', '.join(others)}."


def _promise(form: Form | None) -> list[str]:
    if form is None or not form.promise:
        return []
    lines = [f"- Zo zeg je het: “{form.promise}”"]
    return [*lines, f"- Niet zo: “{form.not_promise}”"] if form.not_promise else lines


def _roles(form: Form | None) -> list[str]:
    if form is None:
        return []
    owners = [f"- {line}" for line in owner_lines(form)]
    return owners + [f"- {capital(who)}: {small(role)}" for who, role in form.roles.items()]


def _fixed_first(form: Form | None) -> list[str]:
    if form is None:
        return []
    return [f"- {text}" for text in (form.council_first, form.honest) if text]


def _concern(concern: Concern) -> str:
    start = "Moet van de wet: " if concern.duty else ""
    moment = f"{capital(concern.moment)}: {small(concern.do)}" if concern.moment else concern.do
    return f"- {start}{small(concern.text) if start else concern.text} {moment}".rstrip()


def _steps(own: Form | None, advised: Advised) -> list[str]:
    """The steps of the form that was chosen; else those that the advice itself showed."""
    steps = own.first_steps if own else () if advised.ask_first else advised.steps
    return [f"{number}. {step}" for number, step in enumerate(steps, 1)]


def _learning(form: Form | None) -> list[str]:
    if form is None:
        return []
    return [f"- {text}" for text in (form.feedback, form.evaluation) if text]


def _homework(advised: Advised) -> Iterable[str]:
    for _, question, answer in in_pack_order(advised.pack, advised.book):
        if answer.status != "given" and question not in advised.ask_first:
            yield f"- {_to_ask(question)}"


def _to_ask(question: Question) -> str:
    """A question to find out, with whom knows it and how."""
    whom = f" Vraag het na bij {question.ask_whom}." if question.ask_whom else ""
    how = f" {question.how_to_find_out}" if question.how_to_find_out else ""
    return f"{_as_sentence(question.name)}{whom}{how}"


def _as_sentence(text: str) -> str:
    """A text that ends as a sentence does, once."""
    return text if text.endswith(("?", ".", "!")) else f"{text}."


def _answers(advised: Advised) -> Iterable[str]:
    for key, question, answer in in_pack_order(advised.pack, advised.book):
        if answer.status == "given":
            piece = piece_name(advised.pack, key).lower()
            name = question.name.rstrip("?.") + (f" ({piece})" if piece else "")
            told = label(question, answer) if kind_of(question).is_free else ""
            told = told or sentence(question, answer) or label(question, answer)
            yield f"- {name}? {told}" if "?" in question.name else f"- {name}: {small(told)}"


def _sources(advised: Advised) -> Iterable[str]:
    ids: list[str] = []
    for concern in advised.concerns:
        ids += concern.sources
    for reason in () if advised.ask_first else advised.rows:
        ids += reason.sources
    for id in dict.fromkeys(ids):
        if source := advised.pack.source(id):
            seen = f" (gelezen op {dates.in_words(source.seen_on)})" if source.seen_on else ""
            yield f"- {source.title}{seen}{': ' + source.url if source.url else ''}"
