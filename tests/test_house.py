"""The house keeps itself in order: sizes, docstrings, words, nothing of one machine."""

# ruff: noqa: SIM905 - a list of short words reads best as one text

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

import bot
from bot.packs.errors import Report
from bot.packs.text.source import read_document

HOUSE = Path(__file__).resolve().parents[1]
MODULES = sorted((HOUSE / "bot").rglob("*.py"))
MOST_LINES_OF_A_MODULE = 400
MOST_LINES_OF_A_FUNCTION = 40

OUTSIDE_THE_HOUSE = {"conversations", "packs/format/editor"}
"""Tests of the whole house, and of a program that is not ours."""

FORBIDDEN = tuple("".join(parts) for parts in (("../", "shared"), ("/wo", "rk/"), ("/ro", "ot/")))
"""Places that exist on one machine only. Spelled apart, so that this file may name them."""

BINARY = {".png", ".jpg", ".ico", ".woff2", ".docx", ".gz"}


NOBODY_READS = {
    "dialogue/about_project.py",
    "dialogue/feeling.py",
    "dialogue/freetext.py",
    "dialogue/questions.py",
    "dialogue/speech.py",
    "dialogue/spoken.py",
    "dialogue/wiping.py",
    "language/mail/layout.py",
    "language/mail/said.py",
    "language/model/asking.py",
    "language/model/decide.py",
    "language/model/examples.py",
    "language/plain/about.py",
    "language/plain/corrections.py",
    "language/plain/human.py",
    "language/plain/division.py",
    "language/plain/plain.py",
    "language/plain/shorthand.py",
    "language/plain/words.py",
    "workbench/taal/collect.py",
}
"""Here stands Dutch that the bot listens for, or keys of packs by name."""

RECORDS = {"dialogue/commands.py"}
"""Here a record is one whole, its words included: what a command is called, and what it does."""

NAMES = {"let op"}
"""Names of two words, that programs compare; what a person reads of them stands elsewhere."""

SMALL_WORDS = set(
    "aan alle als andere anders bedoelde bestaat bij daar dan dat de deze dit dus een eerste elk "
    "elke en er gaat geen heeft het hier hoe hoort je kan ken keer klopt komt kun maar mag met "
    "minstens moet mogen naar niet nog nodig om ontbreekt ook op staat te tot twee uit van veel "
    "voor waar wat welke wel wie wordt worden zegt zijn zonder".split()
)
WORD_IN_TEXT = re.compile(r"(?<![\w-])[a-zà-ÿ’']{2,}(?![\w-])")


def tracked_files():
    """The files of the repository: tracked, or new and not ignored."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=HOUSE, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip("geen git-map")
    return [path for name in listed.stdout.splitlines() if (path := HOUSE / name).is_file()]


def name_of(path):
    return path.relative_to(HOUSE).as_posix()


@cache
def tree_of(path):
    """A module as Python reads it; each is read once for all of these tests."""
    return ast.parse(path.read_text("utf-8"))


def functions(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def public_definitions(tree):
    """The public functions and classes of a module, and the public methods of those classes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in tree.body:
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (n for n in node.body if isinstance(n, kinds) and n.name[0] != "_")


def test_tests_that_share_something_are_dealt_out_together(request):
    """Each process would train the model anew: a pytest that xdist does not know says nothing."""
    group = request.node.get_closest_marker("xdist_group")
    assert group.args == ("tests/test_house.py",)
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith("@tests/test_house.py")


def test_no_module_is_too_long():
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_MODULE} == {}


def test_no_function_is_too_long():
    assert [
        f"{name_of(path)}:{node.lineno} {node.name}: {length} lines"
        for path in MODULES
        for node in functions(tree_of(path))
        if (length := node.end_lineno - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ] == []


def test_every_module_and_everything_public_says_what_it_is():
    bare = [name_of(path) for path in MODULES if not ast.get_docstring(tree_of(path))]
    bare += [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in public_definitions(tree_of(path))
        if len((ast.get_docstring(node) or "").split()) < 2
    ]
    assert bare == []


def is_broad(handler):
    """Whether an except catches everything and keeps it. Tidying up and raising again is fine."""
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in caught
    )


