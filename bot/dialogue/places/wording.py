"""What is said of a kind of project, of an evening, of dates, papers, other eyes and packs."""

from __future__ import annotations

# --- danger ---
IS_DANGER = "Is er nu iemand in gevaar, of is er iets ergs gebeurd? Bel bij spoed meteen **112**."
IS_SAFE = "Gelukkig."
BTN_YES, BTN_NO = "Ja", "Nee"
AFTER_THREAT = "Is iedereen nu veilig? Dan maak ik je stuk met wat je typte."
BTN_WRITE = "Maak mijn stuk"

# --- the evening ---
TONIGHT_OPENING = "**Zo begin je**"
TONIGHT_NOW = "**Doe dit nu**"
TONIGHT_AT = "**Vanavond, begin {time}**"
TOMORROW_AT = "**Morgen, begin {time}**"
TONIGHT_ROLES = "**Wie doet wat:**"
TONIGHT_SAFE = "**Veilig:**"
TONIGHT_STOP = "**Stop:**"
TONIGHT_OBJECTION = "**Bezwaar?**"
TONIGHT_NEVER = "**Zeg nooit:**"
TONIGHT_MORNING = "**Morgen:**"
TONIGHT_NEXT = "Je plan heb je al. Dit komt nu:"
WHEN_STARTS = "Hoe laat begint het?"
TOMORROW_EVENING = "Morgenavond"
OTHER_TIME = "Het begint op een andere tijd"
HAVE_MEETING = "Er is een bijeenkomst"

# --- a kind of project ---
ASK_KIND = "Tik aan wat voor project het is. Dan gaan de stappen over jouw project."
BTN_WHICH = "Wat voor project is het?"
LIKEN_ASK = "Typ in een paar woorden wat voor project het is. Of kies uit de lijst."
LIKEN_WHICH = "Welke soort precies? Dat mag je overslaan."
LIKEN_MORE = "Meer soorten"
LIKEN_HEAD = "**{name}**"
LIKEN_STEPS = "**{name}**: de stappen"
LIKEN_HOURS = "**{name}**: wie hoort het wanneer?"
LIKEN_COUNCIL = "**{name}**: de rol van de raad"
LIKEN_PARTS = {
    "stappen": "Alle stappen",
    "tijden": "Wie hoort het hoe laat",
    "raad": "De rol van de raad",
}
LIKEN_NEVER = "Zeg nooit:"
LIKEN_GOOD = "Zo ging het goed: {text}"
LIKEN_BAD = "Zo ging het mis: {text}"
LIKEN_FIRST = "Vraag eerst: {question}"
LIKEN_OTHER = "Een ander soort project"
MOMENTS = {
    "tonight": "Vanavond",
    "week": "Deze week",
    "before": "Vóór het besluit",
    "after": "Na het besluit",
}
VALUES_HEAD = "**De vijf waarden**"
STANDS = {"green": "🟢", "amber": "🟠", "grey": "⚪"}
METHODS_HEAD = "**Zo kun je werken**"
PITFALLS_HEAD = "**Pas op voor**"

# --- dates ---

ABOUT = "@onderwerp"
WHERE = "@plaats"
"""What is asked beside the moments of a pack."""

ASK_FIRST = (
    "Ik reken uit wat er vóór welke dag moet. Daarvoor vraag ik een paar dingen. Je kunt alles "
    "overslaan. Ik bewaar dit alleen als je straks ja zegt."
)
ASK_ABOUT = "Waar gaat het over, in één zin? Noem geen mensen."
ASK_WHERE = "Om welke plek gaat het? Een straat, buurt of dorp is genoeg. Geen huisadres."
SKIP = "Sla over"
A_DAY = "Typ een dag, bijvoorbeeld 24 juni 2027."
DECIDES = "{text} beslist"
"""An answer to the question when is decided, as a whole clause."""
A_DAY_AND_WHO = "Typ een dag, bijvoorbeeld ‘raad 24 juni 2027’ of ‘burgemeester 18 december’."
NO_DAY = "Welke dag bedoel je? Typ het zo: 24 juni 2027. Weet je het nog niet? Tik op ‘Sla over’."
ONE_DAY = "Ik heb één dag nodig, en geen ‘{days}’. Weet je de dag nog niet? Tik op ‘Sla over’."
TOO_EARLY = (
    "{day} past niet bij {other}: dat is op {told}. Kijk het even na. "
    "Klopt het toch, sla dit dan over."
)
PERSONAL = "Daar lijken gegevens van een persoon in te staan. Schrijf het zonder namen en nummers."
EMPTY = "Daar staat niets in wat ik kan bewaren. Schrijf het in gewone woorden."

