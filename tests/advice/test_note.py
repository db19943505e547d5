"""The note that is forwarded: it says one thing, in sentences, and nothing about its own works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.advice.advice import Advised, advise
from bot.advice.make_card import make_card
from bot.advice.note import write_note
from bot.packs.answers import book_of_case
from bot.packs.load import load_pack
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.model.answers import chosen
from bot.rules.model.book import AnswerBook
from tests.advice.conftest import Advise
from tests.shelf import DAY

EVERYTHING = Path(__file__).parents[1] / "packs" / "voorbeeld"
WEIGHED = {
    "wie_begint": "gemeente", "te_kiezen": "veel", "bestuur": "weegt", "nodig": "afweging",
    "fase": "plan", "gevolgen": "hinder", "instrument": "omgevingsplan", "spanning": "rustig",
    "voorgeschiedenis": "niets", "wie_mist": "niemand", "vastgelegd": "raadsbesluit",
}  # fmt: skip


def note(compiled: Compiled, advised: Advised, overruled: tuple[str, str] | None = None) -> str:
    """The note of a project with a name."""
    return write_note(make_card(compiled, advised, overruled), "riool en straat", DAY)


def sections(text: str) -> dict[str, str]:
    """Per heading what stands under it."""
    parts = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_note_carries_the_name_of_the_project(compiled: Compiled, advised: Advise) -> None:
    """In its title."""
    title = "# Notitie samenwerking: riool en straat\n"
    assert note(compiled, advised(**WEIGHED)).startswith(title)


def test_a_note_that_can_still_change_says_what_must_wait(
    compiled: Compiled, advised: Advise
) -> None:
    """Above everything else; the complete one says nothing of it."""
    provisional = note(compiled, advised(wie_begint="gemeente", te_kiezen="paar", bestuur="weegt"))
    head = next(iter(sections(provisional).values()))
    assert "**Dit is voorlopig. Nodig nog niemand uit en beloof nog niets.**" in head
    skipped = {q.id: "?" for q in compiled.pack.questions if q.id not in WEIGHED}
    assert "voorlopig" not in note(compiled, advised(**WEIGHED, **skipped))


def test_the_note_of_one_part_names_it_and_says_that_the_rest_is_fixed(compiled: Compiled) -> None:
    """As the chat and the page do."""
    answers = {"wie_begint": chosen("gemeente"), "te_kiezen@hoe": chosen("paar")}
    book = AnswerBook(answers | {"bestuur": chosen("weegt")}, parts=("hoe",))
    advice = sections(note(compiled, advise(compiled, book)))["Advies"]
    assert "- Hoe het wordt" in advice
    assert "- De rest van het project ligt vast. Zeg dat eerlijk." in advice


def test_another_choice_is_named_as_one(compiled: Compiled, advised: Advise) -> None:
    """Both, the reason, what must then hold, and why the advice was another."""
    text = note(compiled, advised(**WEIGHED), ("coproduceren", "De wethouder wil dit."))
    found = sections(text)
    choice = found["Jullie keuze"]
    assert "Jullie kozen coproduceren. Ons advies was adviseren." in choice
    assert "Jullie reden: De wethouder wil dit." in choice
    form = compiled.pack.form("coproduceren")
    assert form is not None
    assert all(f"- {need}" in choice.partition("Dan moet wel kloppen")[2] for need in form.fits)
    assert "Waarom ons advies adviseren was" in found
    assert "Waarom" not in found
    assert list(found).index("Jullie keuze") < list(found).index("Advies")


def test_what_is_promised_and_done_is_of_the_chosen_form(
    compiled: Compiled, advised: Advise
) -> None:
    """Not a word of the advice that was set aside."""
    text = note(compiled, advised(**WEIGHED), ("coproduceren", ""))
    card = make_card(compiled, advised(**WEIGHED), ("coproduceren", ""))
    chosen, set_aside = card.followed, compiled.pack.form("adviseren")
    assert chosen is not None
    assert chosen.id == "coproduceren"
    assert set_aside is not None
    assert chosen.promise in text
    assert all(step in text for step in chosen.first_steps)
    assert set_aside.promise not in text
    assert not any(step in text for step in set_aside.first_steps)
    assert "Jullie reden" not in text


def test_a_choice_for_the_advice_is_no_conflict(compiled: Compiled, advised: Advise) -> None:
    """When answers were changed until both agree."""
    advice = advised(**WEIGHED)
    assert note(compiled, advice, ("adviseren", "zo")) == note(compiled, advice)


def test_while_nothing_that_matters_is_known_no_form_is_chosen(
    compiled: Compiled, advised: Advise
) -> None:
    """The note says what to ask, whom and how; it promises nothing."""
    advice = advised(wie_begint="gemeente", te_kiezen="?", fase="?", gevolgen="weinig")
    assert [question.id for question in advice.ask_first] == ["te_kiezen", "bestuur", "nodig"]
    found = sections(note(compiled, advice))
    assert "Kies nog geen vorm" in found["Advies"]
    assert "Begin bij je opdrachtgever. Vraag dit eerst na:" in found["Advies"]
    assert "- Wat kan er nog anders? Vraag het na bij je opdrachtgever" in found["Advies"]
    assert {"Wat jullie beloven", "Eerste stappen", "Wie beslist en wie doet wat"}.isdisjoint(found)
    assert "nog anders" not in found["Nog uit te zoeken"]
    assert "Hoe ver is het?" in found["Nog uit te zoeken"]


def test_only_who_can_answer_is_asked(compiled: Compiled, advised: Advise) -> None:
    """An initiative of residents is asked of who leads it and of the lawyer, not of a client."""
    advice = advised(wie_begint="inwoners", inwoners_willen="?", raakt_anderen="?")
    asked = [question.id for question in advice.ask_first]
    assert asked == ["raakt_anderen", "inwoners_willen", "gemeente_beslist"]
    assert "Vraag eerst dit na:" in note(compiled, advice)


@pytest.mark.parametrize(
    "known",
    [
        {"wie_begint": "derde", "gemeente_beslist": "niets"},  # settled by two answers
        {"wie_begint": "gemeente", "te_kiezen": "veel", "bestuur": "weegt", "nodig": "niets"},
        {"wie_begint": "gemeente", "te_kiezen": "?", "instrument": "sociaal"},  # likely
    ],
)  # fmt: skip
def test_what_is_known_gives_an_advice(advised: Advise, known: dict[str, str]) -> None:
    """As soon as the opening questions are answered, or a form is likely."""
    assert advised(**known).ask_first == ()


def test_a_guess_is_called_one(compiled: Compiled, advised: Advise) -> None:
    """Below half; from half on it is likely."""
    guess = {"wie_begint": "gemeente", "te_kiezen": "veel", "bestuur": "volgt", "nodig": "niets"}
    assert "Nog niet zeker. Het meest lijkt het op: " in note(compiled, advised(**guess))
    likely = advised(**guess | {"nodig": "kiezers"})
    assert "- Waarschijnlijk past: laat inwoners kiezen" in note(compiled, likely)


def test_whose_it_is_is_said_in_words(compiled: Compiled, advised: Advise) -> None:
    """The other party is the one who took the initiative."""
    found = sections(note(compiled, advised(wie_begint="derde", gemeente_beslist="niets")))
    assert "- De vraag is van de initiatiefnemer.\n" in found["Wie beslist en wie doet wat"]
    assert "- Het besluit is van de gemeente.\n" in found["Wie beslist en wie doet wat"]


def test_how_it_was_decided_stands_in_the_last_line_only(compiled: Compiled) -> None:
    """Ids of rules and the version of the pack, for who wants to check."""
    for case in compiled.pack.cases:
        *above, last = note(compiled, advise(compiled, book_of_case(compiled.pack, case))).split(
            "\n\n"
        )
        assert f"versie {compiled.pack.version}_" in last
        assert compiled.pack.version not in "".join(above)
        assert not re.search(r"\b(vm|pl|st|vl)_\w+", "".join(above)), case.id


def test_every_line_is_a_sentence_with_one_end(compiled: Compiled) -> None:
    """A bullet begins with a capital, and no two marks stand side by side."""
    for case in compiled.pack.cases:
        text = note(compiled, advise(compiled, book_of_case(compiled.pack, case)))
        assert not re.search(r"[?!][.:]|[^.]\.\.[^.]", text), case.id
        assert not re.search(r"^(?:-|\d\.) [a-zà-ÿ]", text, re.MULTILINE), case.id


def test_points_are_told_with_their_limits() -> None:
    """How many, and from how many on what follows; nothing while they are not known."""
    compiled = compile_pack(load_pack(EVERYTHING), DAY)
    case = next(case for case in compiled.pack.cases if case.id == "heel")
    book = book_of_case(compiled.pack, case)
    told = make_card(compiled, advise(compiled, book)).counted
    assert told
    pattern = r".+: [\d,/-]+ punt(en)? \((.+ vanaf \S+)(, .+ vanaf \S+)*\)\."
    assert all(re.fullmatch(pattern, line) for line in told)
    note = write_note(make_card(compiled, advise(compiled, book)), "", DAY)
    assert all(f"- {line}" in note for line in told)
    assert make_card(compiled, advise(compiled, AnswerBook({}))).counted == ()
