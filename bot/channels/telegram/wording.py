"""Every sentence that this channel says by itself; all the others are the dialogue's."""

from __future__ import annotations

ONLY_TEXT = (
    "Ik kan alleen tekst lezen. Wil je in een paar woorden typen wat je bedoelt? "
    "Of tik op een knop hierboven."
)

TOO_FAST = (
    "Dat gaat me even te snel. Wacht een minuutje en ga dan verder. "
    "Wat je al had beantwoord, bewaar ik."
)

WENT_WRONG = (
    "Er ging iets mis aan mijn kant. Je laatste bericht is niet verwerkt, de rest heb ik bewaard. "
    "Probeer het zo nog eens, of typ /start."
)


def one_to_one(username: str) -> str:
    """What a group hears, once."""
    return (
        "Ik werk een-op-een, zodat je vrij over je project kunt vertellen. "
        f"Begin hier: https://t.me/{username}"
    )


COMMANDS = (
    ("start", "Begin het gesprek, of ga verder"),
    ("nieuw", "Begin een nieuw project"),
    ("naam", "Geef dit project een naam"),
    ("opnieuw", "Begin opnieuw met dit project"),
    ("terug", "Ga een vraag terug"),
    ("overzicht", "Bekijk en verander je antwoorden"),
    ("waarom", "Waarom krijg ik deze vraag of dit advies?"),
    ("pakket", "Kies met wiens regels je werkt"),
    ("ehbo", "Eerste hulp als er gedoe is"),
    ("mens", "Ik wil liever een mens spreken"),
    ("hulp", "Wat kan ik hier doen?"),
    ("gegevens", "Wat bewaar je over mij?"),
    ("verwijder", "Verwijder alles wat je over mij bewaart"),
    ("stop", "Stop voor nu"),
)
