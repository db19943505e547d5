"""The commands: one record each, with its words. What each does stands in ``handlers``.

Help, Telegram's menu, the words that are known without a model and the names that the model is
trained on are made from these. A record is also what a button is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bot.dialogue import wording

Project = Literal["none", "at_hand", "made"]
"""What a command asks of the project: nothing; that there is one (else the doors are shown); or
one that is made when there is none."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name, as it stands in the data of buttons."""

    name: str
    label: str = ""
    """How it is named in "bedoel je dit?"; a command without one is not offered there."""
    help: str = ""
    """What help says of it."""
    menu: str = ""
    """What Telegram's menu says of it."""
    says: str = ""
    """What people say, word for word, with ``;`` between: known without a model."""
    slash: tuple[str, ...] = ()
    """How it is typed after a slash, the shown one first; otherwise by its name."""
    project: Project = "none"
    collapses: bool = False
    """Whether a tap on its button folds the message: what was chosen stays, the buttons go."""
    takes_text: bool = False
    """Whether the words that are typed after ``/name`` are its argument."""
    destroys: bool = False
    """Whether it leads to losing something: never done, nor asked about, on a guess."""

    @property
    def slashes(self) -> tuple[str, ...]:
        """Every way to type it after a slash."""
        return self.slash or (self.name,)


# --- anywhere -------------------------------------------------------------------------------

GREET = Command(
    "begroet",
    menu="Begin het gesprek, of ga verder",
    says="hallo;hoi;hey;hi;goedemorgen;goedemiddag;goedenavond;goeiemorgen;dag;moi",
    slash=("start", "begroet"),
    takes_text=True,
)
TROUBLE = Command(
    "gedoe",
    wording.DOOR_HELP,
    says="gedoe;help er is gedoe;er is gedoe;help gedoe;ik heb gedoe;we hebben gedoe"
    ";help ik heb gedoe;er is veel gedoe",
)
STARTS_AT = Command("begint_om")
INTERVIEW = Command("advies_vraag")
ASK_ME = Command(
    "vraag_stellen",
    wording.DOOR_QUESTION,
    says="ik heb een vraag;vraag;vraagje;een vraag;ik heb een vraagje;ik heb nog een vraag"
    ";ik heb een andere vraag;mag ik iets vragen;mag ik wat vragen;mag ik een vraag stellen"
    ";ik wil iets vragen;even een vraag;vraag stellen",
)
PRIVACY = Command("privacy", wording.DOOR_PRIVACY, says="privacy")
HELP = Command(
    "hulp",
    "Uitleg over wat je kunt doen",
    menu="Wat kan ik hier doen?",
    says="hulp;help;menu;uitleg",
    slash=("hulp", "help"),
)
HUMAN = Command(
    "mens",
    "Een mens spreken",
    help="hulp van een mens",
    menu="Ik wil liever een mens spreken",
    says="mens;een mens;ik wil een mens spreken",
)
THANK = Command("bedankt", says="bedankt;dank je;dank je wel;dankjewel;thanks;top bedankt")
STOP = Command(
    "stop",
    "Stoppen",
    help="stoppen",
    menu="Stop voor nu",
    says="stop;stoppen;ik stop;quit;exit;doei;tot later;hou op;hou maar op;houd op;ik stop ermee"
    ";ik kap ermee;ik haak af;stop ermee",
)
YES = Command("ja")
NO = Command("nee")
CONTINUE = Command("verder", wording.CONTINUE, says="verder;ga verder;ga door;doorgaan")
HERE = Command("hier")
NONE_OF_THESE = Command("geen_van_deze")
IN_DANGER = Command("wel_gevaar")
SAFE = Command("geen_gevaar")

# --- first aid and questions ----------------------------------------------------------------

CHAPTERS = Command(
    "ehbo",
    "Hoofdstukken met eerste hulp",
    help="eerste hulp",
    menu="Eerste hulp als er gedoe is",
    says="ehbo;eerste hulp;ik wil eerste hulp;eerste hulp graag;ik heb eerste hulp nodig"
    ";geef eerste hulp;ik zoek eerste hulp",
)
CHAPTER = Command("hoofdstuk")
READ_ON = Command("lees")
FAQ = Command("vraag")
SUBJECT = Command("onderwerp")
HELPS = Command("helpt")
HELPS_NOT = Command("helpt_niet")
TELL = Command("laat_weten")