LIST_HEAD = "**Data voor {subject}**"
LIST_HEAD_BARE = "**Data voor dit project**"
LINE = "• **{day}**: {name} ({label}). {text}"
LATE_HEAD = "**Dit kan niet meer op tijd**"
NOW_HEAD = "**Doe dit nu, want het is krap**"
LATE_LINE = "• {name} ({day}). {then}"
NOW_LINE = "• {name}. {then}"
OVER = "Deze dag is voorbij."
NOTHING_YET = "Van deze data kan ik nog niets uitrekenen. Geef minstens één dag."
NOT_LAW_ADVICE = (
    "Dit is geen juridisch advies. Vakanties en reces ken ik niet: kijk zelf of het dan past."
)
KEEP_ASK = "Mag ik deze data bewaren bij je project? Dan gebruik ik ze in je stukken."
KEEP_YES = "Ja, bewaar ze"
KEEP_NO = "Nee, bewaar ze niet"
WIPE = "Wis deze data"
KEPT = "Bewaard. Met /verwijder wis je alles."
MY_DATES = "Ook bewaar ik de data die je gaf: waar het over gaat, de plek en de dagen."
NOT_KEPT = "Goed, ik bewaar deze data niet."
ANOTHER_DAY = "Ook: {name}"
CHANGE_DATES = "Verander de data"
BTN_AGENDA = "Zet ze in mijn agenda"
AGENDA_CAPTION = "Open dit bestand met je agenda."
AFTER_AGENDA = "Wat wil je nu?"
NO_AGENDA = "Er is nog geen dag om in je agenda te zetten."

# --- days that were heard ---
HEARD = "Ik hoorde: {days}. Zal ik hiermee rekenen? Dan bewaar ik dit bij je project."
HEARD_AGAIN = "Ik hoorde: {days}. Met een ja bewaar ik dit bij je project, en maak ik het opnieuw."
HEARD_LINE = "Dagen: {days}. Met een ja reken ik hiermee en bewaar ik dit."
HEARD_DAY = "{name} op {day}"
HEARD_MEETING = "{name} op {day} ({more})"
HEARD_YES, HEARD_WRONG, HEARD_NO = "Ja, reken hiermee", "Eén klopt niet", "Nee, liever niet"
HEARD_KEPT = "Goed, ik reken hiermee. Met /verwijder wis je alles."
WHAT_DAY_WRONG = "Welke dag klopt niet?"
HEARD_DROPPED = "Goed, daar reken ik niet mee."
HEARD_WITHOUT = "Die dag laat ik weg. Weet je de goede? Typ haar in een zin."
NOT_THAT_WEEKDAY = "‘{day}’ valt niet op een {weekday}. Welke dag bedoel je?"

# --- whether it can still be done ---
IN_TIME = "Ja, dat kan nog. Tot {name} op {day} heb je nog {count}."
IN_SHORT = "Het is krap, maar het kan. Tot {name} op {day} heb je nog {count}."
LAW_OVER = "Niet alles. {list} Verder kan het nog: tot {name} op {day} heb je nog {count}."
OVER_BY_LAW = "{name} kan volgens de wet niet meer op tijd ({law})"
WORKING_DAYS = "{count} werkdagen"
ONE_WORKING_DAY = "1 werkdag"
NO_WORKING_DAY = "geen hele werkdag meer"
THIS_WEEK = "• **Deze week**: {name}. {text}"
ON_DAY = "• **{day}**: {name}"
BARE_LINE = "• **{day}**: {name} ({label}){short}."
IN_SHORT_LINE = ", krap"
ASK_THE_DAY = "{text} {question}"
OWN_RULES = "Planning is onze vuistregel, geen wet. Vakanties en reces ken ik niet."

# --- papers ---

