"""The files of a fresh pack: on top of another one, or a small one of its own.

They are texts, with comments for the people who are going to change them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.rules.model.content import KnownFlaw
from bot.rules.model.decisions.decision import Decision, Logic
from bot.rules.model.decisions.matrix import Matrix
from bot.rules.model.decisions.table import Table
from bot.rules.model.ids import Outcome
from bot.rules.model.pack import Pack, WorkedCase

_OWN_QUESTIONS = """\
vragen:
  - id: te_kiezen
    vraag: Valt er nog iets te kiezen?
    kort: Valt er iets te kiezen?
    soort: janee
    zin_ja: Er valt nog iets te kiezen.
    zin_nee: Alles ligt vast.
    waarom: Zonder keuze is meepraten schijn.
    na_te_vragen_bij: je opdrachtgever
  - id: gevolgen
    vraag: Hoeveel merken mensen ervan?
    kort: Wat merken mensen ervan?
    soort: keuze
    waarom: Wie er veel van merkt, wil vaak meer te zeggen hebben.
    alleen_als: {te_kiezen: ja}
    opties:
      - {id: weinig, label: Bijna niets, zin: Mensen merken er bijna niets van.}
      - {id: veel, label: Veel, zin: Mensen merken er veel van.}
"""

_OWN_DECISIONS = """\
besluiten:
  - id: vorm
    titel: De vorm van samenwerking
    soort: beslistabel
    treffer: eerste              # de eerste regel die klopt, telt
    uitkomsten: [informeren, raadplegen, samen]
    rijen:
      - id: ligt_vast
        als: {te_kiezen: nee}
        dan: informeren
        want: Er valt niets te kiezen. Vertel dan goed wat er komt.
        bron: eigen
      - id: veel_gevolgen
        als: {gevolgen: veel}
        dan: samen
        want: Er is iets te kiezen, en mensen merken er veel van.
        bron: eigen
    anders: raadplegen           # als geen regel klopt
vormen:
  - id: informeren
    kop: vertel wat er komt
    naam: informeren
    uitleg: Mensen horen op tijd en eerlijk wat er komt.
    bron: eigen
  - id: raadplegen
    kop: vraag wat mensen ervan vinden
    naam: raadplegen
    uitleg: Je vraagt wat mensen vinden. Daarna kiest het bestuur, en legt dat uit.
    bron: eigen
  - id: samen
    kop: maak het plan samen
    naam: coproduceren
    uitleg: Wie er veel van merkt, maakt het plan mee.
    bron: eigen
"""

_OWN_EXAMPLES = """\
voorbeelden:
  - id: riool
    titel: Nieuw riool
    beschrijving: Het riool is op. Alles ligt vast.
    antwoorden: {te_kiezen: nee}
    verwacht: informeren
    bron: eigen
  - id: bankje
    titel: Een nieuw bankje
    beschrijving: Er komt een bankje in het park. De plek is nog open.
    antwoorden: {te_kiezen: ja, gevolgen: weinig}
    verwacht: raadplegen
    bron: eigen
  - id: straat
    titel: Een nieuwe inrichting van de straat
    beschrijving: De straat gaat op de schop. De inrichting is nog open.
    antwoorden: {te_kiezen: ja, gevolgen: veel}
    verwacht: samen
    bron: eigen
"""

_CONTACT = """\
# Bij wie kunnen mensen terecht? Vul het in en haal het hekje weg.
# contact: {naam: Participatieadviseur, kanaal: "bel de gemeente"}
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What a fresh pack begins with. ``schema`` is the place of the schema, seen from its files;
    ``inherits`` the packs whose questions and answers come along."""

    id: str
    title: str
    day: date
    schema: str
    base: Pack | None = None
    inherits: tuple[str, ...] = ()


def starter_files(start: Start) -> dict[str, str]:
    """File name -> text."""
    files = _on_top(start, start.base) if start.base is not None else _alone(start)
    first = f"# yaml-language-server: $schema={start.schema}\n"
    return {name: first + text for name, text in files.items()}


def _alone(start: Start) -> dict[str, str]:
    inherits = f"erft: [{', '.join(start.inherits)}]\n" if start.inherits else ""
    head = f"""\
