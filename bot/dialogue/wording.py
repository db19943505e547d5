"""Every sentence of the bot itself, in plain Dutch. One name per screen; no logic."""

from __future__ import annotations

GREETING = (
    "Hoi! Ik help je kiezen hoe je inwoners en anderen bij je project betrekt.\n"
    "Ik ben een automatische adviseur. Jij beslist. Typ gerust wat er speelt."
)
DOORS_AGAIN = "Waarmee kan ik je helpen?"
DOOR_HELP = "Help, er is gedoe"
DOOR_ADVICE = "Advies voor mijn project"
DOOR_QUESTION = "Ik heb een vraag"
DOOR_PRIVACY = "Privacy"

PRIVACY = (
    "Noem hier geen namen, adressen of andere gegevens van mensen.\n\n"
    "Ik bewaar je antwoorden, zodat je later verder kunt. Je berichten zelf bewaar ik niet.\n"
    "Begreep ik een antwoord uit je woorden? Dan bewaar ik die erbij, hoogstens {most} tekens, "
    "zonder nummers en adressen van mensen. Wat je voor de redactie typt, bewaar ik {days} dagen. "
    "Wat je voor een stuk typt, onthoud ik tot dat stuk klaar is, of langer als je ja zegt.\n"
    "Vraag ik je later hoe het ging? Dan bewaar ik je gesprek tot dan, en je antwoord een jaar.\n"
    "Alles staat op de computer van je eigen organisatie. Ik verkoop of deel niets.\n"
    "Gebruik je Telegram? Dan ziet Telegram je berichten ook.\n\n"
    "Met /gegevens zie je wat ik bewaar. Met /verwijder haal je alles weg."
)

FIRST_AID = (
    "Eerste hulp bij gedoe\n\n"
    "1. Bel vandaag één of twee mensen die boos zijn. Luister, en beloof nog niets.\n"
    "2. Schrijf op wat vaststaat en wat nog open is. Vraag dat na.\n"
    "3. Vertel je wethouder en je collega van communicatie wat er speelt.\n"
    "4. Zeg wanneer mensen weer van je horen. Houd je daaraan.\n\n"
    "Word je bedreigd, of is iemand in gevaar? Bel eerst 112. Ga nooit alleen.\n"
    "Is er gedreigd? Meld het vandaag bij je leidinggevende, en vraag nazorg."
)
AFTER_DANGER = "Is iedereen veilig? Dan help ik je daarna verder. Hier begin je:"
ALSO_A_PAPER = "Je vroeg ook om een stuk. Dat kan straks: bij je advies staat ‘Maak een stuk’."
ALSO_ASKED = "Vroeg je ook iets over je project? Stel die vraag straks nog eens."
FIRST_AID_NEXT = "Wat past nu?"
TO_INTERVIEW = "Advies voor mijn project"

ASK_ME = "Stel je vraag gewoon in je eigen woorden. Of kies een onderwerp:"
WELCOME_TO_INTERVIEW = "Goed. Ik vraag alleen wat ertoe doet. Terug kan altijd."

WORRIED = "Dat is vervelend, voor hen en voor jou."
INSULTED = "Ik snap dat je baalt. Ik ben maar een computer, maar ik wil je graag helpen."
TOO_LONG = "Je bericht is erg lang. Ik heb alleen het begin gelezen."
WARMING_UP = (
    "Ik ben nog aan het opstarten en begrijp nog geen losse zinnen. "
    "De knoppen werken al. Typ anders het nummer."
)
FREE_TEXT_OFF = (
    "Losse zinnen begrijp ik nu even niet. De knoppen werken wel. Typ anders het nummer."
)
NOT_UNDERSTOOD = "Dat begrijp ik niet goed. Kies een knop, of zeg het in andere woorden."
NOT_UNDERSTOOD_IDLE = "Dat begrijp ik niet goed. Zeg het in andere woorden, of kies:"
DID_YOU_MEAN = "Bedoel je dit?"
NONE_OF_THESE = "Iets anders"
THANKED = "Graag gedaan. Succes met je project!"

