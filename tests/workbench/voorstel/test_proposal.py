"""A change becomes one file, and that file makes the same change again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from bot.packs.errors import PackError
from bot.packs.load import load_folder
from bot.rules.model.pack import Pack
from bot.settings import ROOT
from bot.workbench.voorstel.adopt import AdoptError, carry_out, plan
from bot.workbench.voorstel.changes import Change, changes, plain
from bot.workbench.voorstel.emit import emit
from bot.workbench.voorstel.proposal import Proposal, propose, read_proposal, text_of
from tests.packs.conftest import EXAMPLE
from tests.workbench.voorstel.edits import TODAY, edited

KNOWLEDGE = ROOT / "knowledge"
FOLDER = KNOWLEDGE / "passende-samenwerking"


def copy_of(folder: Path, to: Path) -> Path:
    """A copy of a pack, with what it inherits beside it."""
    for name in ("gemeenschappelijk", "ehbo"):
        shutil.copytree(KNOWLEDGE / name, to / name, dirs_exist_ok=True)
    return shutil.copytree(folder, to / folder.name)


def rewritten(folder: Path, root: dict[str, Any], below: dict[str, Any]) -> None:
    """The pack as its author has it: one file with everything that is not inherited."""
    for path in folder.glob("*.yml"):
        path.unlink()
    own = {
        key: [item for item in value if item not in below.get(key, [])] if key in below else value
        for key, value in root.items()
    }
    (folder / "pakket.yml").write_text(emit(own), "utf-8")


def handed_over(base: Path, mine: Path, to: Path) -> Proposal:
    """The proposal, written to a file and read again."""
    made = propose(load_folder(base), load_folder(mine), "Omdat: het beter is.", TODAY, {"a": 1})
    path = to / "voorstel.yml"
    path.write_text(text_of(made), "utf-8")
    found = read_proposal(path)
    assert found == made
    return found


def adopted(proposal: Proposal, folder: Path) -> Pack:
    return carry_out(plan(folder, proposal.changes))


@pytest.mark.parametrize(
    ("source", "seed"),
    [(EXAMPLE, seed) for seed in range(12)] + [(FOLDER, seed) for seed in (1, 4)],
    ids=lambda part: getattr(part, "name", str(part)),
)
def test_a_proposal_gives_others_exactly_what_its_author_has(
    source: Path, seed: int, tmp_path: Path
) -> None:
    """Whatever was edited: the same version, the same content; and back again."""
    base = copy_of(source, tmp_path / "basis")
    mine = copy_of(source, tmp_path / "mijn")
    loaded = load_folder(base)
    root = edited(Random(seed), plain(loaded.root))
    rewritten(mine, root, plain(loaded.under))
    author = load_folder(mine).checked()
    assert author.version != loaded.checked().version
    proposal = handed_over(base, mine, tmp_path)
    assert adopted(proposal, base) == author
    assert adopted(proposal.reversed, base) == loaded.checked()


def test_only_the_lines_of_what_changes_are_touched(tmp_path: Path) -> None:
    """Comments and the order of the editor's own files stay."""
    base = copy_of(FOLDER, tmp_path)
    before = {path: path.read_text("utf-8") for path in base.glob("*.yml")}
    change = Change(
        "changed",
        ("besluiten", "plafond", "rijen", "pl_paar_open", "dan"),
        "adviseren",
        "coproduceren",
    )
    carry_out(plan(base, [change]))
    for path, text in before.items():
        old, new = text.splitlines(), path.read_text("utf-8").splitlines()
        differing = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        expected = [("        dan: adviseren", "        dan: coproduceren")]
        assert differing == (expected if path.name == "besluiten.yml" else [])


@pytest.mark.parametrize("seed", range(6))
def test_a_file_changes_only_in_what_an_edit_touches(seed: int, tmp_path: Path) -> None:
    """Take out the lines of what was touched, before and after: what is left is the same, with
    every comment and blank line where it was."""
    base = copy_of(FOLDER, tmp_path)
    loaded = load_folder(base)
    root = plain(loaded.root)
    made = changes(root, edited(Random(seed), root))
    before = {path: path.read_text("utf-8") for path in base.glob("*.yml")}
    carry_out(plan(base, made))
    assert any(path.read_text("utf-8") != text for path, text in before.items())
    for path, text in before.items():
        assert untouched(path.read_text("utf-8"), made) == untouched(text, made)


