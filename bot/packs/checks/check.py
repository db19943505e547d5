"""Checks what the structure cannot see: that every name exists, and that the pack makes sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.packs import wording
from bot.packs.answers import SKIPPED_WORD, UNKNOWN_WORD
from bot.packs.build import Parts, day, sources_of
from bot.packs.checks.cases import check_cases
from bot.packs.checks.checklist import check_checklist
from bot.packs.checks.decisions import check_cycles, check_decisions, question_keys
from bot.packs.checks.former import check_former
from bot.packs.checks.known import known
from bot.packs.checks.rising import check_rising
from bot.packs.checks.sentences import check_sentences
from bot.packs.checks.terms import check_terms
from bot.packs.errors import FAQ, FORM, INPUT, OUTCOME, SOURCE, Place, Report, did_you_mean
from bot.packs.inherit.merge import id_of
from bot.packs.names import Names, maps, whole
from bot.packs.text.source import List, Map
from bot.rules.model.ids import NO_RULE, NOT_APPLICABLE, UNDIVIDED
from bot.rules.model.questions.registry import BY_WORD

OWN_JUDGEMENT = "eigen"
RESERVED = (
    NOT_APPLICABLE, NO_RULE, UNKNOWN_WORD, SKIPPED_WORD, OWN_JUDGEMENT, "een_van",
    "meer_dan_een_regel", UNDIVIDED,
)  # fmt: skip
"""Words with a fixed meaning, that no question, option or outcome may bear."""
_WITH_SOURCES = (
    "vormen", "aandachtspunten", "volgorde", "situaties", "avond", "vijf_waarden", "tegenspraak",
    "projectvragen",
    "vermoedens", "stijgend", "veelgestelde_vragen", "voorbeelden", "momenten", "termijnen",
    "vrije_dagen", "stukken", "eigen_regels",
)  # fmt: skip


def check_pack(root: Map, names: Names, parts: Parts, report: Report) -> None:
    """Report every reference to nothing, and everything that contradicts itself."""
    _check_root(root, names, report)
    _check_ids(root, names, report)
    for item in whole(root, "vragen"):
        _check_question(item, names, report)
    _check_always(root, report)
    for item in whole(root, "vermoedens"):
        _check_prior(item, names, report)
    _check_informing(root, report)
    check_terms(root, report)
    check_decisions(root, names, report)
    check_cycles(root, names, report)
    check_rising(root, names, report)
    check_checklist(root, names, report)
    check_former(root, names, report)
    _check_forms(root, names, report)
    check_sentences(root, names, report)
    _check_faqs(root, names, report)
    _check_sources_and_dates(root, names, report)
    check_cases(root, names, {q.id: q for q in parts.questions}, report)


def texts(root: Map, key: str) -> Iterator[tuple[str, Place]]:
    """The texts in this list, each with its place."""
    listed = root.get(key)
    if isinstance(listed, List):
        for index, value in enumerate(listed):
            if isinstance(value, str):
                yield value, listed.at(index)


# --- pakket.yml -------------------------------------------------------------------------------


def _check_root(root: Map, names: Names, report: Report) -> None:
    for value, place in texts(root, "opening"):
        known(value, place, names.questions, "vraag", report, (INPUT,))
    for value, place in texts(root, "naast"):
        known(value, place, names.decisions, "besluit", report, (INPUT,))
    has_rules = bool(names.questions or names.decisions)
    if has_rules and not isinstance(root.get("adviezen"), List):
        report.add(root.place, wording.NO_ADVICES, "adviezen: [{besluit: vorm}]")
    for index, advice in enumerate(whole(root, "adviezen")):
        if index == 0 and "geen_spoor" in advice:
            wrong = wording.MAIN_ADVICE_IS_THERE
            report.add(advice.at("geen_spoor"), wrong, wording.ONLY_FURTHER_ADVICES)
        place = advice.at("besluit")
        if known(advice["besluit"], place, names.decisions, "besluit", report, (INPUT,)):
            _check_rungs(advice, names, report)
            _check_no_track(advice, names, report)


def _check_no_track(advice: Map, names: Names, report: Report) -> None:
    outcomes = names.decisions[advice["besluit"]].values
    for outcome, place in texts(advice, "geen_spoor"):
        if outcomes is not None:
            about = (INPUT, advice["besluit"])
            known(outcome, place, outcomes, wording.OUTCOME_OF_THIS, report, about)


def _check_rungs(advice: Map, names: Names, report: Report) -> None:
    outcomes = names.decisions[advice["besluit"]].values
    rungs = advice.get("trede")
    if outcomes is None or rungs is None:
        return
    about = (INPUT, advice["besluit"])
    for outcome in rungs:
        place = rungs.at(outcome)
        known(outcome, place, outcomes, wording.OUTCOME_OF_THIS, report, about)
    for outcome in outcomes:
        if outcome not in rungs and outcome != NO_RULE:
            report.add(rungs.place, wording.NO_RUNG.format(outcome=outcome), f"{outcome}: geen")


# --- ids --------------------------------------------------------------------------------------


def _check_ids(root: Map, names: Names, report: Report) -> None:
    for key in ("vragen", "besluiten", "bronnen"):
        for item in maps(root, key):
            if id_of(item) in RESERVED:
                wrong = wording.RESERVED.format(name=item["id"])
                report.add(item.at("id"), wrong, wording.ANOTHER_ID)
    for item in (*maps(root, "vragen"), *maps(root, "besluiten")):
        if id_of(item) in names.divisions:
            wrong = wording.ALSO_A_DIVISION.format(id=item["id"])
            report.add(item.at("id"), wrong, wording.ANOTHER_ID)
    for item in maps(root, "besluiten"):
        if id_of(item) in names.questions:
            wrong = wording.ALSO_A_QUESTION.format(id=item["id"])
            report.add(item.at("id"), wrong, wording.ANOTHER_ID)
        for outcome, place in texts(item, "uitkomsten"):
            if outcome in RESERVED:
                report.add(place, wording.RESERVED.format(name=outcome), wording.ANOTHER_NAME)
    for key in ("vragen", "indelingen"):
        for item in whole(root, key):
            _check_options(item, report)


def _check_options(item: Map, report: Report) -> None:
    seen: set[str] = set()
    for option in maps(item, "opties"):
        if option["id"].strip() in RESERVED:
            wrong = wording.RESERVED.format(name=option["id"])
            report.add(option.at("id"), wrong, wording.ANOTHER_ID)
        label = option["label"].strip().lower()
        if label in seen:
            wrong = wording.LABEL_TWICE.format(label=option["label"])
            report.add(option.at("label"), wrong, wording.ANOTHER_LABEL)
        seen.add(label)


# --- questions --------------------------------------------------------------------------------


def _check_question(item: Map, names: Names, report: Report) -> None:
    if "per" in item and not known(
        item["per"], item.at("per"), names.divisions, wording.DIVISION_OF_THIS, report
    ):
        return
    for key in question_keys(item):
        place = item.at(key.dutch)
        known(item[key.dutch], place, names.questions, "vraag", report, (INPUT,))
    kinds = {name: one.asked.name for name, one in names.questions.items() if one.asked}
    for flaw in BY_WORD[item["soort"]].check(item, kinds):
        report.add(item.at(flaw.key), flaw.wrong, flaw.right)


def _check_prior(item: Map, names: Names, report: Report) -> None:
    place = item.at("vraag")
    if not known(item["vraag"], place, names.questions, "vraag", report, (INPUT,)):
        return
    asked = names.questions[item["vraag"]]
    if asked.measure is not None:
        wrong = wording.NO_PRIOR_ON.format(a=asked.measure.noun.a)
        report.add(place, wrong, wording.ANOTHER_QUESTION)
    elif asked.values is not None:
        for value in item["keer"]:
            place, what = item["keer"].at(value), wording.ANSWER_TO.format(question=item["vraag"])
            known(value, place, asked.values, what, report, (INPUT, item["vraag"]))


def _check_informing(root: Map, report: Report) -> None:
    """Each has something to say, one that is no leak somebody who hears it, and a name of its own
    beside the points of attention."""
    points = {id_of(item) for item in maps(root, "aandachtspunten")}
    for item in whole(root, "volgorde"):
        if id_of(item) in points:
            wrong = wording.ALSO_A_POINT.format(id=item["id"])
            report.add(item.at("id"), wrong, wording.ANOTHER_ID)
        needed = "zeg" if item.get("bij_lek") is True else "wie"
        if needed not in item:
            report.add(item.place, wording.NO_KEY.format(key=needed))


def _check_always(root: Map, report: Report) -> None:
    always = [item for item in maps(root, "vragen") if item.get("altijd") is True]
    for item in always[2:]:
        wrong = wording.MANY_ALWAYS.format(count=len(always))
        report.add(item.at("altijd"), wrong, wording.AT_MOST_TWO)


# --- forms and questions of people ------------------------------------------------------------


def _check_forms(root: Map, names: Names, report: Report) -> None:
    fallbacks = {item.get("terugval") for item in whole(root, "vormen")}
    outcomes: dict[str, Place] = {}
    certain = isinstance(root.get("adviezen"), List)
    for advice in maps(root, "adviezen"):
        if advice.broken:
            certain = False
            continue
        to = names.decisions.get(advice["besluit"])
        certain = certain and to is not None and to.values is not None
        values = to.values if to and to.values else ()
        place = to.raw.at("uitkomsten") if to and to.raw is not None else advice.place
        formless = {NO_RULE, *advice.get("geen_spoor", ())}
        outcomes |= {value: place for value in values if value not in formless}
    for outcome, place in outcomes.items():
        if outcome not in names.forms:
            wrong = wording.NO_FORM.format(outcome=outcome)
            right = wording.ADD_FORM.format(outcome=outcome)
            report.add(place, wrong, right, about=(FORM, outcome))
    for item in whole(root, "vormen"):
        if "terugval" in item:
            place = item.at("terugval")
            known(item["terugval"], place, names.forms, "vorm", report, (FORM,))
        if certain and item["id"] not in outcomes and item["id"] not in fallbacks:
            wrong = wording.UNUSED_FORM.format(id=item["id"])
            right = did_you_mean(item["id"], outcomes)
            report.add(item.at("id"), wrong, right, about=(OUTCOME, item["id"]))


def _check_faqs(root: Map, names: Names, report: Report) -> None:
    kinds = [one["id"] for one in whole(root, "situaties")]
    for item in (*whole(root, "veelgestelde_vragen"), *whole(root, "projectvragen")):
        for value, place in texts(item, "verwant"):
            known(value, place, names.faqs, wording.FAQ, report, (FAQ,))
    for item in whole(root, "projectvragen"):
        for value, place in texts(item, "soorten"):
            known(value, place, kinds, "situatie", report)
    for item in whole(root, "veelgestelde_vragen"):
        if ("antwoord" in item) == ("antwoorden" in item):
            report.add(item.place, wording.ANSWER_OR_ANSWERS, wording.ONE_OF_TWO)
        for answer in maps(item, "antwoorden"):
            _check_days(answer, report)
    for key in ("vormen", "aandachtspunten", "veelgestelde_vragen", "projectvragen"):
        for item in whole(root, key):
            for slug, place in texts(item, "ehbo"):
                known(slug, place, names.chapters, "EHBO-hoofdstuk", report)


# --- sources and days -------------------------------------------------------------------------


def _check_sources_and_dates(root: Map, names: Names, report: Report) -> None:
    rows = [row for item in whole(root, "besluiten") for row in maps(item, "rijen")]
    items = [item for key in _WITH_SOURCES for item in whole(root, key)]
    items += whole(root, "bekende_gebreken")
    origin = root.get("herkomst")
    if isinstance(origin, Map) and not origin.broken:
        items.append(origin)
    for item in [*items, *rows]:
        check_sources(item, names.sources, report)
        _check_days(item, report)
    for key, flag in (("aandachtspunten", "plicht"), ("veelgestelde_vragen", "recht")):
        for item in whole(root, key):
            dated = any("geldig_vanaf" in each for each in (item, *maps(item, "antwoorden")))
            if item.get(flag) is True and not dated:
                wrong = wording.LAW_WITHOUT_DAY.format(flag=flag)
                report.add(item.at(flag), wrong, wording.DAY_OF_LAW)


def check_sources(item: Map, known: Iterable[str], report: Report) -> None:
    """Report every source that this item names and that is not there."""
    choices = {*known, OWN_JUDGEMENT}
    for source in sources_of(item):
        if source not in choices:
            wrong = wording.NO_SOURCE.format(source=source)
            close = did_you_mean(source, choices)
            meant = close.startswith(wording.ASKS)
            right = f"{close}{wording.OR_OWN}" if meant else wording.OWN_OR_NEW_SOURCE
            report.add(item.at("bron"), wrong, right, about=(SOURCE, source))


def _check_days(item: Map, report: Report) -> None:
    start, end = day(item, "geldig_vanaf"), day(item, "geldig_tot")
    if start and end and end < start:
        wrong = wording.ENDS_BEFORE_START.format(end=end, start=start)
        report.add(item.at("geldig_tot"), wrong, wording.LATER_DAY)
