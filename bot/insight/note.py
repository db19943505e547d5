"""The note: half a page of Markdown to forward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.insight import dates
from bot.insight.advice import (
    Advised,
    CellAdvice,
    cell_name,
    form_name,
    in_pack_order,
    label,
    sentence,
)
from bot.insight.origin import origin_line
from bot.insight.phrases import capital
from bot.rules.answers import Cell, split_key
from bot.rules.compile import Compiled
from bot.rules.pack import Form, Pack


@dataclass(frozen=True, slots=True)
class NoteExtras:
    """What the note holds besides the advice; ``overruled``: the form chosen, and why."""

    title: str
    day: date
    overruled: tuple[str, str] | None = None


def write_note(compiled: Compiled, advised: Advised, extras: NoteExtras) -> str:
    """The note as Markdown."""
    pack = compiled.pack
    own = pack.form(extras.overruled[0]) if extras.overruled else None
    form = own or advised.main.form
    sections = [
        (f"# Notitie samenwerking: {extras.title}", [_origin(pack, extras)]),
        ("## Advies", _advice(advised)),
        ("## Onze keuze", _choice(pack, extras)),
        ("## Waarom", [f"- {reason}" for reason in advised.reasons]),
        ("## Wat we beloven", _promise(form)),
        ("## Wie beslist en wie doet wat", _roles(form)),
        ("## Vooraf vast te leggen", _fixed_first(form)),
        ("## Waar we op letten", _concerns(advised)),
        ("## Eerste stappen", _steps(form)),
        ("## Terugkoppelen en leren", _learning(form)),
        ("## Nog uit te zoeken", list(_homework(advised))),
        ("## Onze antwoorden", list(_answers(advised))),
        ("## Bronnen", list(_sources(advised))),
    ]
    parts = ["\n".join([head, "", *lines]) for head, lines in sections if lines]
    return "\n\n".join(parts) + "\n"


def _origin(pack: Pack, extras: NoteExtras) -> str:
    day = dates.in_words(extras.day)
    whose = f"De regels zijn van {origin}. " if (origin := origin_line(pack)) else ""
    return (
        f"Gemaakt met de Samenwerkwijzer op {day}, pakket “{pack.title}” (versie {pack.version}). "
        f"{whose}Dit is een advies van een automatische adviseur. De gemeente beslist."
    )


def _advice(advised: Advised) -> list[str]:
    return [f"- {_cell(advised, cell)}" for cell in advised.cells]


def _cell(advised: Advised, cell: CellAdvice) -> str:
    name = cell_name(advised.pack, cell.cell)
    form = cell.form
    text = f"{form.headline} ({form.name})" if form else "geen passende vorm gevonden"
    start = f"{name}: " if name else ""
    if cell.certain:
        return start + text + "."
    others = ", ".join(form_name(advised.pack, str(one.outcome)) for one in cell.likely[1:])
    return f"{start}waarschijnlijk past: {text}. Ook mogelijk: {others}."


def _choice(pack: Pack, extras: NoteExtras) -> list[str]:
    if extras.overruled is None:
        return []
    outcome, reason = extras.overruled
    return [f"Wij kiezen voor {form_name(pack, outcome)}. Reden: {reason}"]


def _promise(form: Form | None) -> list[str]:
    if form is None or not form.promise:
        return []
    lines = [f"- Zo zeggen we het: “{form.promise}”"]
    return [*lines, f"- Niet zo: “{form.not_promise}”"] if form.not_promise else lines


_WHO = {
    "inwoner": "Inwoner",
    "ambtenaar": "Ambtenaar",
    "college": "College",
    "raad": "Raad",
    "ondernemer": "Ondernemer",
}
_OWNER = {"vraag": "De vraag is van", "besluit": "Het besluit is van", "uitvoering": "Uitvoering"}


def _roles(form: Form | None) -> list[str]:
    if form is None:
        return []
    owners = [f"- {_OWNER.get(what, what)}: {who}." for what, who in form.owner.items()]
    return owners + [f"- {_WHO.get(who, who)}: {role}" for who, role in form.roles.items()]


def _fixed_first(form: Form | None) -> list[str]:
    if form is None:
        return []
    return [f"- {text}" for text in (form.council_first, form.honest) if text]


def _concerns(advised: Advised) -> list[str]:
    lines = []
    for concern in advised.concerns:
        start = "Moet van de wet: " if concern.duty else ""
        moment = f"{capital(concern.moment)}: " if concern.moment else ""
        lines.append(f"- {start}{concern.text} {moment}{concern.do}".rstrip())
    return lines


def _steps(form: Form | None) -> list[str]:
    steps = form.first_steps if form else ()
    return [f"{number}. {step}" for number, step in enumerate(steps, 1)]


def _learning(form: Form | None) -> list[str]:
    if form is None:
        return []
    return [f"- {text}" for text in (form.feedback, form.evaluation) if text]


def _homework(advised: Advised) -> Iterable[str]:
    for _, question, answer in in_pack_order(advised.pack, advised.book):
        if answer.status == "given":
            continue
        whom = f" Vraag het na bij {question.ask_whom}." if question.ask_whom else ""
        how = f" {question.how_to_find_out}" if question.how_to_find_out else ""
        yield f"- {question.name.rstrip('?.')}.{whom}{how}"


def _answers(advised: Advised) -> Iterable[str]:
    for key, question, answer in in_pack_order(advised.pack, advised.book):
        if answer.status == "given":
            piece = cell_name(advised.pack, Cell(part=split_key(key)[1])).lower()
            name = question.name.rstrip("?.") + (f" ({piece})" if piece else "")
            told = label(question, answer) if question.kind == "number" else ""
            yield f"- {name}: {told or sentence(question, answer) or label(question, answer)}"


def _sources(advised: Advised) -> Iterable[str]:
    ids: list[str] = []
    for concern in advised.concerns:
        ids += concern.sources
    for reason in advised.rows:
        ids += reason.sources
    for id in dict.fromkeys(ids):
        if source := advised.pack.source(id):
            seen = f" (gelezen op {dates.in_words(source.seen_on)})" if source.seen_on else ""
            yield f"- {source.title}{seen}{': ' + source.url if source.url else ''}"