def untouched(text: str, made: Iterable[Change]) -> list[str]:
    """The lines of a file outside all that these changes are about."""
    lines: list[str | None] = list(text.split("\n"))
    for change in made:
        for number in lines_of(text, change.path):
            lines[number] = None
    return [line for line in lines if line is not None]


def lines_of(text: str, path: tuple[str, ...]) -> range:
    """The lines of the smallest thing on this path that stands on lines of its own: a key, or an
    item of a list; what lies between brackets stands on those of the whole."""
    node, spot, lines = composed(text), range(0), text.split("\n")
    for step in path:
        if isinstance(node, yaml.MappingNode):
            inside = [(key, value) for key, value in node.value if key.value == step]
        else:
            inside = [(item, item) for item in node.value if ("id", step) in scalars(item)]
        if not inside:
            return range(0)
        start, node = inside[0]
        last = last_line(node)
        while not lines[last].strip():  # the parser ends a folded text behind the blank lines
            last -= 1
        spot = range(start.start_mark.line, last + 1)
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            break
    return spot


@lru_cache(maxsize=32)
def composed(text: str) -> Any:
    """The text as the parser's nodes, with their places."""
    return yaml.compose(text, yaml.CSafeLoader)


def scalars(item: yaml.Node) -> set[tuple[str, str]]:
    """The keys of an item that have one word or text."""
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return {(k.value, v.value) for k, v in pairs if isinstance(v, yaml.ScalarNode)}


def last_line(node: yaml.Node) -> int:
    """The line of the last sign of a value."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return int(end.line - 1 if end.column == 0 else end.line)


SMALL = """\
# Dit is van ons.
pakket: klein
titel: Klein
adviezen: [{besluit: vorm}]
vragen:
  # Eerst dit.
  - {id: haast, vraag: Is er haast?, soort: janee, waarom: Om de tijd.}
  # Dan dat.
  - id: ruimte
    vraag: "Is er ruimte?"  # kort houden
    soort: janee
    waarom: Om de keuze.
besluiten:
  - id: vorm
    soort: beslistabel
    uitkomsten: [a, b]
    rijen:
      - {id: r1, als: {haast: ja}, dan: a, want: Haast., bron: eigen}
      # Deze komt van de raad.
      - {id: r2, als: {ruimte: ja}, dan: b, want: Ruimte., bron: eigen}
    anders: a
vormen:
  - {id: a, kop: doe a, naam: a, uitleg: Zo., bron: eigen}
  - {id: b, kop: doe b, naam: b, uitleg: Zo., bron: eigen}
"""
SECOND = SMALL[SMALL.index("      # Deze komt") : SMALL.index("    anders")]
R2 = {"id": "r2", "als": {"ruimte": "ja"}, "dan": "b", "want": "Ruimte.", "bron": "eigen"}
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a pack of one file into a folder of that name."""

    def to(name: str, text: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pakket.yml").write_text(text, "utf-8")
        return folder

    return to


def text_in(folder: Path) -> str:
    return (folder / "pakket.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("want: Haast.", "want: Er is haast!"),
        ('"Is er ruimte?"  # kort', '"Is er speelruimte?"  # kort'),
        ("    anders: a\n", "    anders: b\n"),
        ("    anders: a\n", ""),
        ("titel: Klein\n", "titel: Klein\nomschrijving: Om te proberen.\n"),
        ("{id: r1, als: {haast: ja}", "{id: r1, als: {haast: ja, ruimte: nee}"),
        (SECOND, ""),
    ],
)  # fmt: skip
def test_an_edit_by_hand_comes_over(old: str, new: str, write: Write, tmp_path: Path) -> None:
    """Changed, taken out or added, in a block or between brackets; comments elsewhere stay."""
    assert old in SMALL
    base, mine = write("basis", SMALL), write("mijn", SMALL.replace(old, new))
    proposal = handed_over(base, mine, tmp_path)
    assert len(proposal.changes) == 1
    assert adopted(proposal, base) == load_folder(mine).checked()
    assert "# Dit is van ons." in text_in(base)
    assert "# Eerst dit." in text_in(base)


