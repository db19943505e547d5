"""One page with a whole pack: to read, to print, or to hand to a council. It needs no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.advice.origin import origin_line
from bot.rules.diagram.compile import Compiled
from bot.rules.model.content import Form, KnownFlaw, Source
from bot.rules.model.decisions.decision import Decision
from bot.words.dates import in_words
from bot.words.names import cell_name
from bot.words.phrases import capital, either
from bot.workbench.teken import listings, wording
from bot.workbench.teken.graph import draw_graph, kind_of, looks_at, place_of
from bot.workbench.teken.html import Html, bullets, dot, el, join, paragraphs, table
from bot.workbench.teken.reach import Reach
from bot.workbench.teken.sheets import Sheets
from bot.workbench.teken.standing import Standing
from bot.workbench.teken.style import COLOURS, DRAWING, PAGE


def write_page(compiled: Compiled, reach: Reach, case: Standing | None, day: date) -> str:
    """The page as HTML."""
    pack = compiled.pack
    sheets = Sheets(compiled, reach, case)
    top = _top(sheets, day)
    sections = [part for part in _sections(sheets) if part[2]]
    links = [el("li", el("a", title, href=f"#{id}")) for id, title, _ in sections]
    body = [
        el("section", el("h2", title, id=f"{id}-kop"), inside, id=id, aria_labelledby=f"{id}-kop")
        for id, title, inside in sections
    ]
    made = wording.MADE_WITH.format(in_words(day), pack.id, pack.version)
    whole = el(
        "body",
        el("a", wording.SKIP, klass="spring", href="#inhoud"),
        el("header", top),
        el("main", el("nav", el("ul", *links), aria_label=wording.CONTENTS), *body, id="inhoud"),
        el("footer", el("p", made)),
    )
    return document(pack.title, whole, COLOURS + DRAWING + PAGE)


def document(title: str, body: Html, style: str) -> str:
    """A whole HTML document, with nothing to fetch."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("style", Html(style)),
    )
    return f"<!doctype html>\n{el('html', head, body, lang='nl')}\n"


def _sections(sheets: Sheets) -> Iterator[tuple[str, str, Html]]:
    """Id, title and content of every section; those without content are left out."""
    pack = sheets.compiled.pack
    yield "wat", wording.WHAT, _what(sheets)
    yield "project", wording.PROJECT, _project(sheets) if sheets.case else Html("")
    yield "beeld", wording.WHOLE, _whole(sheets)
    yield "vragen", wording.QUESTIONS, table(listings.questions(sheets))
    yield "besluiten", wording.DECISIONS, join(_decision(sheets, d) for d in pack.decisions)
    yield "vormen", wording.FORMS, _forms(sheets)
    concerns = table(listings.concerns(sheets)) if pack.concerns else Html("")
    yield "letop", wording.CONCERNS, concerns
    yield "voorbeelden", wording.EXAMPLES, _examples(sheets)
    unclear = join(el("p", wording.UNCLEAR_TEXT), bullets(pack.unclear))
    yield "onduidelijk", wording.UNCLEAR, unclear if pack.unclear else Html("")
    yield "gebreken", wording.FLAWS, _flaws(sheets)
    yield "bronnen", wording.SOURCES, bullets_of([_source(source) for source in _used(sheets)])


def _top(sheets: Sheets, day: date) -> Html:
    pack, facts = sheets.compiled.pack, wording.FACT_NAMES
    origin = pack.provenance
    contact = pack.contact
    rows = {
        facts["origin"]: origin_line(pack),
        facts["source"]: sheets.sources(origin.sources) if origin else "",
        facts["id"]: pack.id,
        facts["version"]: pack.version,
        facts["made"]: in_words(day),
        facts["checked"]: in_words(pack.checked_on) if pack.checked_on else "",
        facts["contact"]: ", ".join(filter(None, (contact.name, contact.channel)))
        if contact
        else "",
    }
    listed = [join(el("dt", name), el("dd", told)) for name, told in rows.items() if told]
    return join(
        el("p", wording.KICKER, klass="k"),
        el("h1", pack.title),
        paragraphs([pack.description, origin.explanation if origin else ""]),
        el("dl", *listed, klass="feiten"),
    )


def _what(sheets: Sheets) -> Html:
    reach = sheets.reach
    counts = {
        "regel": sum(1 for dead in reach.rules.values() if dead.state != "expired"),
        "uitkomst": sum(map(len, reach.outcomes.values())),
        "vraag": len(reach.questions),
    }
    dead = [wording.count(name, number) for name, number in counts.items() if number]
    found = wording.SOME_DEAD.format(", ".join(dead)) if dead else wording.ALL_REACHED
    holes = {o for a in sheets.compiled.pack.advices for o in reach.unnamed[a.decision]}
    more = [told for outcome, told in wording.UNNAMED.items() if outcome in holes]
    return el("div", paragraphs((*wording.WHAT_TEXT, found, *more)), klass="doos")


