"""Dutch numbers: what is read, what is asked back, and that what is written is read again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.number_tokens import thousands
from bot.words.numbers import Amount, between, bounds, number, read, written

MILLION = 10**6


def exactly(value):
    return Amount(Fraction(value), Fraction(value))


def from_to(low, high):
    return Amount(Fraction(low), Fraction(high))


def more(low):
    return Amount(low=Fraction(low), low_open=True)


def less(high):
    return Amount(high=Fraction(high), high_open=True)


def least(low):
    return Amount(low=Fraction(low))


def most(high):
    return Amount(high=Fraction(high))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        # separators
        ("1.500,50", exactly("1500.5")),
        ("1 200", exactly(1200)),
        ("1\u00a0200", exactly(1200)),
        ("1.200.000", exactly(1_200_000)),
        ("12 500,25", exactly("12500.25")),
        ("350 000", exactly(350_000)),
        ("1,5", exactly("1.5")),
        ("3.5", exactly("3.5")),
        ("2.50", exactly("2.5")),
        ("3.500", exactly(3500)),
        ("0.125", exactly("0.125")),
        ("123456,7", exactly("123456.7")),
        ("１２", exactly(12)),
        # ranges
        ("10 tot 20", from_to(10, 20)),
        ("tussen 5 en 10", from_to(5, 10)),
        ("tussen de 5 en de 10", from_to(5, 10)),
        ("5-10", from_to(5, 10)),
        ("5 – 10", from_to(5, 10)),
        ("10-20%", from_to(10, 20)),
        ("10 à 15", from_to(10, 15)),
        ("10 a 15", from_to(10, 15)),
        ("van 5 tot en met 10", from_to(5, 10)),
        ("5 t/m 10", from_to(5, 10)),
        ("-5 tot 5", from_to(-5, 5)),
        ("2 of 3", from_to(2, 3)),
        ("vijf à zes", from_to(5, 6)),
        ("2,5 tot 3 miljoen", from_to(2_500_000, 3_000_000)),
        ("10 tot 20 duizend", from_to(10_000, 20_000)),
        ("drie tot vierhonderd", from_to(300, 400)),
        ("tien tot twintigduizend", from_to(10_000, 20_000)),
        ("10 tot honderd", from_to(10, 100)),
        ("€ 10 tot € 20", from_to(10, 20)),
        # comparisons
        ("meer dan 100", more(100)),
        ("> 100", more(100)),
        ("boven de 50", more(50)),
        ("minder dan 2.000", less(2000)),
        ("minder dan 2000", less(2000)),
        ("onder de 50", less(50)),
        ("minstens 5", least(5)),
        ("min. 5", least(5)),
        ("minimaal vijf", least(5)),
        ("niet minder dan 5", least(5)),
        ("vanaf 50", least(50)),
        ("100 of meer", least(100)),
        ("100+", least(100)),
        ("hooguit 10", most(10)),
        ("max 50", most(50)),
        ("50 max.", most(50)),
        ("niet meer dan 100", most(100)),
        ("tot en met 50", most(50)),
        ("100 of minder", most(100)),
        ("minstens 5 en hoogstens 10", from_to(5, 10)),
        ("min 5, max 10", from_to(5, 10)),
        ("hoogstens 10, minstens 5", from_to(5, 10)),
        (
            "meer dan 5 maar minder dan 10",
            Amount(Fraction(5), Fraction(10), low_open=True, high_open=True),
        ),
        # units and their digits
        ("150 m2", exactly(150)),
        ("150m²", exactly(150)),
        ("150 vierkante meter", exactly(150)),
        ("3 km", exactly(3)),
        ("€ 2.500,-", exactly(2500)),
        ("€2500", exactly(2500)),
        ("2.500,- euro", exactly(2500)),
        ("350k", exactly(350_000)),
        ("2 mln", exactly(2 * MILLION)),
        ("2 miljoen", exactly(2 * MILLION)),
        ("1,5 miljard", exactly(1500 * MILLION)),
        ("hoogstens 2,5 miljoen euro", most(2_500_000)),
        ("50 %", exactly(50)),
        ("2027 m2", exactly(2027)),
        # sign
        ("-5", exactly(-5)),
        ("−5", exactly(-5)),
        ("min 5", exactly(-5)),
        ("€ -5", exactly(-5)),
        ("+5", exactly(5)),
        # words
        ("nul", exactly(0)),
        ("één", exactly(1)),
        ("een", exactly(1)),
        ("een of twee", from_to(1, 2)),
        ("twintig", exactly(20)),
        ("tweeëntwintig", exactly(22)),
        ("honderdvijftig", exactly(150)),
        ("honderd vijftig", exactly(150)),
        ("driehonderd", exactly(300)),
        ("elfhonderd", exactly(1100)),
        ("duizend tweehonderd", exactly(1200)),
        ("tweeduizend vijfhonderd", exactly(2500)),
        ("zevenhonderdeenentwintigduizend", exactly(721_000)),
        ("twee miljoen vijfhonderdduizend", exactly(2_500_000)),
        ("anderhalf", exactly("1.5")),
        ("anderhalf miljoen", exactly(1_500_000)),
        ("een half miljoen", exactly(500_000)),
        ("drieënhalf", exactly("3.5")),
        ("2 en een half", exactly("2.5")),
        # nothing new around it
        ("25.", exactly(25)),
        ("(25)", exactly(25)),
        ("ja, 25 stuks", exactly(25)),
        ("het zijn er 25", exactly(25)),
        ("aantal: 25", exactly(25)),
        ("2027", exactly(2027)),
    ],
)
def test_what_is_said_is_read(text, amount):
    """As a whole, exactly, and without a unit of the question."""
    assert read(text) == amount


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ongeveer 40", "40"),
        ("± 40", "40"),
        ("zo'n 40", "40"),
        ("ca. 1.200 huishoudens", "1.200"),
        ("40, denk ik", "40"),
        ("een stuk of tien", "10"),
        ("een tiental", "10"),
        ("een dozijn", "12"),
        ("ruim 100", "meer dan 100"),
        ("bijna honderd", "minder dan 100"),
        ("nog geen 100", "minder dan 100"),
        ("geen", "0"),
        ("we bouwen minstens 25 huizen", "minstens 25"),
        ("25 twee-onder-een-kapwoningen", "25"),
        ("het wordt 2027", "2.027"),
        ("25 😀", "25"),
    ],
)
def test_what_is_rough_or_half_known_is_read_but_not_exact(text, shown):
    """It is said back, and counts only after a yes."""
    amount = read(text)
    assert amount is not None
    assert written(amount) == shown
    assert not amount.exact


@pytest.mark.parametrize(
    "text",
    [
        # a question, a denial, something else
        "waarom 100?", "100?", "waarom 100", "hoezo 100", "niet 100", "geen 100", "geen idee",
        "nog niet bekend, 2027 pas", "fase 2 is klaar", "artikel 12", "kavel 7", "2e", "de tweede",
        "N201", "verbreding A2 met 100 m", "een lastige vraag", "als het 100 is", "x", "-", "",
        # dates, times, years, telephone numbers
        "op 3 maart", "in 2026", "vanaf 2026", "2026-2027", "1-1-2026", "12:30", "3/4",
        "eind 2027 klaar", "0612345678", "06-12345678", "om 10 uur op 3 mei",
        # several numbers that are not one
        "10 20", "100 200", "10, 20", "10 en 20", "10 of 20", "1, 2 of 3", "5 -10", "10 en 1",
        "25 huizen in 3 jaar", "2 uur en 30 minuten", "7 van de 10", "3 op de 10", "20 tot 10",
        "10 bij 15 meter", "10x15", "2 x 50", "10 per hectare", "half 3",
        # not clear, or no number at all
        "een paar honderd", "een paar", "enkele tientallen", "honderden", "veel",
        "500 tot 1 miljoen",
        "2,500", "1.20.000", "1.2.3", "1.500.00", "1,200,000", "1e6", "1e+06", "007", "5-", "--5",
        "²", "①", "5²", "½", "1½", "Ⅷ", "99 ¾", "€", "50 % van 200",
    ],
)  # fmt: skip
def test_what_is_not_sure_is_no_number(text):
    """A wrong number is worse than none: the bot asks back."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("25", "woningen", exactly(25)),
        ("25 woningen", "woningen", exactly(25)),
        ("een woning", "woningen", exactly(1)),
        ("150 m2", "vierkante meter", exactly(150)),
        ("2 ha", "vierkante meter", exactly(20_000)),
        ("500 m tot 1 km", "meter", from_to(500, 1000)),
        ("anderhalf jaar", "maanden", exactly(18)),
        ("een half jaar", "maanden", exactly(6)),
        ("25 procent van de omwonenden", "procent van de omwonenden", exactly(25)),
        ("25%", "procent", exactly(25)),
        ("3.1", "(categorie)", exactly("3.1")),
        ("7 van de 10", "procent van de omwonenden", None),
        ("150 m2", "woningen", None),
        ("150 meter", "vierkante meter", None),
        ("3 weken", "maanden", None),
        ("€ 5", "aantal", None),
        ("3 jaar", "woningen", None),
        ("maand 5", "maanden", None),
    ],
)
def test_a_unit_is_that_of_the_question_or_converted_to_it(text, unit, amount):
    """A unit of another kind answers another question."""
    assert read(text, unit) == amount


