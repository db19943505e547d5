"""What counts as a text that people read, and where it is said to stand."""

from bot.workbench.taal.collect import collect, collect_wording

PACK = """
vragen:
  - id: fase
    vraag: Hoe ver is het plan?
    waarom: Dan weet ik wat nog kan.
    opties:
      - {id: idee, label: Een idee, voorbeelden: [we hebbe nog niks], zin: Er is een idee.}
veelgestelde_vragen:
  - id: wat
    vraag: Wat is tevens?
    ook_zo_gevraagd: [watis da]
    antwoorden:
      - tekst: Een oud woord.
besluiten:
  - id: vorm
    soort: punten
    items: [{vraag: fase, punten: {idee: 1}}]
    rijen:
      - {id: r1, als: {fase: idee}, dan: samen, want: Er is nog ruimte.}
bronnen:
  - {id: x, titel: Ietwat obscuur stuk}
"""

CHAPTER = """---
titel: "Er is ruzie"
vormen: [samen]
---
# Eerst dit
Bel iemand.

# Verder lezen
Onleesbaarheidsverordening
"""


def test_texts_are_found_by_key_and_named_by_file_line_and_id(tmp_path):
    (tmp_path / "pak.yml").write_text(PACK, "utf-8")
    found = {text.id: text for text in collect(tmp_path)}
    assert sorted(found) == [
        "fase.vraag",
        "fase.waarom",
        "idee.label",
        "idee.zin",
        "r1.want",
        "wat.tekst",
        "wat.vraag",
    ]
    assert found["fase.waarom"].where.endswith("pak.yml:5")
    assert found["wat.tekst"].kind == "prose"
    assert found["wat.vraag"].kind == "question"
    assert found["idee.label"].kind == "label"


def test_a_chapter_is_one_text_without_its_sources(tmp_path):
    (tmp_path / "ruzie.md").write_text(CHAPTER, "utf-8")
    title, body = collect(tmp_path / "ruzie.md")
    assert (title.id, title.body) == ("ruzie.titel", "Er is ruzie")
    assert "Bel iemand" in body.body
    assert "Onleesbaar" not in body.body


def test_wording_gives_sentences_and_labels_but_no_docstrings_or_ids(tmp_path):
    (tmp_path / "wording.py").write_text(
        '"""Een docstring."""\nHOI = "Hoi!\\nHoe gaat het?"\nID = "geen_tekst"\n'
        'def groet(naam):\n    """Nog een."""\n    return f"Dag {naam}, fijn."\n',
        "utf-8",
    )
    assert [(text.id, text.body) for text in collect_wording(tmp_path)] == [
        ("HOI", "Hoi!\n\nHoe gaat het?"),
        ("groet", "Dag {}, fijn."),
    ]


def test_a_template_and_a_file_of_wording_are_read_too(tmp_path):
    """By line, without what is filled in or decided."""
    letter = "{% if x %}\nDag {{ x or {}.a }}, fijn.\n{{ y(\n  x) }}\n{% endif %}\nTot ziens!\n"
    (tmp_path / "brief.txt.j2").write_text(letter, "utf-8")
    words = "weg:\n  kop: Dit is weg\n  staat_in: [vragen]\n"
    (tmp_path / "wording.yml").write_text(words, "utf-8")
    assert [(text.where.rpartition(":")[2], text.body) for text in collect_wording(tmp_path)] == [
        ("2", "Dit is weg"),
        ("2", "Dag {}, fijn."),
        ("6", "Tot ziens!"),
    ]