PROGRESS = "Nog ongeveer {count} schermen"
PROGRESS_LAST = "Dit is het laatste scherm"
UNKNOWN = "Weet ik niet"
WHY = "Waarom vraag je dit?"
BACK = "Terug"
NONE = "Geen van deze"
READY = "Klaar"
NOTED = "Ik noteer: {label}."
TICKED = "✓ {label}"
ONE_ONLY = "Hier past één antwoord. Kies er één."
NOT_ON_LIST = "Op deze lijst staat geen {number}. Kies 1 tot en met {count}."
ABOUT_PART = "Over: {part}."
WHY_FALLBACK = "Het antwoord kan mijn advies veranderen."
HOMEWORK = "Geen probleem. Vraag het na bij {whom}. Ik zet het in je notitie."
HOMEWORK_PLAIN = "Geen probleem. Ik zet het als huiswerk in je notitie."
NOT_FIRST = "Dit is de eerste vraag. Verder terug kan niet."
HOW_LONG = (
    "Nog ongeveer {count} vragen. Je hoeft ze niet allemaal te beantwoorden: "
    "typ ‘geef advies’, dan krijg je nu een voorlopig advies."
)
HOW_LONG_ONE = "Nog één vraag. Typ ‘geef advies’ als je nu al een voorlopig advies wilt."
LATER = "Ja. Ik bewaar je antwoorden {days} dagen. Stop gerust, en kom terug met /start."
ADVICE_NEEDS = "Dat kan zo. Ik heb eerst nog één antwoord nodig."
STILL_FORM_ONE = "Nog één vraag kan de vorm veranderen."
STILL_FORM = "Nog ongeveer {count} vragen kunnen de vorm veranderen."
STILL_NO_FORM = "De vorm staat vast."
STILL_DUTY_ONE = "Eén kan er een plicht bij geven."
STILL_DUTY = "Ongeveer {count} kunnen er een plicht bij geven."
NOT_SEEN = "Nog niet bekeken: {list}."
DIFFERS_NEXT = "Dat verschilt: {list}. Daarover vraag ik zo verder."
ASSUMED = "Ik nam aan: {list}. Klopt dat? Typ ‘ja’."
NOT_SEEN_MORE = "{list}; en nog {count}"
ENOUGH = "Dit is genoeg"
PURPOSES = {
    "form": "Dit kan het advies nog veranderen.",
    "duty": "Dit kan er een plicht bij geven.",
    "warning": "Dit kan er een waarschuwing bij geven.",
    "steps": "Dit maakt de stappen preciezer.",
}
"""What a question is for, said with it."""
SINCE_SAME = "Sinds mijn eerste advies is er niets veranderd."
SINCE_FORM_SAME = "De vorm is gebleven sinds mijn eerste advies."
SINCE_FORM = "Mijn eerste advies was: {then}. Nu is het: {now}."
SINCE_DUTY_ONE, SINCE_DUTIES = "één plicht", "{count} plichten"
SINCE_POINT_ONE, SINCE_POINTS = "één punt om op te letten", "{count} punten om op te letten"
SINCE_MORE = "Erbij gekomen: {list}."
SINCE_WHERE = "Alle punten staan in de notitie: kies ‘{papers}’, dan ‘{note}’."
SINCE_LESS_ONE = "Eén punt geldt niet meer."
SINCE_LESS = "{count} punten gelden niet meer."
MUCH_UNKNOWN = "Er is nog veel onbekend. Dat geeft niet."
ASK_WHOM = "{short} Vraag {whom}."
TOO_LITTLE = "**Kies nog geen vorm.** Er is nog te veel onbekend."
TOO_LITTLE_LIKELY = "Nu lijkt het nog het meest op {form}."
DO_ALREADY = "Doe dit alvast: {text}"
PROMISE_NOTHING = "Beloof inwoners nu nog niets over hun invloed. Zeg wel wanneer ze van je horen."
MUCH_UNKNOWN_NEXT = "Wat wil je nu?"
NOTE_WITH_THESE = "Maak een notitie met deze vragen"
ADVICE_NOW = "Geef nu een voorlopig advies"
ON_WITH_QUESTIONS = "Verder met de vragen"
NOTHING_TO_EXPLAIN = "Er staat nu geen vraag open."