def test_only_a_channel_may_catch_everything():
    assert [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        if "channels" not in path.parts and path.name != "worker.py"  # the edge of a process
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ] == []


def is_sentence(text):
    """Whether a text has two words or more, of which one is a small Dutch word."""
    words = WORD_IN_TEXT.findall(text.lower())
    named = " " not in text.strip() or text in NAMES
    return not named and len(words) > 1 and not SMALL_WORDS.isdisjoint(words)


def texts(tree):
    """The texts in a module, f-strings as one; no docstrings, nor the notes below a constant."""
    inside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inside.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            inside.update(node.values)
            parts = (part for part in node.values if isinstance(part, ast.Constant))
            yield " … ".join(str(part.value) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node.value


def is_home_of_words(path):
    """Whether every sentence may stand in this module."""
    return path.name == "wording.py" or bool({"wording", "words"} & set(path.parts))


def sentences_elsewhere():
    """The Dutch sentences outside the modules of words, by the module in which they stand."""
    rooms = HOUSE / "bot"
    elsewhere = {
        path.relative_to(rooms).as_posix(): list(filter(is_sentence, texts(tree_of(path))))
        for path in MODULES
        if not is_home_of_words(path.relative_to(rooms))
    }
    return {module: found for module, found in elsewhere.items() if found}


def test_what_a_person_reads_stands_in_content_a_template_or_a_module_of_words():
    """Who wants to change a sentence knows where to look; no other module has one."""
    assert {
        module: found
        for module, found in sentences_elsewhere().items()
        if module not in NOBODY_READS | RECORDS
    } == {}


def test_a_module_without_such_sentences_needs_no_exception():
    assert sentences_elsewhere().keys() >= NOBODY_READS | RECORDS


def test_what_a_sentence_is():
    """An id or a pattern of letters is none; two words of which one is small is."""
    assert is_sentence("Typ een getal")
    assert is_sentence("niet te lezen: ")
    assert not is_sentence("weet_ik_niet")
    assert not is_sentence("SELECT count(*) FROM conversations")
    assert not is_sentence("informeren raadplegen")


def test_a_sentence_is_seen_in_a_constant_and_in_pieces_and_not_in_a_docstring():
    module = (
        '''"""Dit is een uitleg."""\nA = "Typ een getal"\nB = f"dit {A} is het"\n"""Bij de B."""'''
    )
    assert list(filter(is_sentence, texts(ast.parse(module)))) == [
        "Typ een getal",
        "dit  …  is het",
    ]


def test_no_file_names_a_place_of_one_machine():
    found = []
    for path in tracked_files():
        if path.suffix in BINARY:
            continue
        text = path.read_text("utf-8", errors="replace")
        found += [f"{name_of(path)}: {place}" for place in FORBIDDEN if place in text]
    assert found == []


def test_nothing_that_is_ignored_is_kept():
    """A link to an environment, once committed, takes the place of the one that stands there."""
    asked = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=HOUSE, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip("geen git-map")
    assert listed.stdout.split() == []


def rooms_of_tests():
    """The folders that hold tests, as paths within ``tests``."""
    holding = {path.parent for path in (HOUSE / "tests").rglob("test_*.py")}
    return {path.relative_to(HOUSE / "tests").as_posix() for path in holding} - {"."}


def test_the_tests_mirror_the_house():
    """A room of ``bot`` has its tests in the room of that name in ``tests``."""
    astray = {room for room in rooms_of_tests() if not (HOUSE / "bot" / room).is_dir()}
    assert astray == OUTSIDE_THE_HOUSE, "put these beside the room of bot/ that they test"


def test_no_file_chooses_a_python_for_pyenv():
    """Such a file breaks pyenv's shims where that version is absent; uv is told by the scripts."""
    assert not (HOUSE / ".python-version").exists()


def test_the_changelog_starts_with_this_version():
    headings = re.findall(
        r"^## \[?([^\]\s]+)", (HOUSE / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    released = [heading for heading in headings if heading[:1].isdigit()]
    assert released[0] == bot.__version__


def test_every_verb_of_the_makefile_has_a_line_of_help():
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    verbs = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert [v for v in verbs if not re.search(rf"^{v}:.*## \S", makefile, re.MULTILINE)] == []


def test_every_script_that_is_called_exists():
    callers = [HOUSE / "Makefile", HOUSE / ".ci" / "run", *(HOUSE / "scripts").glob("*.sh")]
    called = {s for path in callers for s in re.findall(r"scripts/[\w-]+\.sh", path.read_text())}
    assert [script for script in sorted(called) if not (HOUSE / script).is_file()] == []


@pytest.fixture(scope="module")
def described():
    """What publiccode.yml says."""
    report = Report()
    found = read_document(HOUSE / "publiccode.yml", report)
    assert report.problems == []
    return found


class TestPubliccode:
    """publiccode.yml: the fields and lengths that the standard (0.7.0) asks for."""

    def test_the_required_fields_are_there(self, described):
        required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus"}
        required |= {"softwareType", "description", "legal", "maintenance", "localisation"}
        assert required - set(described) == set()
        assert described["publiccodeYmlVersion"] == "0"
        assert described["url"].startswith("https://")

    def test_values_come_from_the_lists_of_the_standard(self, described):
        statuses = {"concept", "development", "beta", "stable", "obsolete"}
        assert described["developmentStatus"] in statuses
        assert described["softwareType"] in {
            f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")
        } | {"addon", "library", "configurationFiles"}
        assert described["maintenance"]["type"] in {"internal", "contract", "community", "none"}
        assert described["legal"]["license"] == "EUPL-1.2"
        assert described["softwareVersion"] == bot.__version__

    def test_the_descriptions_have_the_right_length(self, described):
        assert {"nl", "en"} <= set(described["description"])
        for text in described["description"].values():
            assert 1 <= len(text["shortDescription"]) <= 150
            assert 150 <= len(text["longDescription"]) <= 10_000
            assert text["features"]
            assert all(len(feature) <= 100 for feature in text["features"])

    def test_languages_and_maintainers_are_named(self, described):
        assert described["localisation"]["localisationReady"] is False
        assert described["localisation"]["availableLanguages"] == ["nl"]
        if described["maintenance"]["type"] in {"internal", "community"}:
            assert described["maintenance"]["contacts"][0]["name"]


def test_the_entry_for_the_algorithm_register_has_its_fields_within_their_lengths():
    """As its standard asks; what a municipality fills in stands between brackets."""
    report = Report()
    entry = read_document(HOUSE / "docs" / "algoritmeregister.yml", report)
    assert report.problems == []
    longest = {
        "algemeen": {"naam": 100, "korte_omschrijving": 350, "organisatie": 100, "status": 40,
                     "contactgegevens": 200, "publicatiecategorie": 40},
        "verantwoord_gebruik": dict.fromkeys(
            ("doel_en_impact", "afwegingen", "menselijke_tussenkomst", "risicobeheer"), 2500
        ),
        "werking": {"gegevens": 2500, "technische_werking": 5000, "leverancier": 200},
    }  # fmt: skip
    for part, fields in longest.items():
        for name, most in fields.items():
            assert 0 < len(str(entry[part][name])) <= most, name
    assert entry["algemeen"]["status"] in {"In gebruik", "In ontwikkeling", "Buiten gebruik"}
    categories = {"Hoog-risico AI-systemen", "Impactvolle algoritmes", "Overige algoritmes"}
    assert entry["algemeen"]["publicatiecategorie"] in categories
    assert entry["metadata"] == {"taal": "nld", "schema": "1.0.0"}


def test_the_licence_is_the_whole_text():
    licence = (HOUSE / "LICENSE").read_text("utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licence
    assert "require the production of a new EUPL version" in " ".join(licence.split())
