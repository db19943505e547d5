"""What of a message is meant for whoever writes: how to say it, in which paper, and what is taken
back. Pure.

A tail that only says how ("dat moet er dik in") goes. What nobody can say in its place is a task:
it becomes a gap in the words of the person, never a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Said(NamedTuple):
    """A part of a sentence. ``is_task``: only a person can write it; ``paper``: the id of the one
    paper that it is for, empty for all."""

    text: str
    is_task: bool = False
    paper: str = ""


# --- how it must be said ----------------------------------------------------------------------

_IN = (
    r"(?:er (?:\w+ )?in|erin|erbij|bovenaan|vooraan|voorop"
    r"|(?:boven)?in (?:de|het) (?:brief|mail|stuk|begin|eerste (?:zin|alinea|regel)))"
)
_TAIL = re.compile(
    r"(?:[,;]| -| –) *(?:(?:en|dus|maar|ook|wel) )*(?:"
    rf"(?:(?:dat|het|die|dit) )?(?:moet|mag|kan|hoort|graag)(?: \w+){{0,2}} {_IN}"
    r"|(?:dat )?(?:ook |wel )?(?:gewoon|eerlijk|duidelijk|hardop)(?: \w+)? "
    r"(?:zeggen|noemen|benoemen|opschrijven|erbij zetten)"
    r"|(?:er )?niet (?:om ?heen|eromheen) draaien|geen doekjes(?: erom)?(?: winden)?"
    r"|zonder (?:uitvluchten|omhaal|poespas|gedoe|mitsen en maren)"
    r"|(?:in de |helemaal in de )?eerste (?:alinea|zin|regel)|(?:helemaal )?bovenaan"
    r"|dik(?: gedrukt)?|vetgedrukt|in (?:het )?vet|dat is het belangrijkste(?: voor \w+)?"
    r"|niet wachten tot (?:zij|ze|iemand) .+|niet te lang|kort houden"
    r"|niet (?:wegmoffelen|verzwijgen|verstoppen|mooier maken)"
    r"|(?:ook )?(?:gewoon )?in de \w*(?:brief|mail)"
    r"|(?:eerlijk|gewoon|duidelijk|meteen) zeggen (?:aan|in) het begin|ook aan de \w+ zeggen"
    r"|zeg (?:het|dat) (?:gewoon|eerlijk|duidelijk)(?: met \w+ \w+)?|dat vraagt iedereen"
    r"|let op dat .+|(?:dat |dit )?heb ik nog niet .+|vooraan|met dank"
    r")(?: (?:graag|hoor|svp|aub))?$",
    re.IGNORECASE,
)
_LOOSE_TAIL = re.compile(
    r" (?:en )?(?:dat|die|dit) (?:moet|mag) (?:er )?(?:\w+ )?(?:er)?in(?: graag)?$", re.IGNORECASE
)
_NO_LONGER = re.compile(r"(?<=.)(?<!\bof), (?:en )?(?:echt )?niet langer$", re.IGNORECASE)
_COUNTS_MINUTES = re.compile(r"\b(?:minuten|minuut|min|kwartier|uur)\b", re.IGNORECASE)


def without_how(line: str) -> str:
    """The line without what at its end only says how it must be told."""
    before = ""
    while line != before:
        before = line
        line = _LOOSE_TAIL.sub("", _TAIL.sub("", line)).rstrip(" ,;")
        if _COUNTS_MINUTES.search(line):
            line = _NO_LONGER.sub("", line)
    return line


# --- in which paper ---------------------------------------------------------------------------

_PAPERS = {
    "draaiboek": "draaiboek", "programma": "draaiboek", "plan": "participatieplan",
    "participatieplan": "participatieplan", "q&a": "vragen_antwoorden",
    "rib": "raadsinformatiebrief", "raadsbrief": "raadsinformatiebrief",
    "raadsinformatiebrief": "raadsinformatiebrief", "raadsvoorstel": "raadsvoorstel",
    "ouderbrief": "bewonersbrief", "bewonersbrief": "bewonersbrief",
}  # fmt: skip
_A_PAPER = (
    r"(?:draaiboek|programma|participatieplan|plan|q&a|rib|raadsbrief|raadsinformatiebrief"
    r"|raadsvoorstel|ouderbrief|bewonersbrief|brief|mail|stuk)"
)
_NAME = rf"(?P<paper>{_A_PAPER})"
MAIL = "mail_wethouder"
"""The paper that goes to the executive alone."""
_BEFORE = re.compile(
    rf"^(?:(?:en |ook |maar |wel )*(?:alleen )?in (?:het|de) {_NAME}"
    r"(?: (?:moet|graag|ook|komt|nog|alleen|staat|wel|netjes|gewoon|zeggen))*(?:: *"
    r"| (?=wat als\b|dat\b|hoe\b))"
    r"|(?P<only>draaiboek|participatieplan|raadsbrief|raadsvoorstel|q&a): *)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[,;] *(?:en )?(?:(?:dat|die|dit|het) )?(?:moet|hoort|komt|mag|graag)"
    rf"(?: (?:wel|ook|nog|echt|alleen))* in (?:het|de) {_NAME}$",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    r"^(?P<what>.+?),? (?:dat is |is )mijn (?:voorstel|idee|advies)(?: aan (?:de |het )?\w+)?$",
    re.IGNORECASE,
)
MY_PROPOSAL = "mijn voorstel:"
"""What only goes to the executive."""
_BARE = re.compile(rf"^(?P<what>.+?) in het {_NAME}(?P<rest>(?:,.*)?)$", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:is|was|zijn|waren|ben|wordt|worden|werd|heeft|hebben|had|komt|komen|kwam|blijft|blijven"
    r"|gaat|gaan|ging|staat|staan|stond|ligt|liggen|lag|krijgt|krijgen|kreeg|houdt|houden|moet"
    r"|moeten|mag|mogen|kan|kunnen|kon|wil|willen|zal|zullen|zit|zitten|doet|doen|deed|maakt|weten"
    r"|weet|vraagt|vragen|kiest|kiezen|beslist|zegt|zei|zeggen|vindt|vinden|verliest|stopt|start"
    r"|begint|sluit|betaalt|neemt|geeft|hoort|horen|hoorden|praten|praat|verandert|spreekt)\b",
    re.IGNORECASE,
)
"""Words that make a note a sentence."""


def _of_paper(line: str) -> Said:
    """The line without the paper that it says it is for."""
    if proposed := _PROPOSAL.match(line):
        return Said(f"{MY_PROPOSAL} {proposed['what']}", paper=MAIL)
    for where in (_BEFORE, _BEHIND):
        if match := where.search(line):
            named = match["paper"] or match.groupdict().get("only") or ""
            paper = _PAPERS.get(named.lower(), "")
            return Said(where.sub("", line), paper=paper)
    bare = _BARE.match(line)
    if bare is None or VERB.search(bare["what"]):
        return Said(line)
    paper = _PAPERS.get(bare["paper"].lower(), "")
    return Said(bare["what"] + bare["rest"], True, paper) if paper else Said(line)


# --- what to say ------------------------------------------------------------------------------

_SAY_THAT = re.compile(
    r"^(?P<label>[^:,]{3,30}: )?(?:en |maar |dus |ook |wel |gewoon |netjes )*"
    r"(?:(?:zeggen(?= dat)|zeg|schrijf|vertel|meld|vermeld|benadruk|noem)"
    r"|leg(?= .*\buit dat\b))"
    r"(?: (?:er|erin|erbij|bij|gewoon|eerlijk|duidelijk|ook|dan|maar|ze|hen|hun|uit|nog|wel|vooral"
    r"|mensen|iedereen))* dat (?P<what>.+)$",
    re.IGNORECASE,
)
_WE_KNOW = re.compile(
    r"^(?P<we>we|wij) (?:het )?(?:snappen|begrijpen|weten|vinden|hopen|merken|zien|willen)"
    r" (?:dat|hoe|waarom|wat)\b",
    re.IGNORECASE,
)
_SUBJECT = r"(?:het|er|daar|we|wij|ze|zij|dit|dat|iedereen|niemand|alles|niets|jullie)"
_NOUN = r"(?:(?:de|het|een|elke?|iedere?|onze|deze|die) [\w’-]+)"
_LAST_VERB = (
    r"(?:is|wordt|komt|blijft|gaat|staat|ligt|krijgt|houdt|heeft|weet|kan|mag|moet|wil|verandert"
    r"|stopt|beslist|kiest|betaalt|weten|hebben|kunnen|mogen|moeten|zijn|zei|kreeg|koos|deed|was"
    r"|krijgen|komen|blijven|beslissen|doet)"
)
_VERB_LAST = re.compile(
    rf"^(?P<who>{_SUBJECT}|{_NOUN}) (?P<rest>[^,]+?) (?P<verb>{_LAST_VERB})$", re.IGNORECASE
)
_MODAL_LAST = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|moet|moeten|wil|willen|zal|zullen|gaat|gaan|wordt|worden|heeft|hebben"
    r"|is|te|dat|of|die|als|wat)\b",
    re.IGNORECASE,
)
WE_SAY = "wij laten weten dat"


def as_told(what: str) -> str:
    """What must be said ("dat er nog geen besluit is") as a sentence: in its own order where that
    is sure, else behind who says it."""
    if _WE_KNOW.match(what):
        return what
    last = _VERB_LAST.match(what)
    if last and not _MODAL_LAST.search(last["rest"]):
        return f"{last['who']} {last['verb']} {last['rest']}"
    return f"{WE_SAY} {what}"


_TO_READERS = re.compile(r"\b(?:je|jij|jullie|jouw|u|uw|ons)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"^(?:en |dus |wel |ook )*(?:noem|benoem|vermeld|benadruk|herhaal|schrijf|verwijs|begin met"
    r"|leg (?=.*\buit\b)|zeg|vertel|zet (?=.*\b(?:erin|erbij|bovenaan|neer|in de|in het)\b)"
    r"|hou(?:d)? (?=.*\b(?:kort|simpel|netjes|open)\b))\b",
    re.IGNORECASE,
)
_BY_INFINITIVE = re.compile(
    r"^(?P<before>.*?)\b(?:be)?(?:noemen|vermelden|verzwijgen|uitleggen|benadrukken|toelichten|weglaten"
    r"|zeggen (?:hoe|wat|waarom)"
    r"|erbij zetten|meenemen in de (?:brief|mail)|afsluiten met|beginnen met)\b",
    re.IGNORECASE,
)
WHO_SPEAKS = re.compile(
    r"\b(?:we|wij|ik|ze|zij|je|jullie|om|te|zullen|kunnen|kan|mogen|mag|willen|wil|gaan|gaat|zal)\b",
    re.IGNORECASE,
)
_OWN_SENTENCE = re.compile(
    r"\b(?:een |'n |n )?(?:eigen |aparte )(?:zin|zinnetje|alinea|stukje|kopje)\b"
    r"|\bis te (?:vaag|zwak|hard|stellig|ambtelijk)\b",
    re.IGNORECASE,
)
_I_DO_NOT_KNOW = re.compile(
    r"\b(?:weet ik (?:nog |ook |zelf )*niet|heb ik (?:zelf )?(?:nog )?niet|geen idee)\b",
    re.IGNORECASE,
)
_STILL_OF_PAPER = re.compile(rf"^(?:[^:,]{{2,30}}: )?in (?:het|de) {_NAME}\b", re.IGNORECASE)
_ONLY_HOW = re.compile(r"^(?:hoe|waarom|wat (?!als\b))", re.IGNORECASE)
_UNSURE_OF = re.compile(
    r"^(?P<who>(?:de |het )?[\w’-]+) weet ik (?:nog |zelf )*niet of"
    r" (?:die|ze|zij|hij) (?P<does>\w+)$",
    re.IGNORECASE,
)
_WITH_WHAT = re.compile(r"^(?P<what>.+?) erin(?: met (?P<task>.+))?$", re.IGNORECASE)


_NAME_AND_SAY = re.compile(
    r"^(?P<what>.+?),? (?:(?:ook|gewoon|wel|zelf|eerlijk|even|echt) )*(?:be)?noemen,? en (?:ook )?"
    r"dat (?P<that>.+)$",
    re.IGNORECASE,
)
_NAME_THIS = "noem {what}"


_TWO_PAPERS = re.compile(
    rf"^(?:(?P<label>[^:,]{{2,30}}): )?(?P<first>in (?:het|de) {_A_PAPER} .+?)"
    rf",? (?:en |maar )?(?P<last>in (?:het|de) {_A_PAPER} .+)$",
    re.IGNORECASE,
)


def parts_of(sentence: str) -> Iterator[Said]:
    """What a sentence says to readers, and what it leaves to whoever writes."""
    if two := _TWO_PAPERS.match(sentence):
        label = f"{two['label']}: " if two["label"] else ""
        for each in ("first", "last"):
            yield from (one._replace(text=label + one.text) for one in parts_of(two[each]))
        return
    line, is_task, paper = _of_paper(sentence.strip(" ,;"))
    both = _NAME_AND_SAY.match(line)
    if both and not (WHO_SPEAKS.search(both["what"]) or VERB.search(both["what"])):
        yield Said(_NAME_THIS.format(what=both["what"]), True, paper)
        yield Said(as_told(both["that"]), False, paper)
        return
    inside = _WITH_WHAT.match(without_how(line))
    if inside and inside["what"].isdecimal() and inside["task"]:
        yield Said(f"{inside['what']}: {inside['task']}", True, paper)
        return
    if inside and not VERB.search(inside["what"]):
        yield Said(inside["what"], is_task, paper)
        if inside["task"]:
            yield Said(inside["task"], True, paper)
        return
    yield _part(without_how(line), is_task, paper)


def _part(line: str, is_task: bool, paper: str) -> Said:
    if (unsure := _UNSURE_OF.match(line)) and not is_task:
        return Said(f"we weten nog niet of {unsure['who']} {unsure['does']}", False, paper)
    said = _SAY_THAT.match(line)
    if said and not is_task:
        return Said(f"{said['label'] or ''}{as_told(said['what'])}", False, paper)
    if paper and _ONLY_HOW.match(line):
        return Said(line, True, paper)
    if paper and (that := line.removeprefix("dat ")) != line:
        return Said(as_told(that), False, paper)
    return Said(line, is_task or _is_task(line), paper)


def _is_task(line: str) -> bool:
    """Whether a line holds nothing that can be said to readers as it stands."""
    if _STILL_OF_PAPER.search(line) or _OWN_SENTENCE.search(line) or _I_DO_NOT_KNOW.search(line):
        return True
    if _ORDER.match(line):
        return not _TO_READERS.search(line)
    named = _BY_INFINITIVE.match(line)
    before = named["before"] if named else ""
    return named is not None and not (WHO_SPEAKS.search(before) or VERB.search(before))


# --- what is taken back -----------------------------------------------------------------------

_STARTS_BACK = r"(?:oh? nee|nee wacht|wacht nee|of nee|oeps|nee toch niet|wacht even)"
_APART = re.compile(rf"(?:,| -| –|\.\.+) *(?={_STARTS_BACK}\b)", re.IGNORECASE)
_BACK = re.compile(
    rf"^{_STARTS_BACK}\b.*\b(?:laat (?:dat |die |het |dit |m )?maar|weglaten|maar weg|toch niet"
    r"|niet doen|schrap|vergeet|haal .*(?:weg|uit)|hoeft niet)\b"
    r"|^(?:en |maar )?(?:ach |nou )?(?:laat (?:dat |die |het |dit )?maar(?: weg| zitten)?"
    r"|doe (?:dat|die|dit|het) (?:toch )?(?:maar )?niet|schrap (?:dat|die|dit)(?: maar| weer)?"
    r"|vergeet (?:dat|die|dit|het)(?: maar| laatste)*"
    r"|haal (?:dat|die|dit) (?:er )?(?:maar )?(?:weg|uit)"
    r"|(?:dat|dit|die) (?:toch )?(?:maar )?niet|dat laatste niet)$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"^(?:{_STARTS_BACK}|nee)[, ]+(?:het is |dat is )?niet (?P<old>.+?),? maar (?P<new>.+)$",
    re.IGNORECASE,
)
_DOUBT = re.compile(rf"^{_STARTS_BACK}\b", re.IGNORECASE)
_NOT_HERE = re.compile(
    r"^(?:(?:dit|dat|die) )?(?:dus )?niet in (?:de|het) \w*(?:brief|stuk|voorstel|rib)"
    r"(?P<mail>,? (?:dus |maar )?(?:alleen |wel )+in de mail)?$",
    re.IGNORECASE,
)
"""The sentence before it stays out of what others read."""
_AFTER_ALL = re.compile(
    r"^of ja,?(?: toch)?(?: wel)?(?: (?:noemen|zeggen))?,? dat (?P<that>[^,]+)", re.IGNORECASE
)
_UNSAID = re.compile(r"^(?P<what>.+?) niet (?:herhalen|noemen|zeggen|vermelden)\b", re.IGNORECASE)


def without_taken_back(sentences: list[str]) -> tuple[list[Said], list[str]]:
    """The sentences that stand, and those that a person took back within the same message. One of
    which it is not sure what is meant in its place is a task."""
    kept: list[Said] = []
    gone: list[str] = []
    for part in (each.strip() for one in sentences for each in _APART.split(one)):
        before = kept[-1].text if kept else ""
        instead = _INSTEAD.match(part)
        if before and _BACK.match(part):
            gone.append(kept.pop().text)
        elif before and instead and (new := _changed(before, instead["old"], instead["new"])):
            gone.append(instead["old"])
            kept[-1] = Said(new)
        elif before and (not_here := _NOT_HERE.match(part)):
            paper = MAIL if not_here["mail"] else ""
            kept[-1] = Said(before if paper else f"{before}, {part}", paper=paper)
        elif before and (after_all := _AFTER_ALL.match(part)) and (no := _UNSAID.match(before)):
            gone.append(kept.pop().text)
            kept.append(Said(f"{no['what']}: {as_told(after_all['that'])}"))
        elif before and (instead or _DOUBT.match(part)):
            kept[-1] = Said(f"{before}, {part}", is_task=True)
        elif not _BACK.match(part):
            kept.append(Said(part))
    return kept, gone


def _changed(line: str, old: str, new: str) -> str:
    """The line with the new words for the old ones, and not twice what follows both; empty where
    the old words don't stand there just once."""
    found = list(re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", line, re.IGNORECASE))
    if len(found) != 1:
        return ""
    before, after = line[: found[0].start()], line[found[0].end() :]
    words = new.split()
    for count in range(len(words), 0, -1):
        if after.lower().split()[:count] == [word.lower() for word in words[-count:]]:
            after = " ".join(("", *after.split()[count:]))
            break
    return f"{before}{new}{after}"