def test_a_row_that_moves_is_moved_as_it_was_written(write: Write, tmp_path: Path) -> None:
    """One change, and the other row keeps its comment."""
    rows = SMALL[SMALL.index("      - {id: r1") : SMALL.index("    anders")].splitlines(True)
    turned = SMALL.replace("".join(rows), "".join([*rows[1:], rows[0]]))
    base, mine = write("basis", SMALL), write("mijn", turned)
    proposal = handed_over(base, mine, tmp_path)
    assert [change.how for change in proposal.changes] == ["moved"]
    assert adopted(proposal, base) == load_folder(mine).checked()
    moved_row = rows[0]
    assert text_in(base).endswith(turned[turned.index(moved_row) :])


def test_what_has_become_different_here_is_left_alone(write: Write, tmp_path: Path) -> None:
    """The rest is taken over; with force that too."""
    base = write("basis", SMALL)
    mine = write("mijn", SMALL.replace("dan: b", "dan: a").replace("titel: Klein", "titel: Klein!"))
    proposal = handed_over(base, mine, tmp_path)
    changed = SMALL.replace("titel: Klein", "titel: Van ons")
    theirs = write("hunne", changed)
    found = plan(theirs, proposal.changes)
    assert [change.path for change in found.conflicts] == [("titel",)]
    assert carry_out(found).title == "Van ons"
    assert text_in(theirs) == changed.replace("dan: b", "dan: a")
    assert carry_out(plan(theirs, proposal.changes, force=True)).title == "Klein!"


def test_what_was_taken_over_already_is_not_done_twice(write: Write, tmp_path: Path) -> None:
    """Nothing is written the second time."""
    base, mine = write("basis", SMALL), write("mijn", SMALL.replace("dan: b", "dan: a"))
    proposal = handed_over(base, mine, tmp_path)
    adopted(proposal, base)
    again = plan(base, proposal.changes)
    assert [status for _, status in again.statuses] == ["done"]
    assert not again.changed


def test_a_pack_that_would_not_load_is_put_back(write: Write) -> None:
    """Every file is as it was, and the error says what is wrong."""
    base = write("basis", SMALL)
    bad = Change("changed", ("besluiten", "vorm", "rijen", "r2", "dan"), "b", "bestaat_niet")
    with pytest.raises(AdoptError, match="bestaat_niet"):
        carry_out(plan(base, [bad]))
    assert text_in(base) == SMALL
    assert [path.name for path in base.iterdir()] == ["pakket.yml"]


BASED = """\
pakket: afgeleid
titel: Afgeleid
gebaseerd_op: klein
besluiten:
  - id: vorm
    vul_aan: true
    rijen:
      - {id: r3, voor: r1, als: {haast: nee, ruimte: nee}, dan: b, want: Niets., bron: eigen}
"""


@pytest.mark.parametrize(
    "change",
    [
        Change("changed", ("vragen", "haast", "waarom"), "Om de tijd.", "Omdat tijd telt."),
        Change("removed", ("besluiten", "vorm", "rijen", "r2"), R2),
        Change("changed", ("besluiten", "vorm", "rijen", "r3", "dan"), "b", "a"),
        Change("changed", ("besluiten", "vorm", "rijen", "r1", "dan"), "a", "b"),
        Change("added", ("besluiten", "vorm", "rijen", "r4"), None,
               {"id": "r4", "dan": "a", "want": "Rest.", "bron": "eigen"}, after="r1"),
        Change("added", ("vragen", "geld"), None,
               {"id": "geld", "vraag": "Is er geld?", "soort": "janee", "waarom": "Om het geld."},
               after="haast"),
        Change("added", ("vragen", "geld"), None,
               {"id": "geld", "vraag": "Is er geld?", "soort": "janee", "waarom": "Om het geld."},
               after=""),
        Change("changed", ("besluiten", "vorm", "anders"), "a", "b"),
        Change("moved", ("besluiten", "vorm", "rijen", "r1"), after="r2", was_after="r3"),
        Change("moved", ("vragen", "ruimte"), after="", was_after="haast"),
    ],
    ids=lambda change: f"{change.how} {' '.join(change.path)} {change.after}",
)  # fmt: skip
def test_a_pack_on_top_of_another_changes_only_itself(change: Change, write: Write) -> None:
    """What it takes over from below is laid over, not changed there."""
    below, above = write("klein", SMALL), write("afgeleid", BASED)
    found = plan(above, [change])
    assert [status for _, status in found.statuses] == ["fits"]
    carry_out(found)
    assert changes(plain(load_folder(above).root), found.target) == ()
    assert text_in(below) == SMALL


