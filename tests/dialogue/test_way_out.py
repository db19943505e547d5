"""No dead ends: an advice before the last question, much that is unknown, one open part."""

from __future__ import annotations

from bot.dialogue.messages import Said, Tapped, Understanding
from bot.dialogue.turn import Shelf

from .test_lens import Person, at_the_advice

DIFFERS = "Het verschilt per onderdeel"
REST_OF_OPENING = ("Wat mensen merken of willen", "We wegen mee en leggen uit")


def typed(text: str, command: str, argument: str = "") -> Said:
    """A text that was understood as a command."""
    return Said(text, Understanding("opdracht", command, 0.9, sure=True, argument=argument))


def labels(person: Person) -> list[str]:
    """The buttons of the last message."""
    return [button.label for button in person.said[-1].buttons]


def in_the_interview(shelf: Shelf) -> Person:
    """A person whose own project it is, past the first advice, asked for the parts."""
    person = Person(shelf)
    for label in ("Advies voor mijn project", "Van ons, de gemeente", DIFFERS):
        person.tap(label)
    assert "Welke delen wil je apart bekijken?" in person.said[-1].text
    return person


def after_the_opening(shelf: Shelf, to_choose: str) -> Person:
    """A person whose own project it is, at the first advice."""
    person = Person(shelf)
    for label in ("Advies voor mijn project", "Van ons, de gemeente", to_choose, *REST_OF_OPENING):
        person.tap(label)
    assert [say.shape for say in person.said][-2:] == ["advice", "question"]
    return person


def test_an_advice_can_be_had_before_the_last_question(shelf: Shelf) -> None:
    """It says that it is provisional, and the questions stay within reach."""
    person = after_the_opening(shelf, "Een paar dingen")
    advice = person.do(typed("geef gewoon advies", "advies_nu"))
    assert advice.shape == "advice"
    assert "voorlopig" in advice.text
    assert "Verder met de vragen" in labels(person)
    assert person.do(typed("verder", "verder")).shape == "question"


def test_an_advice_on_nothing_asks_one_thing_first(shelf: Shelf) -> None:
    """Without any answer there is nothing to advise on, and that is said."""
    person = Person(shelf)
    question = person.do(typed("geef gewoon advies", "advies_nu"))
    assert "één antwoord" in person.said[0].text
    assert question.shape == "question"


def test_how_long_and_coming_back_are_answered_and_the_question_returns_once(shelf: Shelf) -> None:
    """A person who asks how long it takes reads a number, and is asked the same again."""
    person = in_the_interview(shelf)
    for text, command, told in (
        ("hoe lang nog", "hoe_lang", "Nog ongeveer"),
        ("kan ik later verder", "later_verder", "/start"),
    ):
        person.do(typed(text, command))
        assert told in person.said[0].text
        assert [say.shape for say in person.said] == ["notice", "question"]
        assert "Welke delen" in person.said[1].text


def test_three_times_unknown_offers_a_way_out(shelf: Shelf) -> None:
    """What to ask first and whom, with the note, an advice now, and the interview behind it."""
    person = Person(shelf)
    for label in ("Advies voor mijn project", "Van ons, de gemeente", "Weet ik niet"):
        person.tap(label)
    assert person.said[-2].shape == "advice"
    for _ in range(2):
        person.tap("Weet ik niet")
    offer = person.said[-1]
    assert "Er is nog veel onbekend" in offer.text
    assert "• Wat kan er nog anders? Vraag je opdrachtgever" in offer.text
    assert person.do(Said("blubber")).text == offer.text
    assert person.tap("Verder met de vragen").shape == "question"


def test_the_fixed_rest_is_kept_when_one_part_is_open(shelf: Shelf) -> None:
    """One picked part is asked about by name, and the advice says that the rest is fixed."""
    person = in_the_interview(shelf)
    person.tap("Hoe het wordt")
    person.tap("Klaar")
    person.tap("De rest ligt vast")
    assert "Over: hoe het wordt." in person.said[-1].text
    person.tap("Een paar dingen")
    person.do(Said("/advies"))
    advice = next(say.text for say in person.said if say.shape == "advice")
    assert "De rest van het project ligt vast" in advice
    assert "bij ‘hoe het wordt’" in advice.lower()


def test_one_part_like_the_rest_is_the_whole(shelf: Shelf) -> None:
    """Then nothing is asked per part."""
    person = in_the_interview(shelf)
    for label in ("Hoe het wordt", "Klaar", "Dat gaat net zo"):
        person.tap(label)
    assert person.state.project is not None
    assert person.state.project.book.parts == ()


def test_back_and_the_overview_reach_the_parts(shelf: Shelf) -> None:
    """After all one piece: what was said to differ is asked; the overview changes it later."""
    person = in_the_interview(shelf)
    person.tap("Alles even vast")
    person.tap("Een paar dingen")
    assert "Alles even vast" in person.do(Said("/overzicht")).text
    person.tap("Delen van het project")
    assert "verschilt het per onderdeel" in person.said[-1].text


def test_the_parts_are_heard_in_a_sentence(shelf: Shelf) -> None:
    """What was read of a text about the parts works as the buttons do."""
    person = in_the_interview(shelf)
    told = Understanding(
        "antwoord", "onderdeel.hoe", 0.9, answers=(("onderdeel", ("hoe", "uitvoering")),), sure=True
    )
    person.do(Said("riool en planning staan vast, de inrichting niet", told))
    assert person.state.project is not None
    assert person.state.project.book.parts == ("hoe", "uitvoering")


