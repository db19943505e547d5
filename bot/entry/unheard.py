"""``niet-begrepen``: what people left for who writes the answers, and how often one helped."""

from __future__ import annotations

from collections.abc import Iterator

from bot import bootstrap
from bot.command_line.verbs import verb
from bot.conversation import Conversation
from bot.dialogue.places.aftermath import LESSON
from bot.dialogue.places.tell import MISSING, UNHEARD
from bot.entry import wording
from bot.settings import Settings
from bot.words.dates import in_words


@verb()
def unheard(settings: Settings) -> int:
    """List the texts, oldest first, and the answers that helped or did not; 1 when there is any
    text."""
    conversation = bootstrap.build_conversation(settings.chosen(None, plain=True))
    try:
        bootstrap.sweep(conversation, settings)
        texts = list(_texts(conversation))
        print("\n".join([*(texts or [wording.NO_TEXTS]), *_counts(conversation)]))
    finally:
        conversation.close()
    return 1 if texts else 0


def _texts(conversation: Conversation) -> Iterator[str]:
    heads = {UNHEARD: wording.WAS_UNHEARD, MISSING: wording.WAS_MISSING, LESSON: wording.WAS_LESSON}
    for at, note in conversation.notes():
        head = heads.get(note.kind, note.kind).format(about=note.about)
        yield f"{in_words(at.date())}  {head}: {note.text}"


def _counts(conversation: Conversation) -> Iterator[str]:
    for (kind, about), number in sorted(conversation.counts().items()):
        yield wording.COUNTED.get(kind, kind).format(about=about, number=number)