REPLACED = BASED.replace(
    "vul_aan: true",
    """soort: beslistabel
    uitkomsten: [a, b]
    anders: a""",
).replace(
    "rijen:\n",
    """rijen:
      - {id: r1, als: {haast: ja}, dan: a, want: Haast., bron: eigen}
      - {id: r2, als: {ruimte: ja}, dan: b, want: Ruimte., bron: eigen}
""",
)


@pytest.mark.parametrize(
    "change",
    [
        Change("removed", ("besluiten", "vorm", "rijen", "r2")),
        Change("added", ("besluiten", "vorm", "rijen", "r4"), None,
               {"id": "r4", "dan": "a", "want": "Rest.", "bron": "eigen"}, after=""),
        Change("changed", ("besluiten", "vorm", "rijen", "r1", "dan"), "a", "b"),
    ],
    ids=lambda change: change.how,
)  # fmt: skip
def test_a_decision_that_takes_the_place_of_the_one_below(change: Change, write: Write) -> None:
    """Its rows are its own: nothing of below is there to remove or to stand in front of."""
    _, above = write("klein", SMALL), write("afgeleid", REPLACED.replace("voor: r1, ", ""))
    found = plan(above, [change], force=True)
    assert found.changed
    carry_out(found)
    assert changes(plain(load_folder(above).root), found.target) == ()


def test_what_is_of_the_owner_is_not_proposed_to_another_pack(write: Write) -> None:
    """Title, contact and what it is based on stay home; its rules come along."""
    below, above = write("klein", SMALL), write("afgeleid", BASED)
    made = propose(load_folder(below), load_folder(above), "", TODAY, {})
    assert [change.path for change in made.changes] == [("besluiten", "vorm", "rijen", "r3")]
    assert "adviezen" in plain(load_folder(above).root)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("voorstel: 1\n", "de sleutel ‘veranderingen’ ontbreekt"),
        ("pakket: klein\n", "dit is geen voorstel dat ik ken"),
        ("voorstel: 1\nverandering: []\n", "bedoelde je ‘veranderingen’?"),
        ("voorstel: 1\ndatum: morgen\n", "dit is geen dag"),
        ("voorstel: 1\nveranderingen: [{nieuw: 1}]\n", "hier staat niet wat er gebeurt"),
        ("voorstel: 1\nveranderingen: [{gewijzigd: titel}]\n", "de sleutel ‘oud’ ontbreekt"),
        ("voorstel: 1\nveranderingen: [titel]\n", "hier hoort een verandering"),
        ("voorstel: 1\nbasis: klein\n", "dit is geen versie"),
        ("- a\n", "hier staan geen sleutels"),
    ],
)
def test_a_file_that_is_no_proposal_says_what_would_be_right(
    text: str, told: str, tmp_path: Path
) -> None:
    """All problems at once, with their lines."""
    path = tmp_path / "voorstel.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(PackError) as error:
        read_proposal(path)
    assert told.lower() in str(error.value).lower()


def test_new_items_may_take_the_place_of_all_that_was_below(tmp_path: Path) -> None:
    """All worked cases of the base removed and two new ones: it is taken over in another pack."""
    base = copy_of(KNOWLEDGE / "matrix", tmp_path)
    cases = load_folder(base).checked().cases
    for name in ("ons_dorp", "jullie_dorp"):
        (tmp_path / name).mkdir()
        head = f"pakket: {name}\ntitel: Dorp\ngebaseerd_op: matrix\n"
        (tmp_path / name / "pakket.yml").write_text(head, "utf-8")
    gone = "".join(f"  - {{id: {case.id}, verwijder: true}}\n" for case in cases)
    first = cases[0]
    given = ", ".join(f"{id}: {values[0]}" for id, values in first.answers.items())
    new = "".join(
        f"  - {{id: {id}, titel: Nieuw, beschrijving: Nieuw., antwoorden: {{{given}}}, "
        f"verwacht: {first.expected['']}, bron: eigen}}\n"
        for id in ("haven", "boulevard")
    )
    text = f"voorbeelden:\n{gone}{new}"
    (tmp_path / "ons_dorp" / "voorbeelden.yml").write_text(text, "utf-8")
    proposal = handed_over(base, tmp_path / "ons_dorp", tmp_path)
    pack = adopted(proposal, tmp_path / "jullie_dorp")
    assert [case.id for case in pack.cases] == ["haven", "boulevard"]