# --- projects and what is kept --------------------------------------------------------------

NEW = Command(
    "nieuw",
    wording.NEW_PROJECT,
    help="een nieuw project",
    menu="Begin een nieuw project",
    says="nieuw;nieuw project",
)
NAME = Command(
    "naam",
    wording.NAME_BUTTON,
    help="dit project een naam geven",
    menu="Geef dit project een naam",
    says="naam geven;geef een naam;hoe noem ik dit project",
    project="made",
    takes_text=True,
)
RESTART = Command(
    "opnieuw",
    "Dit project opnieuw beginnen",
    help="dit project opnieuw",
    menu="Begin opnieuw met dit project",
    says="opnieuw;begin opnieuw;opnieuw beginnen;overnieuw;reset",
    destroys=True,
)
START_OVER = Command("begin_opnieuw", project="at_hand", collapses=True)
UNDO = Command(
    "ongedaan",
    wording.UNDO,
    says="ongedaan;maak ongedaan;maak dat ongedaan;maak het ongedaan;maak dit ongedaan"
    ";dat ongedaan maken;ongedaan maken;undo;herstel;herstel dat;zet dat terug;zet alles terug"
    ";zet het terug;draai dat terug;haal mijn antwoorden terug",
)
OVERVIEW = Command(
    "overzicht",
    "Mijn antwoorden zien",
    help="alle antwoorden zien en veranderen",
    menu="Bekijk en verander je antwoorden",
    says="overzicht;toon overzicht;mijn antwoorden",
)
CHANGE_ANSWER = Command(
    "verander", wording.BTN_CHANGE, says="verander een antwoord;antwoord veranderen"
)
CHANGE = Command("wijzig", project="at_hand")
DIVIDE_AGAIN = Command("herdeel", project="at_hand")
SWITCH = Command("wissel", project="at_hand")
MY_DATA = Command(
    "gegevens",
    "Zien wat je bewaart",
    help="wat ik bewaar",
    menu="Wat bewaar je over mij?",
    says="gegevens;mijn gegevens",
)
DELETE = Command(
    "verwijder",
    "Alles wissen",
    help="alles wissen",
    menu="Verwijder alles wat je over mij bewaart",
    says="verwijder;verwijder mijn gegevens;vergeet mij;alles wissen;wis alles"
    ";verwijder alles;wis mijn gegevens",
    destroys=True,
)
FORGET = Command("wis", collapses=True)
CARRY = Command(
    "meenemen",
    "Verdergaan op een ander scherm",
    help="verder op een ander scherm",
    menu="Ga verder op een ander scherm",
    says="meenemen;neem dit gesprek mee;verder op een ander scherm;verder in telegram",
)
BRING = Command("neem_mee", collapses=True)
KEEP = Command("bewaar", collapses=True)

# --- in the interview -----------------------------------------------------------------------

