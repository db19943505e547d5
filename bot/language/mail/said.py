"""How people ask in a mail: what leads in a question, asks indirectly, or asks nothing."""

from __future__ import annotations

import re


def _any(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


_ME = r"(?:ik|we|wij|mijn \w+|onze \w+|de \w+|het \w+)"
_YOU = r"(?:u|je|jij|jullie|iemand)"
_CAN = r"(?:kunt?|kunnen|kan|wilt?|willen|zou(?:den)?)"
_WORDS = r"(?: [\w-]+)"
_SUBJECT = r"(?:ik|we|wij|je|jij|jullie|u|ze|zij|er|die|dat|dit|het|hij|iemand|mensen|bewoners)"
TELLS = re.compile(
    r"(?:(?:en|maar|dus|ja|nou|ok[eé]?)[, ]+)*"
    r"(?:(?:nu|daarnaast|daarbij|bovendien|verder|ook|eerst|vorig \w+|toen|inmiddels|trouwens)[, ]+"
    r"(?:zijn|is|hebben|heeft|heb|kan|kunnen|moet|moeten|mag|mogen|wordt|worden|staan|krijg\w*"
    r"|doet|valt|telt|zou|zouden)\b"
    r"|(?:is|zijn|was|waren|wordt) (?:al|pas|net|inmiddels|dus|gewoon) "
    rf"|(?:heb|hebt|krijg|staan|leg|telt|valt|werkt|geldt) (?!{_SUBJECT}\b))",
    re.IGNORECASE,
)
"""Tells something, though the first word could ask: "nu hebben ze een plan", "heb 4 uur"."""
_QUESTIONS = r"vra(?:ag|gen|agje|agjes)"
_ORDER = r"(?:eerste|tweede|derde|volgende|andere|laatste|concrete|korte|praktische)"
_FIRST = r"(?:of|wat|wie|hoe|hoeveel|hoelang|waar\w*|wanneer|welke?|in hoeverre|vanaf|tot|bij)"

MARK = _any(
    r"\s*\(?\d{1,2}\s?[.):](?!\d)\s*",
    r"\s*\d{1,2}\s?[-–]\s\s*",
    r"\s*\(?[a-e][.)]\s\s*",
    r"\s*vraag (?:\d{1,2}|een|twee|drie|vier)\b\s?[:.)-]?\s*",
    r"\s*[-•*–·▪]\s\s*",
)
"""What stands before an item of a list."""
LEAD = re.compile(
    r"(?:(?:en|maar|dus|verder|ook|daarnaast|daarbij|bovendien|tot slot|ten slotte|tenslotte"
    r"|ten (?:eerste|tweede|derde|vierde)|allereerst|eerst|nu|kortom|vraagje|korte vraag"
    rf"|(?:de|mijn|onze|en mijn|nog een|een) (?:{_ORDER} )?vraag(?: is| luidt| daarbij| hierbij"
    r"| dan)*(?: nu)?)\b[,:;]?\s+|vraag:\s*)+",
    re.IGNORECASE,
)
"""What may stand before a question: "ten tweede", "mijn vraag is"."""
INDIRECT = _any(
    rf"\b(?:vraagt?|vragen) (?:{_ME} )?(?:me|mij|zich|ons){_WORDS}{{0,3}} af\b",
    r"\bgraag (?:hoor|horen|verneem|vernemen|weet|weten|ontvang|ontvangen|lees|lezen|uitleg|advies"
    r"|informatie)\b(?: (?:ik|we|wij))?",
    rf"\b(?:hoor|horen|verneem|vernemen|weet|weten) (?:ik|we|wij){_WORDS}{{0,2}} graag\b",
    r"\b(?:ik|we|wij) (?:hoor|horen|verneem|vernemen|weet|weten|lees|lezen) (?:nog |ook )?graag\b",
    rf"\b(?:mijn|onze) \w+ (?:vraagt|vragen|vroeg|vroegen){_WORDS}{{0,2}} (?={_FIRST}\b)",
    rf"\b(?:wil|willen|wilde|wilden|zou|zouden)(?: {_ME})?{_WORDS}{{0,4}} weten\b",
    rf"\b{_CAN} {_YOU}{_WORDS}{{0,5}} (?:aangeven|zeggen|uitleggen|vertellen|weten|toelichten"
    r"|bevestigen|uitzoeken|adviseren|nagaan|verduidelijken|sturen|geven)\b",
    rf"\b(?:ben|zijn|is){_WORDS}{{0,3}} benieuwd\b",
    rf"\b(?:is|blijft|lijkt){_WORDS}{{0,4}} (?:onduidelijk|niet (?:\w+ )?(?:duidelijk|helder)"
    r"|de vraag)\b",
    rf"\b(?:weet|weten) {_YOU}\b",
    rf"\b(?:hebt?|heeft|hebben) {_YOU}{_WORDS}{{0,3}} (?:idee|informatie|voorbeeld|voorbeelden"
    r"|tips|ervaring|advies)\b",
    rf"\b(?:twijfel|twijfelen|twijfelt)\b{_WORDS}{{0,4}}(?= of\b)",
    rf"\bweet(?:en)? (?:{_ME} )?(?:\w+ )?niet (?:goed |zeker |precies )?(?={_FIRST}\b)",
    r"\blegt? (?:\w+ ){0,3}uit\b",
    r"\bhoor (?:het )?graag\b",
    r"\bverzoek(?:en|t)? (?:(?:ik|we|wij|zij) )?u\b[^.?]{0,40}\bte (?:delen|berichten|laten weten"
    r"|informeren|bevestigen|antwoorden)\b",
    r"\b(?:leeft|speelt|rijst|blijft|is) (?:\w+ ){0,3}de vraag\b",
    rf"\blaat (?:{_ME}|mij|ons) (?:\w+ ){{0,2}}weten\b",
    r"\bzoek(?:en)? (?:ik |we |wij )?(?:naar )?(?:een |wat )?(?:voorbeeld\w*|informatie|uitleg"
    r"|handreiking|model|format)\b",
)
"""Asks without the shape of a question."""
AFTER_INDIRECT = re.compile(rf"[^,]{{0,40}}?,?\s*\b(?={_FIRST}\b)", re.IGNORECASE)
"""What stands between that and what is asked."""
_HELP = (
    r"(?:helpen|oppakken|behandelen|afhandelen|meedenken|adviseren|antwoorden|reageren|bellen"
    r"|terugbellen|contact opnemen|kijken)"
)
_SMALL = (
    r"(?: (?:mij|me|ons|naar|hier\w*|daar\w*|dit|dat|deze|die|het|hem|verder|eens|even|misschien"
    r"|alsjeblieft|svp|ermee|er|mee|graag|kort|snel|samen|nog|wat|op weg))*"
)
_WISH = r"(?:reactie|antwoord|advies|uitleg|hulp|snel|spoedig|terug|hierover|hierop)"
TALK = _any(
    rf"(?:[\w']+, )?{_CAN} {_YOU}{_SMALL}(?: (?:kunnen|willen))? {_HELP}"
    r"(?: (?:met|bij|over|naar|op) [^?]{0,60})?\W*",
    rf"{_CAN} {_YOU} .{{0,40}}\b(?:{_QUESTIONS}|punten|mail|bericht|onderstaande|bovenstaande)\b"
    r".{0,40}\b(?:beantwoorden|bekijken|oppakken|doorsturen|antwoorden|ingaan|reageren|helpen)\W*",
    r"hoe gaat het.{0,30}|alles goed.{0,20}",
    rf"pakt? {_YOU}{_SMALL} op\W*|[^?]*\b(?:omtrent|over) het (?:na)?volgende\W*",
    r"wat (?:vindt?|denkt?|adviseert|raadt) (?:u|je|jij|jullie)(?: (?:hier|daar|er)?van| daarover"
    r"| mij| ons| aan| ik| we| te doen)*\W*",
    rf"(?:hebt?|heeft|hebben) {_YOU} (?:\w+ )?(?:even )?tijd\b.{{0,30}}",
    r"mag ik (?:u|je|jullie) .{0,30}vragen\W*",
    r"(?:dat|dit|het) (?:wil|willen|wilde|hoor|horen|weet|weten) (?:ik|we|wij)\b.{0,80}",
    r"wie (?:kan|wil) .{0,20}(?:helpen|meedenken)\W*",
    rf"(?:hebt?|heeft|hebben) (?:u|je|jullie) (?:hier|daar)\w*{_WORDS}{{0,4}}\W*",
    r"(?:ik|we|wij) (?:heb|hebben|zit|zitten|had|hadden|krijg|kregen|loop|lopen|worstel\w*)\b"
    rf".{{0,60}}\b{_QUESTIONS}\b[^?]{{0,60}}",
    r"(?:ik )?(?:hoor|horen|verneem|zie|lees|ontvang)(?: \w+)? graag"
    rf"(?: (?:van (?:u|je|jullie)|uw|je|een|jullie|het|{_WISH}))*\W*",
    r"graag (?:(?:hoor|verneem|zie|lees|ontvang|krijg)\w* )?(?:ik |we |wij )?"
    rf"(?:van (?:u|je|jullie)|uw|je|jullie|een|ook|het|{_WISH})(?: {_WISH})*\W*",
)
"""Asks nothing that has an answer of its own."""
_IF = (
    r"(?:zo (?:ja|nee|niet)|indien (?:ja|nee|niet|wel)|in dat geval|anders"
    r"|als (?:dat|het) (?:zo|wel|niet|ja|nee)(?: is)?)"
)
_AFTER = (
    r"(?: (?:dan|nu|precies|eigenlijk|in|uit|zit|gaat|werkt|moet|moeten|kan|mag|aan|af|op|zo|verder"
    r"|doen|regelen|aanpakken|oplossen|zeggen|juridisch|formeel|praktisch))"
)
LEANS = _any(
    rf"(?:en |maar |of )?{_IF}\W*{_WORDS}{{0,3}}\W*",
    r"(?:en )?(?:klopt|mag|kan|moet|hoort|is|werkt|geldt|lukt|heeft) (?:dat|dit|het)"
    rf"{_WORDS}{{0,2}}\W*",
    rf"(?:en )?(?:hoe|wat|waarom|wanneer|waar|wie){_WORDS}{{0,3}} (?:dat|dit|dan|nu|het)"
    rf"{_AFTER}?\W*",
    rf"(?:weet|weten) {_YOU} (?:hoe|wat|of) (?:dat|dit|het)(?: (?:zo|precies|dan|hier))* \w+\W*",
    rf"(?:weet|weten) {_YOU}(?: (?:het|dat|dit|hier\w*|daar\w*)){_WORDS}{{0,2}}\W*",
    r"(?:en |of )?waarom (?:wel|niet)\W*|(?:en )?hoe dan\W*",
)
"""Says nothing without what was said just before."""
COUNTED = re.compile(r"ten (?:eerste|tweede|derde|vierde) of\b", re.IGNORECASE)
"""A question that is counted, without a question mark: "ten tweede of dat mag"."""
HANGS_ON = _any(r"\b(?:daar|hier)(?:aan|bij|toe|voor|mee)\b")
"""A second half of a question with this is part of the first."""
POINTS_BACK = _any(
    r"\b(?:dat|dit|die|deze|dan|het|hij|zij|ze|er|daar\w*|hier\w*|zo'?n|zulke?|ook)\b",
)
"""A word that may mean something of the sentence before."""
TWO = re.compile(
    r",?\s+en (?=(?:wat als|wat|wie|hoe|waar\w*|wanneer|welke|hoeveel|of|mag|mogen|moet|moeten|kan"
    r"|kunnen|is|zijn|geldt|in hoeverre)\b)",
    re.IGNORECASE,
)
"""Between two questions in one sentence."""
ANNOUNCES = _any(
    rf"\b{_QUESTIONS}\b[^?]{{0,60}}:?$",
    rf"\b(?:graag|{_CAN} {_YOU}|antwoord\w*|volgende)\b[^?]{{0,60}}:$",
)
"""A line after which a list of questions comes."""
ABBREVIATED = _any(
    r"\b(?:art|artt|nr|nrs|bijv|bv|dhr|mevr|mw|dr|mr|ir|drs|ing|prof|evt|resp|excl|incl|ca|vgl|zgn"
    r"|blz|pag|jl|jr|tel|lid|st)\.$",
    r"(?:\b|\.)[a-z]\.$",
)
"""A full stop here ends an abbreviation, and no sentence."""
STATES = _any(
    r"^(?:staat|staan|ligt|liggen|is|zijn|moet|moeten|heb|heeft|wordt|komt|gaat)(?:,| (?:vast|in|op"
    r"|al|nog|niet|nu|sinds|vanaf|tot|klaar|af|open|besloten|wel|gewoon|ter|geen|\d+)\b)",
    r"^(?:hoe|wat|waar) (?!(?:is|zijn|mag|mogen|kan|kunnen|moet|moeten|gaat|wil|willen|doe|doen)\b)"
    r".*\b(?:is|zijn|ligt|liggen|staat|staan|blijft|kan|kunnen|mag|mogen)\b.*\b(?:open|vrij|vast"
    r"|schuiven|kiezen|meebepalen|bepalen|invullen|zeggen)\b",
    r"^wat (?:nog|wel|nog wel|wel nog) kan\b",
    r"^welke \w+ (?:kan|kunnen) nog\b",
    r"^of .*\b(?:staat|ligt|is) (?:nog |wel |niet |nu )*(?:helemaal )?(?:open|vast|vrij"
    r"|ter discussie)\b",
)
"""Begins like a question, and tells something: "hoe het eruitziet is nog open", "staat al vast"."""
