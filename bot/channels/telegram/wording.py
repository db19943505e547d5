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

OTHER_POLLER = (
    "Een ander programma haalt berichten op met hetzelfde token (409). Mensen krijgen daardoor "
    "soms geen antwoord. Stop dat andere programma, of vraag @BotFather een nieuw token."
)
OTHER_WEBHOOK = (
    "Telegram brengt de berichten naar een ander adres dan TELEGRAM_WEBHOOK_URL. De bot zet zijn "
    "eigen adres terug. Gebeurt dit vaker, stop dan het andere programma met dit token."
)

TAKES_A_WHILE = (
    "Het duurt even: ik kan er nu niet bij. Je bericht heb ik gezien. "
    "Je krijgt antwoord zodra het weer gaat, je hoeft niets opnieuw te sturen."
)

EDITED = (
    "Ik zie dat je een bericht hebt veranderd. Ik lees alleen nieuwe berichten. "
    "Stuur je het nog eens?"
)


def no_contact(why: str) -> str:
    """Telegram does not answer; ``why`` is the kind of error."""
    return (
        f"Geen contact met Telegram ({why}). De bot blijft het proberen. Kijk of deze machine "
        "api.telegram.org kan bereiken: netwerk, DNS, proxy."
    )


def deaf(waiting: int) -> str:
    """Telegram has updates that don't come in."""
    return (
        f"De bot is doof: bij Telegram wachten {waiting} berichten die hier niet aankomen. "
        "Start de bot opnieuw."
    )


def repeated(number: int) -> str:
    """Telegram gives updates again and again that were done."""
    return (
        f"Telegram brengt {number} berichten die al gedaan zijn steeds opnieuw; nieuwe kunnen "
        "blijven liggen. Start de bot opnieuw."
    )


def not_reached(why: str) -> str:
    """Telegram can't bring updates to the webhook; ``why`` is what it says itself."""
    return (
        f"Telegram kan de webhook niet bereiken ({why}). Kijk of TELEGRAM_WEBHOOK_URL van buiten "
        "te openen is, en of het certificaat en de proxy kloppen."
    )


def sealed_otherwise(number: int) -> str:
    """Replies that wait, and whose address was sealed with another key."""
    return (
        f"{number} antwoorden zijn niet te versturen: hun adres is met een ander geheim "
        "versleuteld. Zet het geheim terug dat bij deze database hoort."
    )


def one_to_one(username: str) -> str:
    """What a group hears, once."""
    return (
        "Ik werk een-op-een, zodat je vrij over je project kunt vertellen. "
        f"Begin hier: https://t.me/{username}"
    )
