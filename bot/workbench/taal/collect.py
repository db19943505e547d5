"""Gathers what people read: from the packs, the first-aid chapters and the bot's own sentences.

Reads the files as they are written rather than the packs made of them: a finding can then name
file and line, and a pack that is still refused can already be measured.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.packs.errors import Report
from bot.packs.text.files import made_files
from bot.packs.text.source import List, Map, read_document, shown_path
from bot.workbench.taal.text import Kind, Text

BOT = Path(__file__).resolve().parents[2]

_KEYS: dict[Kind, str] = {
    "prose": "antwoord uitleg",
    "line": """
        beschrijving doe eerlijk eerste_stappen evaluatie hoe_zoek_ik_dit_uit juridisch omschrijving
        past_als past_niet_als raad_vooraf rollen simpel_zegt tekst terugkoppeling toelichting
        valkuilen vraag waarom wanneer wanneer_niet want wel zin zin_ja zin_nee
    """,
    "label": "eenheid kop kort label moment na_te_vragen_bij naam ook_genoemd titel",
    "question": "niet",
}
"""The keys whose texts people read, by how they are measured."""
_KIND_OF = {key: kind for kind, keys in _KEYS.items() for key in keys.split()}

_SPECIAL: dict[tuple[str, str], Kind] = {
    ("veelgestelde_vragen", "vraag"): "question",
    ("antwoorden", "tekst"): "prose",
    ("stukken", "tekst"): "letter",
}
"""Where the key around it changes how a text is measured."""

_SILENT = frozenset({
    "als", "alleen_als", "eigenaar", "een_van", "items", "bronnen", "contact", "verwacht",
    "mag_ook", "gelijk_aan", "voorbeelden_ja", "voorbeelden_nee", "ook_zo_gevraagd", "waarden",
    "punten", "vakken",
})  # fmt: skip
"""Keys under which nothing stands that the bot says: conditions, ids, and how people say it."""

_CELL = re.compile(r" *\| *")
"""What parts the cells of a table: each is read on its own."""
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SOURCES = re.compile(r"^#+\s*Verder lezen.*\Z", re.MULTILINE | re.DOTALL)
_SHOWN_FRONT = re.compile(r"^(titel|wanneer):\s*(.+)$", re.MULTILINE)


def collect(root: Path) -> list[Text]:
    """Everything that people read under a folder of knowledge: YAML and first-aid chapters.

    ``root`` may be the folder of all packs, of one pack, or one file.
    """
    paths = [root] if root.is_file() else made_files(root, "**/*")
    texts: list[Text] = []
    for path in paths:
        if path.suffix in {".yml", ".yaml"}:
            texts += _from_yaml(path)
        elif path.suffix == ".md" and path.name != "README.md":
            texts += _from_chapter(path)
    return texts


def collect_wording(package: Path = BOT) -> list[Text]:
    """The bot's own sentences: what is called ``wording``, and the templates of plain text."""
    kinds = {"wording*.py": _from_python, "wording*.yml": _from_yaml, "*.txt.j2": _from_template}
    return [
        text
        for name, read in kinds.items()
        for path in sorted(package.rglob(name))
        for text in read(path)
    ]


def _from_yaml(path: Path) -> list[Text]:
    document = read_document(path, Report())
    return list(_walk(document, "", "", "")) if document else []


def _walk(node: Any, key: str, around: str, id: str) -> Iterator[Text]:
    """The texts in a value of the YAML tree. ``key`` and ``around`` name what it stands under."""
    if isinstance(node, Map):
        inner = node["id"] if isinstance(node.get("id"), str) else id
        for name, value in node.items():
            if name in _SILENT or (name == "voorbeelden" and "label" in node):
                continue
            yield from _scalar(node.at(name), value, name, key, inner)
            if isinstance(value, Map | List):
                yield from _walk(value, name, key, inner)
    elif isinstance(node, List):
        for index, value in enumerate(node):
            yield from _scalar(node.at(index), value, key, around, id)
            yield from _walk(value, key, around, id)


def _scalar(place: Any, value: Any, key: str, around: str, id: str) -> Iterator[Text]:
    """One value as a text, when it is one that people read."""
    kind = _SPECIAL.get((around, key), _KIND_OF.get(key))
    if around == "rollen":
        kind = "line"
    if kind and isinstance(value, str) and value.strip():
        value = _CELL.sub("\n\n", value) if kind == "letter" else value
        where = f"{place.file}:{place.line}"
        yield Text(where, f"{id}.{key}" if id else key, value, kind)


def _from_chapter(path: Path) -> list[Text]:
    content = path.read_text("utf-8")
    where = shown_path(path)
    front = _FRONT_MATTER.match(content)
    body = content[front.end() :] if front else content
    texts = [
        Text(where, f"{path.stem}.{key}", value.strip("\"'"), "line")
        for key, value in _SHOWN_FRONT.findall(front.group(1) if front else "")
    ]
    texts.append(Text(where, path.stem, _SOURCES.sub("", body), "prose"))
    return texts


def _from_python(path: Path) -> list[Text]:
    """The strings of a module that are sentences or labels: no docstrings, no ids."""
    where = shown_path(path)
    tree = ast.parse(path.read_text("utf-8"))
    doc = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = []
    for node, name in _named_strings(tree):
        body = _string(node)
        if id(node) not in doc and body and _is_sentence(body):
            lines = body.replace("\n", "\n\n")  # in a chat every line stands by itself
            texts.append(Text(f"{where}:{node.lineno}", name, lines, "line"))
    return texts


def _from_template(path: Path) -> list[Text]:
    """The lines of a template, with ``{}`` for what is filled in or decided."""
    bare = _TAG.sub(lambda tag: "{}" + "\n" * tag[0].count("\n"), path.read_text("utf-8"))
    return [
        Text(f"{shown_path(path)}:{number}", path.name, line, "line")
        for number, line in enumerate(bare.splitlines(), 1)
        if _is_sentence(line)
    ]


def _named_strings(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Every string of the module with the name of the statement that holds it."""
    for statement in tree.body:
        name = "wording"
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
        elif isinstance(statement, ast.FunctionDef):
            name = statement.name
        elif not isinstance(statement, ast.ClassDef):
            continue
        inside = {
            id(part)
            for joined in ast.walk(statement)
            if isinstance(joined, ast.JoinedStr)
            for part in ast.walk(joined)
            if part is not joined
        }
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside:
                yield node, name


def _string(node: ast.expr) -> str:
    """The text of a string; what is filled in later becomes ``{}``."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_string(part) or "{}" for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _is_sentence(body: str) -> bool:
    """Whether a string is meant for people: it has a space, or starts with a capital."""
    return bool(re.search(r"[^\W\d_]", body)) and (" " in body.strip() or body[:1].isupper())
