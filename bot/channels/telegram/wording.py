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