# Jullie eigen pakket. Het werkt al; verander het stuk voor stuk.
# Begin met de titel. Kijk dan in vragen.yml: zijn dit de vragen die bij jullie tellen?
pakket: {start.id}
titel: {_quoted(start.title)}
omschrijving: Voor medewerkers van onze gemeente.
{inherits}{_CONTACT}gecontroleerd_op: {start.day}
opening: [te_kiezen]
adviezen:
  - besluit: vorm
    trede: {{informeren: informeren, raadplegen: raadplegen, samen: coproduceren}}
"""
    decisions = (
        "# Van antwoorden naar advies. Elke uitkomst heeft hieronder een vorm.\n" + _OWN_DECISIONS
    )
    return {
        "pakket.yml": head,
        "vragen.yml": "# De vragen. Weinig is beter dan veel.\n" + _OWN_QUESTIONS,
        "besluiten.yml": decisions,
        "voorbeelden.yml": "# Jullie proeven: zo hoort het uit te komen.\n" + _OWN_EXAMPLES,
    }


def _on_top(start: Start, base: Pack) -> dict[str, str]:
    head = f"""\
# Jullie eigen pakket. Alles komt nu van ‘{base.title}’.
# Wat je in deze map opschrijft, gaat voor. Begin met de titel en het contact.
pakket: {start.id}
titel: {_quoted(start.title)}
omschrijving: Voor medewerkers van onze gemeente.
# Verandert dat pakket, dan verandert dit mee: kijk dan na met ‘kennis controleer’.
# Wil je eerst zelf kijken? Zet er de versie achter: ‘{base.id}@{base.version}’.
gebaseerd_op: {base.id}
{_CONTACT}gecontroleerd_op: {start.day}
"""
    return {
        "pakket.yml": head + _flaws(base),
        "vragen.yml": _question_hints(base),
        "besluiten.yml": _decision_hints(base),
        "vormen.yml": _form_hints(base),
        "voorbeelden.yml": _example_hints(base),
    }


def _flaws(base: Pack) -> str:
    """The known flaws of the base: they come along, so the new pack must own up to them too."""
    if not base.known_flaws:
        return ""
    told = [f"# Deze gebreken heeft ‘{base.title}’ al. Los je er een op? Haal hem dan hier weg.\n"]
    told.append("bekende_gebreken:\n")
    return "".join([*told, *map(_flaw, base.known_flaws)])


def _flaw(flaw: KnownFlaw) -> str:
    return (
        f"  - soort: {flaw.kind}\n"
        f"    bij: [{', '.join(map(_quoted, flaw.about))}]\n"
        f"    uitleg: {_quoted(flaw.explanation)}\n"
        f"    bron: [{', '.join(flaw.sources)}]\n"
    )


def _question_hints(base: Pack) -> str:
    names = "".join(f"#   {question.id}: {question.text}\n" for question in base.questions)
    return f"""\
# De vragen die je overneemt:
{names}#
# Een nieuw id voegt een vraag toe. Haal [] weg en de hekjes ervoor, en vul het in.
# Een id dat al bestaat, vervangt die vraag helemaal. Wil je er alleen iets aan veranderen?
#   - {{id: {base.questions[0].id}, vul_aan: true, waarom: Onze eigen reden.}}
# Een vraag weghalen:
#   - {{id: {base.questions[-1].id}, verwijder: true}}
vragen: []
#  - id: eigen_vraag
#    vraag: Heeft het haast?
#    kort: Heeft het haast?
#    soort: janee
#    zin_ja: Het heeft haast.
#    zin_nee: Er is tijd genoeg.
#    gewicht_nee: 4   # meestal nee: zo telt het ook bij voorbeelden die er niets over zeggen
#    waarom: Haast laat minder ruimte voor een gesprek.
#    na_te_vragen_bij: je opdrachtgever
"""


def _decision_hints(base: Pack) -> str:
    names = "".join(f"#   {d.id}: {d.title or d.id}\n{_row_names(d)}" for d in base.decisions)
    advising = [base.decision(advice.decision) for advice in base.advices]
    first: dict[type[Logic], Decision] = {}
    for decision in (*advising, *base.decisions):
        first.setdefault(type(decision.logic), decision)
    hints = [hint(first[kind]) for kind, hint in _HINTS.items() if kind in first]
    return f"""\