DIVIDE_SAME = {"onderdeel": "Alles even vast", "groep": "Eén aanpak voor iedereen"}
DIVIDE_DIFFERENT = {"onderdeel": "Het verschilt", "groep": "Eén groep raakt het meer"}
DIVIDE_GUESSED = "{same} (dat nam ik aan)"
DIVIDE_BOTH_SAME = "Alles en iedereen gelijk"
DIVIDE_EACH = {"onderdeel": "Het verschilt per onderdeel", "groep": "Het verschilt per groep"}
SAME_AS = "Zelfde als bij ‘{part}’"
SAME_AS_BEFORE = "Zelfde als hiervoor"
DIVIDE_PER_GROUP = "Het verschilt per groep"
DIVIDE_WHICH = {
    "onderdeel": "Welke delen wil je apart bekijken? Kies er hoogstens {limit}.",
    "groep": "Voor welke groepen is het anders? Kies er hoogstens {limit}.",
}
DIVIDED = "Duidelijk. Ik kijk apart naar: {parts}."
DIVIDED_ONE = "Duidelijk. Ik kijk naar: {parts}. De rest ligt vast."
DIVIDE_REST = "En de rest van het project?"
REST_FIXED = "De rest ligt vast"
REST_SAME = "Dat gaat net zo"
DIVIDED_LINE = {"onderdeel": "Apart bekeken: {parts}", "groep": "Per groep: {parts}"}
DIVIDED_ONLY = "Alleen {parts} is open"
DIVIDE_BUTTON = {"onderdeel": "Delen van het project", "groep": "Groepen"}

EVIDENCE = "{line} (“{words}”)"
UNDERSTOOD = "Dit begrijp ik:"
ALSO_NOTED = "Ook genoteerd:"
ALSO_NOTED_ASK = "Klopt iets niet? Zeg het."
UNPLACED = "Dit kon ik niet plaatsen: {list}."
QUOTED = "“{words}”"
CLASH = "Eerder zei je: {earlier}\nNu zeg je: {latest}\nWat klopt?"
CLASH_LEFT = "Ik laat staan wat je eerder zei: {line}"
CONFIRM_WHY = "Dit las ik in wat je schreef. Klopt het, dan reken ik ermee."
CLASH_WHY = "Die twee gaan niet samen. Ik reken met wat jij kiest."
LEFT_OUT = "Laat dit weg"
SKIPPED = "Die sla ik over."
RIGHT = "Klopt dat?"
YES_RIGHT = "Klopt"
ONE_WRONG = "Eén ding klopt niet"
ALL_WRONG = "Nee, laat maar"
WHICH_WRONG = "Wat klopt er niet?"
LOOKS_LIKE = "Het lijkt op: {name}."
CHANGED = "Aangepast: {short} → {label}."
DROPPED = "Dit telt nu niet meer mee: {list}. Ik bewaar het, voor als je terugkomt."
WORDS_KEPT = "Ik hoorde wel: {list}. Dat bewaar ik voor je stukken."
RETURNED = "Dit telt weer mee: {list}."

ALREADY_ANSWERED = "Die vraag is al beantwoord: {label}. Wil je dat veranderen?"
OLD_BUTTON = "Die knop hoort bij een eerder gesprek. We gaan hier verder."
CHANGE_IT = "Verander dit"
LEAVE_IT = "Laat zo"

ADVICE_LINES = (
    "Mijn advies: **{headline}**",
    "Waarschijnlijk past: **{headline}**",
    "Nog niet zeker. Het meest lijkt het op: **{headline}**",
    "Kies nog geen vorm. **{headline}**",
)
ADVICE_PART_LINES = (
    "Mijn advies bij ‘{part}’: **{headline}**",
    "Waarschijnlijk past bij ‘{part}’: **{headline}**",
    "Nog niet zeker. Bij ‘{part}’ lijkt het meest op: **{headline}**",
    "Bij ‘{part}’: kies nog geen vorm. **{headline}**",
)
"""How an advice begins: certain, likely, unsure, and one that says what comes first."""
TRACK_SURE, TRACK_LIKELY = "Bij ‘{track}’: {form}.", "Bij ‘{track}’ waarschijnlijk: {form}."
"""Another track where there is little room."""
ALSO_ADVICE = "Ook: {headline}."
TRACK_HEAD = "Bij ‘{track}’"
FIRST_STEP = "Begin zo: {step}"
ALSO_POSSIBLE = "Ook mogelijk: {list}."
AT_LEAST = "Meer mag, minder niet."
NO_FORM = "Voor deze antwoorden heb ik geen passende vorm."
NO_FORM_NEXT = "Leg je project voor aan een collega die dit vaker doet."
WHY_HEAD = "Waarom?"
MIND = "Let op: {text}"
DUTY = "Moet van de wet: {text}"
THIS_WEEK = "Deze week"
SAY_IT = "Zo zeg je het: “{promise}”"
MIND_THERE = "Let op bij ‘{part}’: {text}"
DUTY_THERE = "Moet van de wet bij ‘{part}’: {text}"
OTHER_PART = "• bij ‘{part}’: {headline}"
FIND_OUT = "Zoek eerst uit: {short}"
FROM_WHOM = "Vraag {whom}."
DECIDE = "Dit is een advies. Jullie beslissen."
UNTIL_THEN = "Tot die tijd: {headline}."
AFTER_THAT = "Daarna misschien: {headline}."
NOTHING_TIPS = "Dit advies blijft zo, zolang dit klopt: {reason}"
WHAT_IF_AT_ONCE = "Stel: {changes}. Dan kan dit meteen: {form}."