PAPERS_HEAD = (
    "Welk stuk zal ik voor je maken? Het is een concept: wat ik niet weet, staat er geel in."
)
PAPERS_NONE = "Dit pakket heeft geen stukken. Wel kan ik een notitie maken."
PAPERS_LATER = "Eerst het advies, dan maak ik het stuk. Je hebt het na een paar vragen."
NOW_ALREADY = "Nu al: {paper}"
PAPER_UNKNOWN = "Dat stuk ken ik niet, of ik weet niet welk je bedoelt."
NOT_MADE = "Dit kan ik nog niet maken: {papers}."
AFTER_ASKED = "Hier is je concept: {papers}."
NEXT = "Wat wil je nu?"
CAPTION = "Een concept. Lees het na en vul de gele vakken in."
OWN_ASK = "Ik maak: {papers}. Typ in één bericht wat erin moet, kort mag:\n{topics}"
OWN_MAKES = "Ik maak: {papers}. Je kunt er nog iets bij typen."
ASKS = "maak {paper}"
MINUTES = "{count} minuten"
OWN_TOPIC = "• {question}"
OWN_KNOWN = "Dit vertelde je al, en komt erin:\n{lines}"
OWN_CHOOSE = "Tik aan wat erin moet, en wat niet:\n{lines}"
OWN_ASIDE = "Dit laat ik uit wat anderen lezen, tot jij zegt dat het erin mag:\n{lines}"
OWN_CHOOSES = "Kies wat erin komt"
OWN_DOUBTED = (
    "Van deze zinnen weet ik niet of iedereen ze mag lezen. Ze staan niet in wat naar buiten gaat: "
    "{lines}. Mag er een wel in? Tik op ‘Kies wat erin komt’."
)
OWN_LISTED = "• {line}"
OWN_LEAVE = "Laat regels weg"
OWN_IN = "✓ {line}"
OWN_OUT = "– {line} (laat ik weg)"
OWN_INSIDE = "Dit laat ik eruit, want het is niet voor anderen: {lines}."
OWN_NOTES = (
    "Dit laat ik weg uit wat anderen lezen, want het is een aantekening of mag niet naar buiten: "
    "{lines}. "
    "Moet het er wel in? Typ het zoals je het tegen hen zegt."
)
HEALTH_NOT_KEPT = (
    "Wat je over de gezondheid van één persoon vertelt, bewaar ik niet. "
    "Laat het ook uit je stukken."
)
OWN_YELLOW = "(geel) {line}"
OWN_UNUSED = (
    "Dit paste onder geen kopje, dus het staat in geen van deze stukken: {lines}. "
    "Moet het erin? Typ het opnieuw, met het kopje ervoor."
)
OWN_TAKEN = "Dit nam je terug, dus het staat er niet in: {lines}."
OWN_MISSED = "Nog niet verteld, en dus weggelaten of geel: {topics}."
OWN_NOT_KEPT = "Noem geen namen of nummers. Ik onthoud dit alleen tot je klaar bent."
OWN_DROP = "Laat weg wat ik eerder vertelde"
KEEP_LINE = "Goed om te weten. Zal ik dit onthouden voor je stukken? “{text}”"
KEEP_LINE_DAYS = (
    "Ik hoorde: {days}. Zal ik hiermee rekenen? Dan bewaar ik deze dagen bij je project, en de zin "
    "voor je stukken: “{text}”"
)
KEEP_DAYS_YES = "Ja, doe dat"
KEEP_OR_MEANT = "Past een van de andere knoppen? Kies die, dan onthoud ik je zin ook."
KEEP_ALSO = "Zal ik dit onthouden voor je stukken? “{text}”"
BTN_ALSO_NOT = "Bewaar de rest niet"
ALSO_TOLD_MUCH = "Wat je verder vertelde, bewaar ik voor je stukken."
ALSO_TOLD = "Ook gehoord: {list}. Dat bewaar ik voor je stukken."
KEEP_LINE_YES, KEEP_LINE_NO = "Ja, onthoud het", "Nee"
KEPT_LINE = "Onthouden. Het komt in je stukken."
MY_LINES = "Ook bewaar ik de zinnen die ik voor je stukken mocht onthouden."
OWN_SO = "Maak het zo"
OWN_WITHOUT = "Maak het zonder"
OWN_MORE = "Klopt er iets niet, of wil je er meer in? Typ het, dan maak ik het opnieuw."
ANOTHER = "Nog een stuk"
FILL_IN = "Vul plek en dagen in"

# --- carried to another screen

