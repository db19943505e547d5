"""A talk on the page without JavaScript: what is answered counts once, and every place is kept."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from anyio import CapacityLimiter

from bot.channels.web.visit import ASKED_AFTER, SHARED_MINUTES
from bot.language.plain.plain import PlainUnderstander
from bot.language.wording import READY
from tests.channels.web.browsing import FORM, Page, Person
from tests.channels.web.conftest import House


def known(person: Person) -> int:
    """How many answers stand beside the talk."""
    return sum(label.startswith("Verander je antwoord") for label in person.open().answers)


def test_who_only_looks_leaves_nothing_behind(house: House, person: Person) -> None:
    """The first page greets; only a turn is kept."""
    page = person.open()
    assert "Advies voor mijn project" in page.answers
    assert house.kept() == 0


def test_a_whole_talk_by_buttons_ends_at_an_advice(person: Person) -> None:
    """Each answer stands beside the talk, with a button that changes it."""
    page = person.answer(0)
    for _ in range(60):
        if "bericht--advice" in page.html and not any("Dit is genoeg" in a for a in page.answers):
            break
        page = person.tick(page.ticks[0]) if page.ticks else person.press(page.answers[0])
    assert "bericht--advice" in page.html
    assert known(person) >= 2


def test_a_refresh_shows_the_same_screen(person: Person) -> None:
    """What was said last stands there until something else is said."""
    person.answer(2)
    before, after = Page(person.open().html), Page(person.open().html)
    assert _talk(before) == _talk(after)
    assert before.answers == after.answers


def _talk(page: Page) -> str:
    return page.html.split('id="gesprek"')[1].split("</form>")[0].split('name="plek"')[0][:200]


def test_a_text_that_is_told_stays_on_the_screen(person: Person) -> None:
    """An explanation is not lost by a refresh."""
    person.answer(0)
    told = person.press("Waarom vraag je dit?").words
    assert person.open().words == told


def test_the_same_form_twice_counts_once(house: House, person: Person) -> None:
    """A double click, or a repeat after a lost connection."""
    person.answer(1)
    action, fields = person.fields(person.page.answers[0])
    first = person.post(action, fields)
    again = person.post(action, fields)
    assert again.answers == first.answers
    person.open()
    action, fields = person.fields("Neem je laatste antwoord terug")
    person.post(action, fields)
    taken_back = person.post(action, fields)
    assert known(person) == 1, "once back, not twice"
    assert taken_back.title


def test_two_tabs_share_one_talk(person: Person) -> None:
    """What one tab answers, the other shows; an old button there does no harm."""
    person.answer(1)
    other = Person(person.client)
    other.open()
    person.press(person.page.answers[0])
    before = known(person)
    page = other.press(other.page.answers[0])
    assert page.title
    assert known(person) == before


def test_several_ticks_are_one_answer(person: Person) -> None:
    """Sent with one button."""
    page = person.answer(0)
    for _ in range(40):
        if len(page.ticks) > 1:
            break
        page = person.press(page.answers[0])
    before = known(person)
    person.open()
    first, second = person.page.ticks[:2]
    page = person.tick(first, second)
    assert first in page.words
    assert second in page.words
    assert known(person) == before + 1


def test_nothing_chosen_or_typed_is_said_kindly(person: Person) -> None:
    """And the screen stays."""
    person.answer(1)
    before = person.page.answers
    page = person.type("   ")
    assert "Je typte nog niets." in page.words
    assert page.answers == before


def test_an_answer_is_changed_from_the_list(person: Person) -> None:
    """Its question comes again, and the new answer counts."""
    person.answer(2)
    label = next(each for each in person.page.answers if each.startswith("Verander je antwoord"))
    before = known(person)
    person.open()
    page = person.press(label)
    page = person.press(page.answers[1])
    assert known(person) >= before - 1


def test_what_is_typed_is_heard_and_kept_nowhere(house: House, person: Person) -> None:
    """Commands and numbers work without a model; the text is in no file."""
    person.open()
    sentence = "paarse olifanten dansen op de kade"
    person.type(sentence)
    person.type("/hulp")
    assert "/overzicht" in person.page.words
    held = b"".join(p.read_bytes() for p in house.folder.rglob("*") if p.is_file())
    assert sentence.encode() not in held


def test_the_talk_is_wiped_after_a_yes(house: House, person: Person) -> None:
    """From the page itself: nothing of it is left, and another begins."""
    person.answer(2)
    page = person.open("/wis")
    assert "Nee, terug naar het gesprek" in [text for text, _ in page.links]
    assert known(person) == 2
    person.open("/wis")
    assert "Alles is gewist" in person.press("Ja, wis alles").title
    assert house.kept() == 0
    assert "Advies voor mijn project" in person.open().answers


def test_the_talk_is_wiped_by_its_own_words_too(house: House, person: Person) -> None:
    """The command of the conversation, and its yes."""
    person.answer(1)
    person.type("/verwijder")
    page = person.press(person.page.answers[0])
    assert "Alles is gewist" in page.title
    assert house.kept() == 0


def test_a_note_is_kept_as_word_and_as_text(house: House, person: Person) -> None:
    """What the conversation hands over stands on the screen as a link."""
    page = person.answer(2)
    for _ in range(40):
        if "bericht--advice" in page.html and not any(
            "Dit is genoeg" in each for each in page.answers
        ):
            break
        page = person.tick(page.ticks[0]) if page.ticks else person.press(page.answers[0])
    page = person.type("maak een notitie")
    papers = [address for _, address in page.links if address.startswith("/papier/")]
    assert len(papers) == 2
    word, text = (person.client.get(address) for address in papers)
    assert word.content[:2] == b"PK"
    assert text.text.startswith("# ")
    assert "attachment" in word.headers["content-disposition"]
    assert person.client.get("/papier/99.docx").status_code == 404


def test_another_choice_in_an_old_form_is_another_turn(person: Person) -> None:
    """Back in the browser, and then another button: not lost as a repeat."""
    person.answer(0)
    labels = person.page.answers
    first, second = person.fields(labels[0]), person.fields(labels[1])
    person.post(*first)
    before = person.open().words
    person.post(*second)
    assert person.open().words != before


def test_a_form_of_another_page_or_talk_is_refused(house: House, person: Person) -> None:
    """Without the mark, with that of somebody else, or sent by another site."""
    person.answer(0)
    action, fields = person.fields(person.page.answers[0])
    without = [(name, value) for name, value in fields if name != "merk"]
    stranger = house.person()
    stranger.open()
    for client, sent, more in (
        (person.client, without, {}),
        (stranger.client, fields, {}),
        (person.client, fields, {"Sec-Fetch-Site": "cross-site"}),
        (house.browser(), fields, {}),
    ):
        answer = client.post(action, content=urlencode(sent), headers=FORM | more)
        assert answer.status_code == 403
    assert known(person) == 0


def test_a_shared_computer_forgets_after_a_quarter(house: House, person: Person) -> None:
    """The talk is wiped from the storage when somebody comes later."""
    person.answer(2)
    person.press("Dit is een gedeelde computer")
    answer = person.client.get("/", headers={"Accept": "text/html"})
    assert "max-age" not in answer.headers["set-cookie"].lower()
    now = house.site.clock()
    house.site.clock = lambda: now + 16 * 60
    assert "Advies voor mijn project" in person.open().answers
    assert house.kept() == 0


def test_a_shared_computer_forgets_when_nobody_comes_back(house: House, person: Person) -> None:
    """The cookie went with the browser: the talk is wiped by itself."""
    person.answer(1)
    person.press("Dit is een gedeelde computer")
    quarter = timedelta(minutes=SHARED_MINUTES)
    assert house.conversation.sweep_ended(house.site.now()) == 0
    assert house.conversation.sweep_ended(house.site.now() + quarter) == 1
    assert house.kept() == 0


def test_a_computer_of_ones_own_forgets_nothing_by_itself(house: House, person: Person) -> None:
    """Also when it was taken for a shared one before."""
    person.answer(1)
    person.press("Dit is een gedeelde computer")
    person.press("Dit is mijn eigen computer")
    assert house.conversation.sweep_ended(house.site.now() + timedelta(days=1)) == 0
    assert known(person) == 1


def test_on_a_shared_computer_is_asked_first(house: House, person: Person) -> None:
    """On every page of the visitor, also without JavaScript. To be asked is no sign of life; to go
    on is, and so is a script that says that somebody types."""
    person.answer(2)
    assert "/nog-daar" not in person.page.html
    person.press("Dit is een gedeelde computer")
    for path in ("/", "/advies", "/beantwoord", "/presenteer"):
        assert f'content="{ASKED_AFTER * 60}; url=/nog-daar"' in person.open(path).html
    begun = house.site.clock()
    house.site.clock = lambda: begun + ASKED_AFTER * 60
    page = person.open("/nog-daar")
    assert page.title.startswith("Ben je er nog?")
    assert "set-cookie" not in person.client.get("/nog-daar").headers
    person.client.get("/wakker")
    house.site.clock = lambda: begun + (ASKED_AFTER + SHARED_MINUTES - 1) * 60
    assert known(person) == 2
    house.site.clock = lambda: begun + (ASKED_AFTER + 2 * SHARED_MINUTES) * 60
    assert "Alles is gewist" in person.open("/nog-daar").title
    assert house.kept() == 0


@pytest.mark.parametrize(("place", "stays"), [("/", "Dit zei je"), ("/presenteer", "Ligt vast")])
def test_an_empty_form_is_answered_where_it_came_from(
    person: Person, place: str, stays: str
) -> None:
    """With a kind note on that page itself, whatever was left out; and the talk goes on there."""
    person.answer(2)
    person.open(place)
    hidden = next(form.hidden for form in person.page.forms if "tekst" in form.texts)
    for empty, note in (
        ([], "Je vinkte nog niets aan."),
        ([("tekst", " ")], "Je typte nog niets."),
        ([("knop", "")], "Je vinkte nog niets aan."),
    ):
        page = person.post("/beurt", [*hidden, *empty])
        assert note in page.words
        assert stays in page.words
    person.post("/beurt", [*hidden, ("tekst", "/hulp")])
    assert stays in person.page.words


def test_the_address_of_a_turn_leads_to_the_talk(person: Person) -> None:
    """A refresh after a note, or an old bookmark, is no dead end."""
    person.answer(1)
    assert "Dit zei je" in person.open("/beurt").words


def test_a_command_waits_for_no_language_model(
    house: House, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While others type and the model hangs."""
    person.open()
    monkeypatch.setattr(house.site, "_texts", CapacityLimiter(0))
    assert "/overzicht" in person.type("/hulp").words