BTN_FIRST_AID = "Eerste hulp"
BTN_WHY_NOT = "Waarom niet meer of minder?"
BTN_LENS = "Bekijk door een andere bril"
BTN_ORDER = "Wie hoort het wanneer"
BTN_CHAIRS = "Wie moet er nog bij?"
BTN_KIND = "Dit soort project"
BTN_HOW = "Zo pak je het aan"
BTN_NOTE = "Maak een notitie"
BTN_OVERRULE = "Ik kies anders"
BTN_CHANGE = "Verander een antwoord"

WHY_NOT_HEAD = "Dit zijn de andere vormen, en wat ze tegenhoudt:"
NO_OTHER_FORM = "Deze regels kennen geen andere vorm."
WHY_NOT_LINE = "• {form}: {reason}"
WHY_NOT_ANSWER = "bij “{short}” zei je: {given}."
WHY_NOT_OPEN = "dat hangt nog af van “{short}”."
WHY_NOT_UNKNOWN = "meer dan één antwoord houdt dit tegen."
RULES_USED = "Regels: {rows} · pakket {pack} · versie {version}"
WHAT_IF_HEAD = "Wat als er iets verandert?"
WHAT_IF = "Stel: {changes}. Dan geldt: {form}."
WHAT_IF_MAYBE = "Stel: {changes}. Dan kan het worden: {form}."
WHAT_IF_TAKE = "Neem dat over"
LIST_LIKELY = "Het meest waarschijnlijk: {form}. Daarna: {others}."

MOST_OF_A_NAME = 30
PACK_UNKNOWN = "De regels van ‘{name}’ ken ik niet."
PACK_DEFAULT = "Goed. Ik werk met de gewone regels: {pack}."
PACK_KEPT = "{project} blijft bij de regels van {pack}. Je vindt het terug met /overzicht."
LINK_NEAR = "Bedoel je {names}?"
LINK_LIST = "Met /pakket zie je wat er is."

OTHERS = "Een andere gemeente"
OTHERS_CHOOSE = "Wiens regels wil je naast je advies leggen? Kies er een, of typ een naam."
OTHERS_INTRO = "**Wat zou {name} zeggen?**"
OTHERS_ABOUT = "Ik kijk naar: {piece}."
OTHERS_TAKEN_ONE = "Eén antwoord van jou past bij deze vragen. Dat neem ik over."
OTHERS_TAKEN = "Ik neem {count} antwoorden van jou over."
OTHERS_TAKEN_NONE = "Geen antwoord van jou past bij deze vragen. Daarom vraag ik ze apart."
OTHERS_ASKS_ONE = "{name} vraagt nog 1 ding."
OTHERS_ASKS = "{name} vraagt nog ongeveer {count} dingen."
OTHERS_SAYS = "{name} zegt: **{headline}**."
OTHERS_HAS = "{name} heeft {what}."
OTHERS_MAY_SAY = "{name} kan nog zeggen: **{list}**."
OTHERS_ALSO = "{title}: {outcome}."
OTHERS_HANGS = "Dat hangt nog af van: {questions}"
OTHERS_RUNGS = "Op de ladder staat {name} op trede {there}. Jouw advies staat op trede {here}."
OTHERS_SAME_RUNG = "Op de ladder is dat even hoog als jouw advies: trede {here}."
OTHERS_ONLY_THERE = (
    "Op de ladder staat {name} op trede {there}. Jouw advies staat niet op de ladder."
)
OTHERS_ONLY_HERE = "Jouw advies staat op trede {here}. Wat {name} zegt, staat niet op de ladder."
OTHERS_NO_RUNG = "Dit laat zich niet met jouw advies vergelijken op de ladder."
OTHERS_BLIND = "Jouw advies rust ook op iets dat {name} niet vraagt: {questions}"
OTHERS_SEES = "{name} kijkt naar iets dat jij niet is gevraagd: {questions}"
OTHERS_KEPT = "Je eigen antwoorden en advies blijven zoals ze zijn."
OTHERS_ANOTHER = "Nog een ander"