CARRY = (
    "Zo ga je verder op een ander scherm. Het werkt één keer, en een kwartier lang. Geef het aan "
    "niemand: wie het heeft, krijgt je antwoorden."
)
CARRY_TYPE = "Typ op het andere scherm: /{start} {code}"
CARRY_COPY = "Je gesprek staat daarna op allebei. Wil je het wissen, doe dat dan op allebei."
CARRY_PAGE = "Ga verder op de pagina"
CARRY_TELEGRAM = "Ga verder in Telegram"
CARRY_NOTHING = "Er is nog niets om mee te nemen. Begin eerst een project."
CARRY_OVER = (
    "Deze code werkt hier niet. Een code werkt één keer, een kwartier lang, en niet in het gesprek "
    "waarin je hem maakte. Maak daar een nieuwe met /{command}."
)
CARRY_ASK = (
    "Hier staat al een gesprek, over **{name}**. Neem je het andere mee, dan is dit hier weg."
)
CARRY_YES = "Ja, neem het andere mee"
CARRY_NO = "Nee, laat dit staan"
CARRIED = "Je gesprek staat nu ook hier."

# --- a picture

NO_PICTURE = "Deze regels kennen geen ladder van vormen. Er is dus niets om te tekenen."
AFTER_PICTURE = "Dit is hoe het nu staat. Verandert er een antwoord? Vraag dan een nieuw plaatje."

# --- a question, something for an editor, and what is not understood

NOT_UNDERSTOOD_TWICE = (
    "Ik begrijp je niet, en dat ligt aan mij. Kies wat het dichtst in de buurt komt, of vraag het "
    "aan een mens."
)
PERSONAL_TYPED = (
    "Let op: hier staat {kinds}. Dat bewaar ik niet. Typ hier geen gegevens van mensen."
)
ONE_AT_A_TIME = (
    "Dat klinkt als meer dan één project. Ik doe er één tegelijk. Met /nieuw begin je het volgende."
)
SORRY = "Dat spijt me. Zeg het gerust in andere woorden, of vraag het aan een mens: /mens."
TIRED = "Dat klinkt als veel tegelijk. We doen het stap voor stap."
KNOWN = "Dat weet ik al."
ONE_BACK = "Ik ga één stap terug. Verder is er niets om ongedaan te maken."
NO_YES = "Met ja of nee weet ik het hier nog niet. Kies een antwoord, of typ het."
WHAT_IS_WRONG = "Klopt er iets niet? Kies het antwoord dat anders moet, of typ wat het wel is."
KIND_DROPPED = "Goed, dat soort project laat ik weg. Typ gerust wat voor project het wel is."
KIND_DENIED = "Dan is het geen project van de soort ‘{name}’."
NO_SOURCE_YET = (
    "Ik gaf nog geen antwoord waar een bron bij hoort. Stel je vraag, dan zet ik de bron erbij."
)
NOT_MINE = "Daar ga ik niet over."
MINE = (
    "Wel help ik je inwoners te betrekken: met advies voor je project, of met een vraag daarover."
)
NOT_ANSWERED = "Dit heb ik niet beantwoord: {asked}."
NO_ANSWER = "Daarop heb ik geen antwoord."
OTHER_LAW = "Daarop heb ik een antwoord over ‘{subject}’, en dat gaat niet over dit soort project."
BUT_I_CAN = "Dit kan ik wel voor je doen:"
ASK_A_HUMAN = (
    "Vraag het aan de participatieadviseur van je gemeente, of aan de griffier als het over de "
    "raad gaat."
)
ASK_CONTACT = "Vraag het aan {name}. {channel}"
NO_HELP = "Jammer. Ik tel mee dat dit antwoord niet hielp."
TELL_MISSING = "Zeg wat er mist"
TELL_UNHEARD = "Laat weten wat ik niet begreep"
TELL_MISSED = "Wat miste je in het antwoord? Typ het in één of twee zinnen, zonder namen."
TELL_WHAT = "Wat wilde je weten of doen? Typ het in één of twee zinnen, zonder namen."
TELL_KEPT = "Ik bewaar het {days} dagen voor wie mijn antwoorden schrijft."
TOLD_EDITOR = "Dank je. Met /verwijder haal je het weer weg."
OUTLOOK = (
    "Dat staat nog niet vast. Met wat ik nu weet, kan het nog {forms} worden. Het lijkt het meest "
    "op {first}."
)
OUTLOOK_HANGS = "Dat hangt nog af van {questions}."
OUTLOOK_SURE = "Met wat ik nu weet, is mijn advies: {headline}."
FAQ_STANDS = "Dat staat hier:"
FAQ_OWN = "Dat zegt de Samenwerkwijzer zelf. Er is geen bron bij."

