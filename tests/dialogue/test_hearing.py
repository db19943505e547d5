"""What a text told: shown with its words, counted as far as it was shown, changed when asked."""

from __future__ import annotations

import pytest

from bot.dialogue.focus import Clash, Confirm
from bot.dialogue.messages import Candidate, Understanding
from tests.dialogue.small import Talker, told

STORY = "bewoners kwamen met het plan en er kan nog van alles, mensen zijn wel boos"
HEARD = told(
    STORY,
    wie="zij: bewoners kwamen met het plan",
    ruimte="veel: er kan nog van alles",
    sfeer="boos: mensen zijn wel boos",
)


def test_all_facts_of_a_message_stand_on_one_screen_with_their_words() -> None:
    """And none of them counts before the yes."""
    talker = Talker()
    text = talker.say(STORY, HEARD)
    assert "• Inwoners begonnen. (“bewoners kwamen met het plan”)" in text
    assert "• Er ligt veel open. (“er kan nog van alles”)" in text
    assert "• Mensen zijn boos. (“mensen zijn wel boos”)" in text
    assert talker.answers == {}
    talker.tap("Klopt")
    assert talker.answers == {"wie": "zij", "ruimte": "veel", "sfeer": "boos"}
    assert talker.project.words["sfeer"] == "mensen zijn wel boos"


def test_what_does_not_decide_the_form_is_shown_with_the_next_question() -> None:
    """It costs no tap, and says how to put it right."""
    talker = Talker().begin()
    said = "het is rustig daar"
    text = talker.say(said, told(said, plain=True, sfeer="rustig: het is rustig"))
    assert (
        "Ook genoteerd:\n• De sfeer is rustig. (“het is rustig”)\nKlopt iets niet? Zeg het." in text
    )
    assert "Wie begon hiermee?" in talker.said[-1].text
    assert talker.answers == {"sfeer": "rustig"}


def test_what_a_model_read_in_other_words_waits_for_a_yes() -> None:
    """Also where it does not decide: it may not be what was said."""
    talker = Talker().begin()
    said = "in de hele buurt praten ze erover"
    text = talker.say(said, told(said, sfeer="boos: in de hele buurt praten ze erover"))
    assert "• Mensen zijn boos. (“in de hele buurt praten ze erover”)\nKlopt dat?" in text
    assert talker.answers == {}


def test_two_facts_of_one_message_wait_for_a_yes_also_when_they_do_not_decide() -> None:
    """Of several, one may be misread: nothing counts in silence."""
    text = "het is rustig daar, de jeugd zie ik niet"
    read = told(text, sfeer="rustig: het is rustig", mist="jeugd: de jeugd zie ik niet")
    talker = Talker().begin()
    assert "• De sfeer is rustig. (“het is rustig”)" in talker.say(text, read)
    assert talker.answers == {}
    talker.tap("Klopt")
    assert talker.answers == {"sfeer": "rustig", "mist": "jeugd"}


def test_what_could_not_be_placed_is_said() -> None:
    """In the words of the person."""
    heard = told(
        STORY, unplaced=("het park is van iedereen",), wie="zij: bewoners", ruimte="veel: van alles"
    )
    text = Talker().say(STORY, heard)
    assert "Dit kon ik niet plaatsen: “het park is van iedereen”." in text


def test_a_meaning_that_the_open_question_lent_is_asked_back() -> None:
    """Also where the answer does not decide the form."""
    talker = Talker().begin("De gemeente", "Niets")
    assert talker.state.focus.asked == "sfeer"
    talker.say("vrij heet", told("vrij heet", lent=True, sfeer="boos: vrij heet"))
    assert isinstance(talker.state.focus, Confirm)
    assert "sfeer" not in talker.answers
    talker.tap("Klopt")
    assert talker.answers["sfeer"] == "boos"


# --- one of them is wrong -------------------------------------------------------------------


@pytest.mark.parametrize("label", ["Inwoners begonnen.", "Er ligt veel open.", "Mensen zijn boos."])
def test_one_wrong_fact_is_put_right_and_the_others_stay(label: str) -> None:
    """By picking it; its question comes with its options."""
    talker = Talker()
    talker.say(STORY, HEARD)
    talker.tap("Eén ding klopt niet")
    talker.tap(label)
    wrong = talker.state.focus.asked
    right = {
        "wie": ("De gemeente", "wij"),
        "ruimte": ("Niets", "niets"),
        "sfeer": ("Rustig", "rustig"),
    }
    talker.tap(right[wrong][0])
    assert talker.answers == {}
    talker.tap("Klopt")
    expected = {"wie": "zij", "ruimte": "veel", "sfeer": "boos"}
    assert talker.answers == expected | {wrong: right[wrong][1]}
    assert wrong not in talker.project.words
    assert len(talker.project.words) == 2