ORDER_HEAD = "Vertel het in deze volgorde:"
ORDER_NONE = "Voor dit project maakt de volgorde niet uit."
CHAIRS_HEAD = "Wie zit er aan tafel?"
CHAIRS_UNKNOWN = "Dit pakket zegt nog niet wie er in deze vorm aan tafel zit."
CHAIRS_EMPTY = "Nog leeg: {who}"
OVERRULE_CHOOSE = "Prima, jij beslist. Welke vorm kies je?"
OVERRULE_REASON = "Waarom kies je voor {form}? Typ het in één of twee zinnen, zonder namen."
OVERRULE_DONE = (
    "Genoteerd. Jouw keuze: {form}. Mijn advies blijft in de notitie staan, met jouw reden erbij."
)
OVERRULE_CLASH = "Let op, dit botst met je antwoord: {reason}"
OVERRULE_NEEDS = "Dan moet wel kloppen: {needs}"
NO_REASON = "Zonder reden"
AFTER_ADVICE = "Wat wil je nu met je advies?"
BTN_PAPERS = "Maak een stuk"
BTN_DATES = "Reken de data uit"
BACK_TO_QUESTION = "Terug naar de vraag"
NOTE_WITH_WORDS = "Zet mijn eigen woorden erbij"
AFTER_NOTE = "Dit is je notitie. Wat wil je nu?"
BTN_TO_ADVICE = "Terug naar het advies"
NOTE_CAPTION = "Je notitie. Lees haar na voor je haar doorstuurt."

GO_DEEPER = "Vraag verder door"
OVERVIEW_HEAD = "Dit weet ik over **{name}**:"
OVERVIEW_EMPTY = "Ik weet nog niets van je project."
OVERVIEW_KIND = "Soort project: {name}."
OVERVIEW_KIND_BUTTON = "Soort project"
OVERVIEW_TAP = "Kies een antwoord om het te veranderen."
OVERVIEW_NOT_COUNTING = "Telt nu niet mee: {list}."
CONTINUE = "Verder"
NEW_PROJECT = "Nieuw project"
OTHER_PROJECT = "Ga naar {name}"
SWITCHED = "We gaan verder met {name}."
NAME_BUTTON = "Geef dit project een naam"
NAME_ASK = "Hoe noem je dit project? Bijvoorbeeld ‘riool en straat’. Typ geen namen van mensen."
NAME_DONE = "Goed. Dit project heet nu **{name}**."
NEW_STARTED = "Een nieuw project. Het vorige bewaar ik."
RESTARTED = "Opnieuw begonnen. De oude antwoorden zijn weg."
RESTARTED_UNDO = "Opnieuw begonnen. Toch niet? Je oude antwoorden kan ik nog even terughalen."
RESTART_ASK = "Zal ik dit project opnieuw beginnen? Je antwoorden gaan dan weg."
RESTART_YES = "Ja, begin opnieuw"
RESTART_NO = "Nee, ga verder"
UNDO = "Maak ongedaan"
UNDONE = "Gedaan. Je oude antwoorden zijn terug."
NOTHING_WIPED = "Ik wis niets. Je antwoorden staan er nog: kijk met /overzicht."
PROJECT_NAME = "Project {number}"
TOO_MANY_PROJECTS = "Je hebt al {limit} projecten. Kies er een, of wis alles met /verwijder."

RESUME = "Je was bij **{name}**. Dit weet ik al:"
RESUME_ASK = "Verder of opnieuw?"
RESUME_AGE = "Dat was {age} geleden."
RESTART = "Opnieuw"