def finite():
    """Fractions whose decimals end."""
    return st.builds(
        lambda whole, places: Fraction(whole, 10**places),
        st.integers(-(10**25), 10**25),
        st.integers(0, 12),
    )


@given(finite())
def test_what_is_written_is_read_back(value):
    """Every number with a last decimal, to that decimal."""
    assert read(number(value)) == exactly(value)


@given(finite(), finite(), st.booleans(), st.booleans())
def test_what_is_written_of_a_span_is_read_back(one, other, low_open, high_open):
    """With both bounds, or one, open or not."""
    low, high = sorted((one, other))
    if low < high and low >= 0:
        amount = Amount(low, high, low_open, high_open)
        assert read(written(amount)) == read(bounds(amount)) == amount
    assert read(written(Amount(low=low, low_open=low_open))) == Amount(low=low, low_open=low_open)
    assert read(bounds(Amount(high=high, high_open=high_open))) == Amount(
        high=high, high_open=high_open
    )


def digits_of(text):
    return "".join(sign for sign in text if sign in "123456789")


PIECES = st.sampled_from(
    [*"0123456789", *" .,-–+/:?%€²①x'\n", " tot ", " en ", " meer dan ", "max ", "tussen ", " m2",
     " km", " bij ", "ongeveer ", " niet ", " huizen", " of ", "12", "1.500", " 200", "2026"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join))