BACK = Command(
    "terug",
    "Een vraag terug",
    help="één vraag terug",
    menu="Ga een vraag terug",
    says="terug;ga terug;vorige;vorige vraag;een stap terug",
)
WHY = Command(
    "waarom",
    wording.WHY,
    help="waarom ik dit vraag",
    menu="Waarom krijg ik deze vraag of dit advies?",
    says="waarom;waarom vraag je dit;waarom vraag je dat;waarom wil je dat weten"
    ";snap ik niet;dat snap ik niet;ik snap het niet;ik snap dit niet;ik snap de vraag niet"
    ";begrijp ik niet;ik begrijp het niet;ik begrijp de vraag niet;leg uit;leg eens uit;leg dat uit"
    ";leg de vraag uit;wat bedoel je;wat bedoel je daarmee;hoe bedoel je;wat houdt dat in",
)
SKIP = Command("overslaan", "Deze vraag overslaan", says="overslaan;sla over;skip")
UNKNOWN = Command("weet_niet", wording.UNKNOWN)
PUT = Command("zet", project="made")
DIVIDE = Command("deel", project="at_hand", collapses=True)
CHECKED = Command("aangetikt", project="at_hand", collapses=True)
DEEPER = Command("dieper", project="at_hand")
HOW_LONG = Command(
    "hoe_lang",
    "Hoeveel vragen nog?",
    says="hoe lang nog;hoelang nog;hoe lang duurt dit;hoe lang duurt dit nog"
    ";hoe lang duurt het nog;hoeveel nog;hoeveel vragen nog;hoeveel vragen zijn er nog"
    ";hoeveel vragen komen er nog;moet ik dit allemaal beantwoorden;moet ik alles beantwoorden"
    ";moet ik dit allemaal invullen;duurt dit lang;duurt dit nog lang;duurt het nog lang"
    ";zijn we er bijna;ben ik er bijna",
    project="made",
)
LATER = Command(
    "later_verder",
    "Later verdergaan",
    says="later verder;kan ik later verder;kan ik straks verder;kan ik morgen verder"
    ";kan ik later verdergaan;kan ik later verder gaan;kan ik dit later afmaken"
    ";kan ik stoppen en later verder;kan dit later ook",
)
RIGHT = Command("klopt", project="at_hand", collapses=True)
WRONG = Command("klopt_niet", project="at_hand")
NOT_THIS = Command("niet_dit", project="at_hand", collapses=True)
NEVER_MIND = Command("laat_maar", project="at_hand", collapses=True)
EARLIER = Command("eerder", project="at_hand", collapses=True)
LATEST = Command("nu", project="at_hand", collapses=True)

OTHER_KIND = Command(
    "niet_dit_soort",
    project="at_hand",
    collapses=True,
    says="ander soort project;een ander soort project;het is een ander soort project"
    ";dit is een ander soort project;ander soort;verkeerd soort project;soort project klopt niet"
    ";het soort project klopt niet;het soort klopt niet;verander soort project"
    ";verander het soort project",
)
KEEP_NOTHING = Command("rest_niet", project="at_hand", collapses=True)
LIKEN = Command("soort_is", project="at_hand", collapses=True)
LIKEN_PAGE = Command("soorten", project="at_hand")

# --- the advice and what it offers ----------------------------------------------------------