def test_who_types_first_is_not_greeted_twice(person: Person) -> None:
    """The doors stood on the page already; what was typed is answered at once."""
    assert "Hoi!" in person.open().words
    page = person.type("we gaan de straat openbreken voor het riool")
    assert "Hoi!" not in page.words
    assert "Hoi!" not in person.type("en dan nog iets").words


@pytest.mark.parametrize(
    "door", ["Advies voor mijn project", "Ik heb een vraag", "Help, er is gedoe"]
)
def test_who_goes_through_a_door_and_types_is_not_greeted(person: Person, door: str) -> None:
    """What stood on the page is not said again in the middle of the talk."""
    person.open()
    person.press(door)
    page = person.type("we gaan de straat openbreken voor het riool")
    assert "Hoi!" not in page.words


def test_before_anything_was_answered_nothing_is_said_of_whose_it_is(person: Person) -> None:
    """Then it stands there with a heading."""
    head = "Van wie is wat"
    assert head not in person.answer(0).words
    assert head in person.answer(2).words


def test_without_free_text_nobody_is_asked_for_own_words(house: House, person: Person) -> None:
    """The field takes an answer as it stands on a button."""
    assert "Of typ een antwoord of opdracht" in person.open().words

    class Hears(PlainUnderstander):
        def status(self) -> str:
            return READY

    house.conversation._understander = Hears()
    assert "Of typ het in je eigen woorden" in person.open().words