# De besluiten die je overneemt:
{names}#
# Haal [] weg en de hekjes voor wat je wilt veranderen.
besluiten: []
{"".join(hints)}"""


def _row_names(decision: Decision) -> str:
    """The ids of the rows: without them nobody can change one, or put one before it."""
    logic = decision.logic
    ids = [rule.id for rule in logic.rules] if logic.names_rules else []
    told = textwrap.wrap(f"rijen: {', '.join(ids)}", 90) if ids else []
    return "".join(f"#     {line}\n" for line in told)


def _row_hint(decision: Decision) -> str:
    first = decision.logic.rules[0].id
    return f"""\
#
#  # Een regel erbij. De andere regels blijven staan, door vul_aan.
#  - id: {decision.id}
#    vul_aan: true
#    soort: beslistabel
#    rijen:
#      - id: eigen_regel
#        voor: {first}
#        als: {{eigen_vraag: ja}}
#        dan: {decision.outcomes[0]}
#        want: De reden in een gewone zin.
#        bron: eigen
#      # Van een rij die er al is, alleen wat anders wordt:
#      - {{id: {first}, vul_aan: true, want: Onze eigen reden.}}
#      # Een rij weghalen: - {{id: {first}, verwijder: true}}
"""


def _matrix_hint(decision: Decision) -> str:
    cells: dict[str, dict[str, Outcome]] = {}
    for rule in decision.logic.rules:
        (_, row), (_, column) = rule.cell
        cells.setdefault(row, {})[column] = rule.then
    squares = "".join(
        f"#      {row}: {{{', '.join(f'{column}: {out}' for column, out in columns.items())}}}\n"
        for row, columns in cells.items()
    )
    return f"""\
#
#  # De matrix. Laat alleen de vakken staan die je verandert; de andere blijven, door vul_aan.
#  - id: {decision.id}
#    vul_aan: true
#    vakken:
{squares}"""


_HINTS: Mapping[type[Logic], Callable[[Decision], str]] = {
    Table: _row_hint,
    Matrix: _matrix_hint,
}
"""The kinds that show how one of their rules is changed."""


def _form_hints(base: Pack) -> str:
    names = "".join(f"#   {form.id}: {form.headline}\n" for form in base.forms)
    example = f"""\
#  - id: {base.forms[0].id}
#    vul_aan: true
#    raad_vooraf: Wat de raad bij ons vooraf vastlegt.
"""
    return f"""\
# De vormen die je overneemt. Elke uitkomst van het advies heeft er een:
{names}#
# Haal [] weg en de hekjes, en laat staan wat je verandert. De rest blijft, door vul_aan.
# Een vorm weghalen gaat in stappen: zie ‘Een vorm weghalen’ in docs/eigen-afwegingskader.md.
vormen: []
{example if base.forms else ""}"""


def _example_hints(base: Pack) -> str:
    return f"""\
# De voorbeelden van {_quoted(base.title)} doen mee als proef. Verander je een regel,
# dan kan er een anders uitkomen. Klopt dat? Pas dan ook het voorbeeld aan.
# Zo voeg je er zelf een toe. Haal [] weg en de hekjes ervoor, en vul het in.
voorbeelden: []
{"".join(map(_case_hint, sorted(base.cases, key=lambda case: len(case.answers))[:1]))}"""


def _case_hint(case: WorkedCase) -> str:
    parts = f"#    onderdelen: [{', '.join(case.parts)}]\n" if case.parts else ""
    parts += f"#    groepen: [{', '.join(case.groups)}]\n" if case.groups else ""
    answers = "".join(
        f'#      "{key}": [{", ".join(map(_quoted, values))}]\n'
        for key, values in case.answers.items()
    )
    expected = (
        case.expected.get("")
        or "{" + ", ".join(f'"{cell}": {outcome}' for cell, outcome in case.expected.items()) + "}"
    )
    return f"""\
#  - id: ons_project
#    titel: Een project dat we kennen
#    beschrijving: Wat er aan de hand was.
{parts}#    antwoorden:
{answers}#    verwacht: {expected}
#    bron: eigen
"""


def _quoted(text: str) -> str:
    """A text as a YAML scalar, whatever stands in it."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