ADVICE = Command("advies", wording.DOOR_ADVICE, says="advies;geef advies;advies voor mijn project")
ADVICE_NOW = Command(
    "advies_nu",
    wording.ADVICE_NOW,
    says="advies nu;nu advies;geef gewoon advies;geef gewoon een advies;geef nu advies"
    ";geef nu maar advies;geef me nu maar een advies;geef me nu een advies;ik wil nu advies"
    ";ik wil nu een advies;gewoon advies;doe maar advies;geef maar advies;geef alvast advies",
)
ENOUGH = Command(
    "genoeg",
    wording.ENOUGH,
    says="dit is genoeg;genoeg;zo is het genoeg;zo genoeg;het is genoeg;meer hoeft niet;genoeg zo",
    project="at_hand",
)
WHY_NOT = Command(
    "waarom_niet", wording.BTN_WHY_NOT, says="waarom niet meer of minder", project="at_hand"
)
WHAT_IF = Command("wat_als", project="at_hand")
TAKE_OVER = Command("neem_over", project="at_hand")
CHAIRS = Command("stoelen", wording.BTN_CHAIRS, says="wie moet er nog bij", project="at_hand")
ORDER = Command(
    "volgorde", wording.BTN_ORDER, says="wie hoort het wanneer;volgorde", project="at_hand"
)
KIND = Command(
    "soort_project",
    wording.BTN_KIND,
    says="dit soort project;wat is hier bijzonder aan;soort project",
    project="at_hand",
)
FIRST = Command("eerste_antwoord", project="at_hand")
HOW = Command(
    "aanpak",
    wording.BTN_HOW,
    says="waarden en werkvormen;werkvormen;de vijf waarden;valkuilen",
    project="at_hand",
)
PAPERS = Command(
    "stukken",
    wording.BTN_PAPERS,
    says="stukken;maak een stuk;een stuk maken;maak een brief;maak een raadsvoorstel",
    project="at_hand",
)
PAPER = Command("stuk_maken", project="at_hand")
DROP_TOLD = Command("regels_weg", project="at_hand")
TICK_TOLD = Command("regel_wel_niet", project="at_hand")
DATES = Command(
    "data_uitrekenen",
    wording.BTN_DATES,
    slash=("data", "datums", "data_uitrekenen"),
    says="data;datums;reken de data uit;de data uitrekenen;welke termijnen gelden;termijnen",
    project="at_hand",
)
TELL_DATES = Command("data_geven", project="at_hand")
MOMENT = Command("dag_geven", project="at_hand")
KEEP_DAYS = Command("dagen_ja", project="made", collapses=True)
WRONG_DAYS = Command("dagen_fout")
DROP_DAY = Command("dag_weg", collapses=True)
DROP_DAYS = Command("dagen_nee", collapses=True)
AGENDA = Command("in_agenda", project="at_hand")
ASK_LATER = Command("vraag_later", project="at_hand")
WENT = Command("hoe_ging_het", project="at_hand", collapses=True)
NOTE = Command("notitie", wording.BTN_NOTE, says="notitie;maak een notitie", project="at_hand")
NOTE_WORDS = Command("notitie_woorden", project="at_hand")
PICTURE = Command(
    "plaatje", "Laat het zien als plaatje", says="plaatje;maak een plaatje", project="at_hand"
)
LENS = Command(
    "bril", wording.BTN_LENS, says="bril;andere bril;bekijk door een andere bril", project="at_hand"
)
EYES = Command("ogen", project="at_hand", collapses=True)
TAKE_EYES = Command("bril_over", project="at_hand")
OTHER_FORM = Command("anders", wording.BTN_OVERRULE, project="at_hand")
CHOOSE_OTHERWISE = Command(
    "ik_kies_anders", wording.BTN_OVERRULE, says="ik kies anders", project="at_hand"
)
CHOOSE = Command("kies", project="at_hand", collapses=True)
NO_REASON = Command("zonder_reden", project="at_hand")

# --- whose rules ----------------------------------------------------------------------------
PACKS = Command(
    "pakket",
    help="met de regels van een andere gemeente",
    menu="Kies met wiens regels je werkt",
    says="regels van een andere gemeente;met de regels van een andere gemeente",
    takes_text=True,
)
USE = Command("gebruik", collapses=True)
OTHERS = Command(
    "andere",
    wording.OTHERS,
    says="andere gemeente;een andere gemeente;andere gemeenten;andere gemeentes"
    ";wat zegt een andere gemeente;wat zou een andere gemeente zeggen;en een andere gemeente",
    project="at_hand",
    takes_text=True,
)
BESIDE = Command("zou", project="at_hand", collapses=True)
SAYS = Command("zegt", project="at_hand", collapses=True)

# --- what is made of them -------------------------------------------------------------------

ALL: tuple[Command, ...] = tuple(
    command for command in list(vars().values()) if isinstance(command, Command)
)
BY_NAME: Mapping[str, Command] = MappingProxyType({command.name: command for command in ALL})
BY_SLASH: Mapping[str, Command] = MappingProxyType(
    {typed: command for command in ALL for typed in command.slashes}
)

IN_HELP = (
    *(BACK, OVERVIEW, WHY, NEW, NAME, RESTART),
    *(CHAPTERS, PACKS, HUMAN, CARRY, MY_DATA, DELETE, STOP),
)
IN_MENU = (
    *(GREET, NEW, NAME, RESTART, BACK, OVERVIEW, WHY),
    *(PACKS, CHAPTERS, HUMAN, HELP, CARRY, MY_DATA, DELETE, STOP),
)


def help_text() -> str:
    """What can be done here, for a person."""
    return "\n".join((wording.HELP, *(f"/{one.slashes[0]} – {one.help}" for one in IN_HELP)))