# --- other eyes ---
LENS_CHOOSE = "Door wiens ogen wil je kijken?"
LENS_NOTHING = "Bij je antwoorden zit geen oordeel waarover een ander anders kan denken."
LENS_ASK = "Wat zou {eyes} hier zeggen?"
LENS_SAME = "Door de ogen van {eyes} blijft mijn advies hetzelfde: {form}."
LENS_DIFFERENT = "Door de ogen van {eyes} wordt het: {form}. Nu is het: {now}."
LENS_POINTS = "Dat komt hierdoor: {changes}. Bespreek dat verschil."
LENS_END = "Wil je die antwoorden overnemen?"

# --- packs to choose from ---
PACKS_CHOOSE = "Met wiens regels wil je werken? Kies er een, of typ een naam."
PACKS_MORE = "Meer laten zien"
PACKS_ALL = "Laat ze allemaal zien"
PACKS_NONE = "Er zijn hier geen andere regels."
PACK_UNKNOWN_NEAR = "De regels van ‘{name}’ ken ik niet. Bedoel je dit?"

# --- how it went ---
BTN_ASK_LATER = "Vraag me later hoe het ging"
BTN_ASK_NOT = "Vraag het toch niet"
ASK_LATER_DONE = (
    "Goed. Over {weeks} weken, op {day}, vraag ik hoe het ging. Dat kost drie tikken. Tot die dag "
    "bewaar ik je antwoorden. Met /verwijder is alles meteen weg."
)
ASK_NOT_DONE = "Goed. Ik vraag het niet."
WENT_HEAD = "Je wilde dat ik vroeg hoe het ging met **{name}**. Het zijn drie tikken."
WENT_FORM = "Wat hebben jullie gekozen?"
WENT_NOTHING = "Nog niets"
WENT_AGAIN = "Zou je het weer zo doen?"
AGAIN = {"weer_ja": "Ja", "weer_nee": "Nee", "weer_open": "Weet ik nog niet"}
WENT_LEFT = "Goed. Ik bewaar hier niets van."
LESSON_WHICH = (
    "Wat is je belangrijkste les? Kies er een, of typ haar in hoogstens 200 tekens. "
    "Noem geen mensen."
)
LESSONS = {
    "begin": "Eerder beginnen",
    "vast": "Eerst zeggen wat vastligt",
    "wie": "Andere mensen uitnodigen",
    "bericht": "Beter vertellen wat ermee gebeurde",
    "tijd": "Meer tijd en geld regelen",
}
LESSON_NONE = "Geen les"
LESSON_ASK = (
    "Dit geef ik door aan wie de antwoorden schrijft, en ik bewaar het 30 dagen:\n“{text}”\n"
    "Klopt dat?"
)
LESSON_KEEP = "Ja, bewaar dit"
LESSON_DROP = "Nee, zonder les"
WENT_DONE = (
    "Dank je wel. Ik bewaar een jaar lang welke vorm het was en of je het weer zou doen. Vertellen "
    "vijf of meer mensen dat? Dan tel ik het op voor anderen. Met /verwijder is het weg."
)
TRIED = "\nMensen die dit invulden: {count} keer {form} gekozen. {again} zouden het weer doen."
TOLD_WENT = "Vertelde je hoe het ging? Dat bewaar ik een jaar."
MY_WENT = "Ook bewaar ik op welke dag je wilt dat ik vraag hoe het ging."
CHECKLIST = "**Wat speelt er?** Tik aan wat klopt. De rest blijft open."
CHECKLIST_NONE = "Laat dit open"
CHECKLIST_READY = "Klaar, laat de rest open"
CHECKLIST_APART = "Vraag ze een voor een"
CHECKLIST_ASKS_APART = "Dan vraag ik ze een voor een. Bij elke vraag kun je ‘weet ik niet’ kiezen."
CHECKLIST_TWICE = "Bij één vraag koos je meer dan één antwoord. Die vraag ik nog even apart."
CHECKLIST_NOTHING = "Verder speelt er niets"
CHECKLIST_ASSUMED = "Ik neem aan: {list}."
CHECKLIST_ONE_PIECE = "Verder niets, en je aanname klopt"
CHECKLIST_DIFFERS = "Nee, het verschilt"
CHECKLIST_OPEN = "Open gelaten: {list}."
WHO_DECIDES = "wie beslist"
ON_A_DAY = " op {day}"
NAMED = {"de gemeentelijke organisatie": "de directie of het team dat hierover gaat"}
"""Who decides, where a sentence within a sentence calls it otherwise."""