def test_the_right_answer_may_be_typed_at_once_and_the_others_stay() -> None:
    """After "Eén ding klopt niet", and without it."""
    for button in ("Eén ding klopt niet", ""):
        talker = Talker()
        talker.say(STORY, HEARD)
        if button:
            talker.tap(button)
        text = "nee, de gemeente begon"
        talker.say(text, told(text, corrects=True, wie="wij: de gemeente begon"))
        talker.tap("Klopt")
        assert talker.answers == {"wie": "wij", "ruimte": "veel", "sfeer": "boos"}
        assert talker.project.words["wie"] == "de gemeente begon"


def test_a_wrong_fact_can_be_left_out() -> None:
    """Then it is asked when it matters."""
    talker = Talker()
    talker.say(STORY, HEARD)
    talker.tap("Eén ding klopt niet")
    talker.tap("Er ligt veel open.")
    talker.tap("Laat dit weg")
    talker.tap("Klopt")
    assert talker.answers == {"wie": "zij", "sfeer": "boos"}
    assert talker.state.focus.asked == "ruimte"


def test_a_denial_without_what_is_right_asks_which_fact_is_wrong() -> None:
    """ "Nee, dat is anders gegaan": not the same card again, unchanged."""
    talker = Talker()
    talker.say(STORY, HEARD)
    text = talker.say("nee, dat is heel anders gegaan", told("nee", corrects=True))
    assert "Wat klopt er niet?" in text
    assert talker.answers == {}


# --- what was settled stays -----------------------------------------------------------------


def at_the_advice() -> Talker:
    """Everything answered by tapping, the advice on the screen."""
    talker = Talker().begin("De gemeente", "Niets", "Rustig", "Niemand")
    assert talker.said[-1].shape == "advice"
    return talker


WIE = told("bewoners kwamen ermee", wie="zij: bewoners kwamen ermee")


@pytest.mark.parametrize("place", ["question", "advice"])
def test_a_settled_fact_is_not_changed_by_a_text_that_says_otherwise(place: str) -> None:
    """Both are shown, and the person says which one is right."""
    talker = at_the_advice() if place == "advice" else Talker().begin("De gemeente")
    before = talker.answers
    text = talker.say("bewoners kwamen ermee", WIE)
    assert "Eerder zei je: De gemeente begon." in text
    assert "Nu zeg je: Inwoners begonnen. (“bewoners kwamen ermee”)" in text
    assert talker.answers == before
    assert talker.labels == ["De gemeente", "Inwoners"]


@pytest.mark.parametrize(("label", "value"), [("De gemeente", "wij"), ("Inwoners", "zij")])
def test_what_is_right_is_chosen_and_it_goes_on(label: str, value: str) -> None:
    """With the words, when it is what was said now; typing the answer does too."""
    for typed in (False, True):
        talker = Talker().begin("De gemeente")
        talker.say("bewoners kwamen ermee", WIE)
        talker.say(label) if typed else talker.tap(label)
        assert talker.answers == {"wie": value}
        assert bool(talker.project.words) is (value == "zij")
        assert talker.state.focus.asked == "ruimte"


def test_of_several_facts_the_one_that_differs_is_asked_about_first() -> None:
    """And the others are said back after it."""
    talker = Talker().begin("De gemeente")
    talker.say(STORY, HEARD)
    assert isinstance(talker.state.focus, Clash)
    text = talker.tap("De gemeente")
    assert "Er ligt veel open." in text
    assert "Inwoners begonnen" not in text
    talker.tap("Klopt")
    assert talker.answers == {"wie": "wij", "ruimte": "veel", "sfeer": "boos"}


def test_which_of_the_two_is_asked_once() -> None:
    """Who says something else keeps what was said before, and that is said."""
    talker = Talker().begin("De gemeente")
    talker.say("bewoners kwamen ermee", WIE)
    assert isinstance(talker.state.focus, Clash)
    said = talker.say("blubber")
    assert "Ik laat staan wat je eerder zei" in said
    assert talker.state.focus.asked == "ruimte"
    assert talker.answers == {"wie": "wij"}


@pytest.mark.parametrize("place", ["question", "clash", "advice", "faq", "overview"])
def test_an_explicit_correction_is_heard_from_every_place(place: str) -> None:
    """It touches that one fact."""
    talker = at_the_advice() if place == "advice" else Talker().begin("De gemeente", "Niets")
    if place == "clash":
        talker.say("bewoners kwamen ermee", WIE)
    elif place != "question":
        talker.say({"faq": "/vraag_stellen", "overview": "/overzicht"}.get(place, "/advies"))
    before = talker.answers
    text = "nee, bewoners begonnen"
    talker.say(text, told(text, corrects=True, wie="zij: bewoners begonnen"))
    assert isinstance(talker.state.focus, Confirm)
    talker.tap("Klopt")
    assert talker.answers == before | {"wie": "zij"}


