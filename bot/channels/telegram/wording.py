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

NOT_OF_TELEGRAM = "Telegram kent dit token niet. Controleer TELEGRAM_TOKEN."
REFUSED_ADDRESS = (
    "Telegram neemt het adres van de webhook niet aan. Controleer TELEGRAM_WEBHOOK_URL: "
    "het begint met https:// en de poort is 443, 80, 88 of 8443."
)
OPEN_WEBHOOK = (
    "Een webhook mag niet zonder geheim. Zet in TELEGRAM_WEBHOOK_SECRET 16 tot 256 tekens "
    "uit A-Z, a-z, 0-9, _ en -."
)

TAKES_A_WHILE = (
    "Het duurt even: ik kan er nu niet bij. Je bericht heb ik gezien. "
    "Je krijgt antwoord zodra het weer gaat, je hoeft niets opnieuw te sturen."
)

EDITED = (
    "Ik zie dat je een bericht hebt veranderd. Ik lees alleen nieuwe berichten. "
    "Stuur je het nog eens?"
)


def one_to_one(username: str) -> str:
    """What a group hears, once."""
    return (
        "Ik werk een-op-een, zodat je vrij over je project kunt vertellen. "
        f"Begin hier: https://t.me/{username}"
    )