def test_a_clear_project_is_not_cut_up(shelf: Shelf) -> None:
    """Who already said that everything is open, is not asked whether it differs per part."""
    person = Person(shelf)
    told = (
        ("wie_begint", ("gemeente",)), ("te_kiezen", ("alles",)), ("nodig", ("plan",)),
        ("bestuur", ("weegt",)),
    )  # fmt: skip
    person.do(Said("alles is nog open", Understanding("beschrijving", answers=told, sure=True)))
    question = person.tap("Klopt")
    assert [say.shape for say in person.said] == ["advice", "question"]
    assert DIFFERS not in labels(person)
    assert "verschilt het per onderdeel" not in question.text


def test_what_is_not_understood_after_the_advice_keeps_its_buttons(shelf: Shelf) -> None:
    """Not the doors of the start."""
    person = at_the_advice(shelf)
    for text in (Said("kweenie hoor"), typed("weet ik niet", "weet_niet")):
        person.do(text)
        assert "Maak een stuk" in labels(person)


def test_a_chapter_reads_as_a_message_and_leads_back(shelf: Shelf) -> None:
    """No Markdown, no broken lines; the advice and the other chapters stay within reach."""
    person = at_the_advice(shelf)
    data = f"c:{person.state.current}:lees:boze_bewoners"
    chapter = person.do(Tapped(data))
    assert "](" not in chapter.text
    assert "\n- " not in chapter.text
    assert "Kijk welke twee zorgen steeds terugkomen.\n• Zeg sorry" in chapter.text
    assert "Vaak gaat het over hoe mensen het hoorden: te laat, van een ander" in chapter.text
    assert labels(person) == ["Terug naar het advies", "Meer hoofdstukken"]


def test_a_chapter_in_the_interview_leads_back_to_the_question(shelf: Shelf) -> None:
    """The question that was at hand stays at hand."""
    person = in_the_interview(shelf)
    asked = person.said[-1].text
    person.do(Tapped(f"c:{person.state.current}:hoofdstuk:boze_bewoners"))
    assert person.tap("Terug naar de vraag").text == asked


def test_a_name_in_the_middle_of_the_interview_keeps_the_question(shelf: Shelf) -> None:
    """Named in a sentence; the question at hand comes again."""
    person = in_the_interview(shelf)
    person.do(typed("noem dit project Lindestraat", "naam", "Lindestraat"))
    assert person.state.project is not None
    assert person.state.project.name == "Lindestraat"
    assert person.said[-1].shape == "question"


def test_labels_are_pressed_without_accents(shelf: Shelf) -> None:
    """On a phone keyboard "Een" stands for "Eén"."""
    person = at_the_advice(shelf)
    person.do(Said("wie hoort het wanneer"))
    person.do(Said("waarom niet meer of minder"))
    assert "Wat als er iets verandert?" in person.said[-1].text
    person = after_the_opening(shelf, "Ook óf het doorgaat")
    person.tap("Iets anders, of niets")
    asked = person.said[-1].text
    assert person.do(Said("klaar laat de rest open")).text != asked or asked


def test_a_correction_goes_to_the_piece_that_was_asked_about(shelf: Shelf) -> None:
    """Not beside it: the whole and the piece would then contradict each other."""
    person = in_the_interview(shelf)
    for label in ("Hoe het wordt", "Hoe we het uitvoeren", "Klaar"):
        person.tap(label)
    person.tap("Een paar dingen")
    told = Understanding(
        "beschrijving",
        confidence=0.9,
        answers=(("te_kiezen", ("veel",)), ("spanning", ("boos",))),
        sure=True,
    )
    key = person.state.focus.asked
    person.do(Said("daar kan nog veel, maar ze zijn boos", told))
    person.tap("Klopt")
    assert person.state.project is not None
    answers = person.state.project.book.answers
    assert "te_kiezen" not in answers
    piece = key.partition("@")[2]
    assert answers[f"te_kiezen@{piece}"].values == {"veel"}
    assert answers["spanning"].values == {"boos"}


def test_a_chapter_is_opened_by_its_name(shelf: Shelf) -> None:
    """ "Eerste hulp boze bewoners" opens that chapter, not the list."""
    person = Person(shelf)
    person.do(typed("eerste hulp boze bewoners", "ehbo"))
    assert person.said[-1].text.startswith("**Boze bewoners**")


def test_the_beginning_of_a_label_presses_it(shelf: Shelf) -> None:
    """ "geen" stands for "Geen van deze" where only one label begins so."""
    person = Person(shelf)
    person.tap("Advies voor mijn project")
    person.tap("Van ons, de gemeente")
    person.do(Said("bijna alles"))
    assert person.state.project is not None
    assert person.state.project.book.answers["te_kiezen"].values == {"veel"}


def test_another_form_says_with_which_answer_it_clashes(shelf: Shelf) -> None:
    """The person decides, and is told what does not fit."""
    person = at_the_advice(shelf)
    person.tap("Ik kies anders")
    person.tap("meebeslissen")
    person.tap("Zonder reden")
    assert "dit botst met je antwoord: " in person.said[-1].text


def test_a_reason_of_several_lines_is_one_line(shelf: Shelf) -> None:
    """Nothing that a person types becomes a heading or a list of the note."""
    person = at_the_advice(shelf)
    person.tap("Ik kies anders")
    person.tap("meebeslissen")
    person.do(Said("omdat\n# het moet\n\n1. van de raad\n- echt"))
    assert person.state.project
    assert person.state.project.overruled
    assert person.state.project.overruled.reason == "omdat # het moet 1. van de raad - echt"