PACK_CHANGED = "De vragen zijn intussen aangepast. Je antwoorden die nog passen, heb ik bewaard."
LET_GO = "Een antwoord van eerder gebruik ik niet meer. {why}"
ASK_AGAIN = "Dit vraag ik opnieuw: {list}."
TODAY_DIFFERENT = "Let op: eerder was het advies {then}. Met de regels van nu is het {now}."

UNREADABLE = (
    "Ik kan je eerdere antwoorden niet meer lezen. Dat ligt aan mij, niet aan jou. "
    "Ik heb ze apart gezet voor de beheerder. We beginnen opnieuw. Met /verwijder wis je alles."
)
UPDATING = (
    "Ik word net bijgewerkt. Probeer het straks nog eens. Wat je al had beantwoord, bewaar ik."
)

HUMAN = (
    "Vraag het aan een mens: de participatieadviseur van je gemeente, of de griffier als het over "
    "de raad gaat. Neem je notitie mee, dan hoef je niets opnieuw te vertellen."
)
HUMAN_CONTACT = "Vraag het aan een mens: {name}. {channel}\nNeem je notitie mee."

HELP = "Typ gewoon wat er speelt, of tik op een knop. Dit kan ook:"

MY_DATA = (
    "Ik bewaar van jou: {projects} en {answers}.{words} Koos je anders dan mijn advies? Dan ook de "
    "reden die je typte. Liet je weten wat je miste? Dan ook dat, {noted} dagen. Geen naam, geen "
    "nummer en geen andere berichten. Na {days} dagen stilte wis ik alles vanzelf."
)
MY_WORDS = " Bij {answers} bewaar ik ook de woorden waaruit ik dat begreep."
FORGET_ASK = "Zal ik alles wissen? Je projecten en antwoorden zijn dan echt weg."
FORGET_YES = "Ja, wis alles"
FORGET_NO = "Nee, bewaar alles"
FORGOTTEN = "Alles is gewist. Met /start begin je opnieuw."
KEPT = "Goed, ik bewaar alles."
STOPPED_EMPTY = "Tot later. Met /start begin je."
STOPPED = "Tot later. Je antwoorden blijven staan. Met /start ga je verder."

CHAPTERS_HEAD = "Eerste hulp van de Samenwerkwijzer zelf. Waar zoek je hulp bij?"
CHAPTERS_MORE = "Meer hoofdstukken"
CHAPTER_MORE = "Lees verder"
CHAPTER_OWN = "Eerste hulp van de Samenwerkwijzer zelf"
BOOKLET = "In het boekje EHBO (2017): {place}"
BOOKLET_PAGE = "bladzijde {page}"
NO_CHAPTERS = "Dit pakket heeft nog geen hoofdstukken."

FOUND = "Staat je vraag hierbij?"
FAQ_OF = "**{subject}**\nKies een vraag:"
FAQ_MORE = "Meer vragen"
FAQ_SUBJECTS = "Alle onderwerpen"
FAQ_OTHER = "Andere vragen"
FAQ_SOURCE = "Bron: {sources}."
FAQ_READ = "Gelezen op {date}."
FAQ_LEGAL = "Dit is geen juridisch advies."
FAQ_LOCAL = "In jouw gemeente kan het anders zijn: kijk in de eigen verordening."
FAQ_READ_AS = "Ik lees dit als: {question}"
FAQ_HELPS = "Dit helpt 👍"
FAQ_HELPS_NOT = "Dit helpt niet 👎"
FAQ_GLAD = "Fijn."
FAQ_EXPIRED = "Het antwoord dat ik had, geldt niet meer. Vraag het aan je griffier."

EYES = {
    "inwoner": "een inwoner",
    "raad": "een raadslid",
    "college": "een wethouder",
    "ondernemer": "een ondernemer",
}
EYES_BUTTONS = {
    "inwoner": "Inwoner",
    "raad": "Raadslid",
    "college": "Wethouder",
    "ondernemer": "Ondernemer",
}
ROLES = {
    "inwoner": "Inwoner",
    "ambtenaar": "Ambtenaar (jij)",
    "college": "College",
    "raad": "Raad",
    "ondernemer": "Ondernemer",
}

NEWER_VERSION = "versie {version}, bekend tot en met {known}"
"""What a log says of a saved state that a newer bot has written."""