def _project(sheets: Sheets) -> Html:
    case, pack = sheets.case, sheets.compiled.pack
    assert case is not None
    decision = pack.advices[0].decision
    parts = []
    for number, (cell, possible) in enumerate(
        zip(case.book.cells, case.outcomes[decision], strict=True), 1
    ):
        told = either([sheets.words.value(decision, outcome) for outcome in possible])
        pattern = wording.ADVICE_IS if len(possible) == 1 else wording.ADVICE_CAN_BE
        name = "" if case.whole else f"Deel {number}, {cell_name(pack, cell).lower()}. "
        parts.append(name + pattern.format(told))
    return join(
        el("h3", case.title),
        paragraphs([case.description]),
        paragraphs([] if case.whole else [wording.PROJECT_PARTS]),
        bullets(parts),
        el("p", wording.PROJECT_SHOWS, klass="k"),
    )


def _whole(sheets: Sheets) -> Html:
    pack = sheets.compiled.pack
    picture = draw_graph(sheets.compiled, sheets.reach, sheets.case)
    turned = "liggend" if picture.width > picture.height else "staand"
    lines = [
        wording.LOOKS_AT.format(sheets.words.name(d.id), ", ".join(looks_at(d, sheets.words)))
        for d in pack.decisions
    ]
    return join(
        el("p", wording.WHOLE_TEXT),
        el(
            "div",
            Html(picture.svg),
            klass=f"rol breed {turned}",
            tabindex=0,
            role="region",
            aria_label=picture.name,
        ),
        el("details", el("summary", wording.IN_WORDS), bullets(lines)),
    )


def _decision(sheets: Sheets, decision: Decision) -> Html:
    pack, words = sheets.compiled.pack, sheets.words
    kind = ", ".join(filter(None, (kind_of(decision), place_of(pack, decision.id))))
    name = words.name(decision.id)
    outcomes = [words.value(decision.id, outcome) for outcome in decision.outcomes]
    never = sorted(sheets.reach.outcomes[decision.id], key=decision.outcomes.index)
    gone = ", ".join(words.value(decision.id, outcome) for outcome in never)
    return el(
        "article",
        el("h3", capital(name)),
        el("p", f"{capital(kind)}.", klass="k"),
        paragraphs([wording.OUTCOMES_TEXT.format(", ".join(outcomes))], "k"),
        paragraphs([wording.NEVER_OUTCOMES.format(gone)] if gone else [], "k nooit"),
        *(table(sheet) for sheet in sheets.of(decision)),
        id=f"besluit-{decision.id}",
    )


def _forms(sheets: Sheets) -> Html:
    cards = [
        _form(sheets, advice.decision, form)
        for advice in sheets.compiled.pack.advices
        for outcome in sheets.compiled.decisions[advice.decision].outcomes
        if (form := sheets.compiled.pack.form(outcome)) is not None
    ]
    return join(el("p", wording.FORMS_TEXT), el("ul", *cards, klass="vormen"))


def _form(sheets: Sheets, decision: str, form: Form) -> Html:
    dead = form.id in sheets.reach.outcomes[decision]
    dots = sheets.case.at(decision, form.id) if sheets.case else ()
    fits = [join(el("h4", wording.FITS), bullets(form.fits))] if form.fits else []
    fits += [join(el("h4", wording.FITS_NOT), bullets(form.fits_not))] if form.fits_not else []
    read = [wording.INTERPRETED.format(form.interpretation)] if form.interpretation else []
    return el(
        "li",
        el("p", form.name, klass="k"),
        el("h3", capital(form.headline)),
        paragraphs([wording.NEVER_REACHED] if dead else [], "k nooit"),
        [dot(one.numbers, one.certain) for one in dots],
        el("p", form.explanation),
        fits,
        paragraphs([*read, wording.SOURCE.format(sheets.sources(form.sources))], "k"),
        klass="dood" if dead else "",
        id=f"vorm-{form.id}",
    )


def _examples(sheets: Sheets) -> Html:
    pack = sheets.compiled.pack
    if not pack.cases:
        return Html("")
    decision = pack.advices[0].decision
    lines = []
    for case in pack.cases:
        names = [sheets.words.value(decision, outcome) for outcome in case.expected.values()]
        lines.append(f"{case.title}: {', '.join(dict.fromkeys(names))}.")
    return join(el("p", wording.EXAMPLES_TEXT), bullets(lines))


def _flaws(sheets: Sheets) -> Html:
    flaws = sheets.compiled.pack.known_flaws
    if not flaws:
        return Html("")
    return join(el("p", wording.FLAWS_TEXT), bullets_of([_flaw(sheets, flaw) for flaw in flaws]))


def _flaw(sheets: Sheets, flaw: KnownFlaw) -> Html:
    where = f" ({', '.join(flaw.about)})"
    source = wording.SOURCE.format(sheets.sources(flaw.sources))
    return join(flaw.explanation, el("span", f"{where} {source}", klass="k"))


def bullets_of(items: list[Html]) -> Html:
    """Items as a list; nothing when there are none."""
    return el("ul", *(el("li", item) for item in items), klass="net") if items else Html("")


def _used(sheets: Sheets) -> list[Source]:
    """The sources that the page names."""
    return [source for source in sheets.compiled.pack.sources if source.id in sheets.named]


def _source(source: Source) -> Html:
    seen = f" ({wording.SEEN.format(in_words(source.seen_on))})" if source.seen_on else ""
    title = el("a", source.title, href=source.url) if source.url else Html(join(source.title))
    where = el("span", f" {source.url}", klass="k") if source.url else Html("")
    return join(title, seen, where)