def test_a_correction_of_what_does_not_decide_needs_no_yes() -> None:
    """It is shown with the next question."""
    talker = Talker().begin()
    talker.say("rustig", told("rustig", plain=True, sfeer="rustig: rustig"))
    text = talker.say("nee, boos", told("nee, boos", corrects=True, sfeer="boos: boos"))
    assert "• Mensen zijn boos. (“boos”)" in text
    assert talker.answers == {"sfeer": "boos"}


def test_more_of_a_multiple_choice_is_no_contradiction_and_a_correction_replaces_it() -> None:
    """ "Ook ondernemers" adds; "nee, kinderen" does not."""
    talker = Talker().begin()
    talker.say("ondernemers", told("ondernemers", plain=True, mist="zaak: ondernemers"))
    talker.say("drukke mensen", told("drukke mensen", plain=True, mist="druk: drukke mensen"))
    assert talker.answers == {"mist": "druk,zaak"}
    talker.say("nee, kinderen", told("nee, kinderen", corrects=True, mist="jeugd: kinderen"))
    assert talker.answers == {"mist": "jeugd"}


def test_who_did_not_know_may_know_later() -> None:
    """That is no contradiction."""
    talker = Talker().begin("Weet ik niet")
    talker.say("bewoners kwamen ermee", WIE)
    assert isinstance(talker.state.focus, Confirm)


# --- the words, and where they are ----------------------------------------------------------


def confirmed() -> Talker:
    """Three facts with their words."""
    talker = Talker()
    talker.say(STORY, HEARD)
    talker.tap("Klopt")
    return talker


def test_the_overview_shows_the_words() -> None:
    """Beside each answer that has them."""
    text = confirmed().say("/overzicht")
    assert "(“bewoners kwamen met het plan”)" in text


def test_an_answer_that_is_tapped_has_no_words_any_more() -> None:
    """What was said stood behind the earlier one; taking an answer back lets go of them too."""
    talker = confirmed()
    talker.say("/overzicht")
    talker.tap("Hoe is de sfeer?")
    talker.tap("Rustig")
    assert set(talker.project.words) == {"wie", "ruimte"}
    talker = confirmed()
    talker.say("/terug")
    assert len(talker.project.words) == 2


def test_the_note_has_the_words_only_when_asked() -> None:
    """By a button where the note is; without words there is none."""
    talker = confirmed()
    talker.say("/notitie")
    assert "kwamen met het plan" not in talker.document
    talker.tap("Zet mijn eigen woorden erbij")
    assert "(“bewoners kwamen met het plan”)" in talker.document
    assert "Zet mijn eigen woorden erbij" not in talker.labels
    tapped = at_the_advice()
    tapped.say("/notitie")
    assert tapped.document
    assert "Zet mijn eigen woorden erbij" not in tapped.labels


def test_beginning_again_lets_go_of_the_words() -> None:
    """They go with their answers."""
    talker = confirmed()
    talker.say("/opnieuw")
    talker.tap("Ja, begin opnieuw")
    assert talker.project.words == {}


@pytest.mark.parametrize("text", ["sla maar over", "/overslaan"])
def test_skipping_is_said(text: str) -> None:
    """Nothing is skipped in silence."""
    talker = Talker().begin()
    said = talker.say(text, Understanding("opdracht", "overslaan", 0.9, sure=True))
    assert said.startswith("Die sla ik over.")


def test_a_denied_skip_is_asked_back() -> None:
    """ "Sla dit niet over" skips nothing."""
    talker = Talker().begin()
    skip = Candidate("opdracht", "overslaan", 0.9)
    talker.say("sla dit niet over", Understanding("opdracht", "overslaan", 0.9, (skip,), sure=True))
    assert talker.answers == {}
    assert talker.said[0].text == "Bedoel je dit?"


def test_who_stops_among_the_questions_may_have_the_advice_as_it_stands() -> None:
    """In one tap."""
    talker = Talker().begin("De gemeente")
    talker.say("/stop")
    talker.tap("Geef nu een voorlopig advies")
    assert talker.said[-1].shape == "advice"


def test_who_does_not_get_why_something_is_said_back_hears_it() -> None:
    """And it comes again."""
    talker = Talker()
    talker.say(STORY, HEARD)
    shown = talker.said[-1].text
    told = talker.say("snap ik niet", Understanding("opdracht", "waarom", 1.0, sure=True))
    assert told == f"Dit las ik in wat je schreef. Klopt het, dan reken ik ermee.\n{shown}"
    talker = Talker().begin("De gemeente")
    shown = talker.say("bewoners kwamen ermee", WIE)
    told = talker.say("snap ik niet", Understanding("opdracht", "waarom", 1.0, sure=True))
    assert told == f"Die twee gaan niet samen. Ik reken met wat jij kiest.\n{shown}"
