"""Which examples teach what a question in a mail asks. Runs in Rasa's world.

Mails put a question at length, and lean on the sentence before; a talk does not. So the sentences
of mails (labels that begin with ``mail.``) are kept from all that a talk is read with.
"""

from __future__ import annotations

RANKING = "mail_ranking"
"""How a model names the labels of a question in a mail."""
_MAIL = "mail."
_ASKED = ("vraag.", "opdracht.", "buiten_bereik")


def is_in_mail(label: str) -> bool:
    """Whether an example is a sentence of a mail."""
    return label.startswith(_MAIL)


def bare_label(label: str) -> str:
    """What such an example means, as any other example says it."""
    return label.removeprefix(_MAIL)


def is_taught(label: str) -> bool:
    """Whether an example of a talk teaches the reader of mails too: what asks, and what asks
    something that has no answer."""
    return label.startswith(_ASKED)