def test_no_digit_is_lost_and_none_is_made_up(text):
    """Whatever is typed: the bounds hold the digits of the text, all of them."""
    amount = read(text)
    if amount is not None:
        ends = [amount.low, amount.high] if amount.low != amount.high else [amount.low]
        shown = digits_of("".join(number(end) for end in ends if end is not None))
        assert sorted(shown) == sorted(digits_of(text.replace("m2", "")))


@given(st.text(max_size=40))
def test_any_text_is_read_or_not_and_never_fails(text):
    """Whatever stands in it, a number needs digits or a word for a number."""
    amount = read(text)
    says = any(sign.isdecimal() for sign in text) or any(sign.isalpha() for sign in text)
    assert amount is None or says


WORDS = ("de", "er", "plan", "huis", "boos", "vraag", "wij", "straat", "nieuw", "tot", "en", "dan")


@given(st.lists(st.sampled_from(WORDS)))
def test_words_without_a_number_give_none(words):
    """No sentence becomes a number by its length or its joints."""
    assert read(" ".join(words)) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(51, 2), "25,5"),
        (Fraction(1, 10), "0,1"),
        (Fraction(MILLION), "1.000.000"),
        (Fraction("123456.7"), "123.456,7"),
        (Fraction(-3, 2), "-1,5"),
        (Fraction("0.000001"), "0,000001"),
        (Fraction(1, 3), "0,333333"),
        (Fraction(-1, 10**9), "-0,000000001"),
        (Fraction(0), "0"),
    ],
)
def test_numbers_are_written_in_dutch_and_nothing_is_rounded(value, shown):
    """A comma, dots, no power of ten; only a number without a last decimal is cut."""
    assert number(value) == shown


def test_thousands_are_groups_of_three():
    """What a pack writes as 50.000; anything else is not in groups."""
    assert thousands("50.000") == 50_000
    assert thousands("-1.234.567") == -1_234_567
    assert thousands("0.500") is None
    assert thousands("3.5") is None


def test_the_numbers_between_two_cuts():
    """Closed, open, or without an end."""
    assert between((Fraction(20), 0), (Fraction(50), 0), "huizen") == "20 tot 50 huizen"
    assert between((Fraction(5), 0), (Fraction(5), 1)) == "precies 5"
    assert between((Fraction(5, 2), 1), None) == "meer dan 2,5"
    assert between(None, (Fraction(10), 1)) == "10 of minder"
    assert between(None, None) == "elk getal"
