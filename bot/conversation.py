"""One turn: load, understand, step, save; and a look, which only loads.

Nothing slow runs inside the transaction: the state is loaded and the text understood before it,
and when another turn was saved meanwhile (the revision moved) this one is repeated.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import partial
from typing import TypeAlias, TypeVar

from bot import wording as log_wording
from bot.dialogue import danger, replies_json, state_versions, wording
from bot.dialogue.look import Glance, Look, glance, look
from bot.dialogue.messages import (
    Due,
    Event,
    Forgotten,
    Happening,
    HowItWent,
    Noted,
    Pass,
    Reply,
    Said,
    Say,
    Started,
)
from bot.dialogue.places.carry import MINUTES, code_in
from bot.dialogue.state import State
from bot.dialogue.state_versions import NewerState, UnreadableState
from bot.dialogue.step import arrive, new_state, question_at_hand, step
from bot.dialogue.to_judge import to_judge
from bot.dialogue.turn import Shelf
from bot.language.apart import taken_apart
from bot.language.mail.reply import Reply as MailReply
from bot.language.mail.reply import reply_to
from bot.language.understand import Context, Understander
from bot.language.wording import OFF
from bot.outbox import HOLD, Outbox
from bot.storage.errors import StorageError
from bot.storage.keys import conversation_key, open_sealed, open_text, seal, seal_text
from bot.storage.store import AlreadyDone, Later, Note, Outcome, Saved, StaleRevision, Store, Turn
from bot.storage.tried import Tried
from bot.upkeep import ASKS_AT, Upkeep
from bot.upkeep import now as _now

logger = logging.getLogger(__name__)

OutOfReach = StorageError
"""What a channel catches: the storage can't be reached now, and nothing was done."""

MOST_TRIES = 50
MOST_CHARACTERS = 4096
LINK, LINK_WITH_WORDS, PASS = "link", "link with words", "pass"
"""What a link is for stands in its hash, so that nobody can make more of it."""
T = TypeVar("T")
View: TypeAlias = Callable[[Shelf, State, datetime], T]


@dataclass(frozen=True, slots=True)
class _Done:
    """What a turn comes to: the state to save as sealed text, and what is said.

    ``aside``: the state before it could not be read, and must be kept.
    """

    state: str
    replies: Sequence[Reply]
    aside: bool = False
    unsaid: Sequence[Noted | Pass | HowItWent] = ()
    later: Later | None = None


class Conversation(Outbox, Upkeep):
    """The one way from a channel to the dialogue. Thread safe; knows no channel."""

    def __init__(
        self,
        shelf: Callable[[date], Shelf],
        store: Store,
        understander: Understander,
        secret: bytes,
        *,
        zone: tzinfo = timezone.utc,
    ) -> None:
        self._shelf = shelf
        Upkeep.__init__(self, store, secret)
        Outbox.__init__(self, store, secret)
        self._understander = understander
        self.zone = zone
        """Where a day begins and ends."""
        self._tried = Tried(store)

    def handle(
        self,
        channel: str,
        person: str,
        update: str,
        what: Happening,
        *,
        at: datetime | None = None,
        address: str | None = None,
        fetched: bool = False,
    ) -> str:
        """Apply one happening durably and put its replies in the outbox; when they are ``fetched``
        by the channel instead of sent, on the screen until the next turn (see ``screen``).

        Returns the conversation's key. The same ``update`` twice is applied once. Raises
        StaleRevision when others keep saving this conversation first.
        """
        key = conversation_key(self._secret, channel, person)
        at = (at or _now()).astimezone(self.zone)  # a day begins at midnight there
        for _ in range(MOST_TRIES):
            if self._store.is_done(key, update):
                return key
            try:
                self._turn(key, update, what, at, None if fetched else address or person)
            except AlreadyDone:
                return key
            except StaleRevision:
                continue
            return key
        raise StaleRevision(key[:8])

    def ask_due(self, *, at: datetime | None = None) -> int:
        """Ask who wanted that how it went, where a channel can send of itself; returns how many."""
        at = (at or _now()).astimezone(self.zone)
        asked = 0
        for key, sealed in self._store.due(at):
            if address := self._address(sealed):
                with suppress(AlreadyDone, StaleRevision):  # that person is talking just now
                    self._turn(key, f"due {at.date()}", Due(), at, address)
                    asked += 1
        return asked

    def look(
        self, channel: str, person: str, *, at: datetime | None = None, whole: bool = False
    ) -> Look | None:
        """What is known of a person's project at hand, with its card; None when there is none.

        ``whole``: also what takes longer to work out. Nothing is written and nobody is told.
        Raises UnreadableState or NewerState.
        """
        return self.view(channel, person, partial(look, whole=whole), at=at)

    def glance(self, channel: str, person: str, *, at: datetime | None = None) -> Glance | None:
        """What stands beside a talk: quicker than a look. Raises UnreadableState or NewerState."""
        return self.view(channel, person, glance, at=at)

    def view(
        self, channel: str, person: str, view: View[T], *, at: datetime | None = None
    ) -> T | None:
        """What a pure ``view`` makes of a person's conversation; None when there is none.
        Nothing is written. Raises UnreadableState or NewerState."""
        return self._view(conversation_key(self._secret, channel, person), view, at)

    def _view(self, key: str, view: View[T], at: datetime | None) -> T | None:
        saved = self._store.load(key)
        if saved is None:
            return None
        at = (at or _now()).astimezone(self.zone)
        return view(self._shelf(at.date()), self._opened(saved), at)

    def look_by(self, link: str, *, at: datetime | None = None) -> Look | None:
        """What a link shows (see ``share``); None when it expired or was taken back.

        Raises UnreadableState or NewerState.
        """
        for kind in (LINK, LINK_WITH_WORDS):
            if key := self._store.shared(self._hashed(kind, link), _now()):
                shown = partial(look, whole=True, with_words=kind == LINK_WITH_WORDS)
                return self._view(key, shown, at)
        return None

    def share(self, channel: str, person: str, until: datetime, *, with_words: bool = False) -> str:
        """A link by which others may look at this conversation's project until then; it can't be
        guessed, and is kept as a hash. Empty when there is no conversation. ``with_words``: also at
        the words of the person that answers came from."""
        link = secrets.token_urlsafe(24)
        key = conversation_key(self._secret, channel, person)
        hashed = self._hashed(LINK_WITH_WORDS if with_words else LINK, link)
        return link if self._store.share(key, hashed, until) else ""

    def unshare(self, channel: str, person: str) -> None:
        """Take back every link to this conversation."""
        self._store.unshare(conversation_key(self._secret, channel, person))

    def _hashed(self, kind: str, link: str) -> str:
        return conversation_key(self._secret, kind, link)

    def screen(self, channel: str, person: str, *, at: datetime | None = None) -> tuple[Reply, ...]:
        """What stands on the screen of a channel that fetches: what was said last; before the
        first turn what would be said to who comes in. Nothing is written."""
        key = conversation_key(self._secret, channel, person)
        if sealed := self._store.screen(key):
            text = open_sealed(self._secret, sealed)
            return replies_json.all_from_json(text.encode())
        at = (at or _now()).astimezone(self.zone)
        return tuple(self._done(key, self._store.load(key), Started(), at).replies)

    def knows(self, channel: str, person: str) -> bool:
        """Whether anything is kept of this person."""
        return self._store.load(conversation_key(self._secret, channel, person)) is not None

    def forget(self, channel: str, person: str) -> None:
        """Delete all that is kept of this person. Raises StorageError."""
        self._store.forget(conversation_key(self._secret, channel, person))

    def end_at(self, channel: str, person: str, until: datetime | None) -> None:
        """Let what is kept of this person go by itself then; None: not any more."""
        self._store.end_at(conversation_key(self._secret, channel, person), until)

    def reply_to_mail(self, text: str, *, at: datetime | None = None) -> MailReply:
        """The questions of a mail with their answers by the default pack, and a draft of a reply.
        Nothing of it is kept."""
        at = (at or _now()).astimezone(self.zone)
        shelf = self._shelf(at.date())
        pack = shelf.pack(shelf.default).pack
        return reply_to(text, pack, self._understander, at.date())

    def shelf(self, at: datetime | None = None) -> Shelf:
        """The packs as they are valid now, for what is read without a conversation."""
        return self._shelf((at or _now()).astimezone(self.zone).date())

    def _turn(
        self, key: str, update: str, what: Happening, at: datetime, address: str | None
    ) -> None:
        """One turn, saved. Without an ``address`` its replies stand on the screen."""
        saved = self._store.load(key)
        done = self._done(key, saved, what, at)
        passes = [each for each in done.unsaid if isinstance(each, Pass)]
        until = at + timedelta(minutes=MINUTES)
        shown = replies_json.all_to_json(done.replies).decode() if address is None else None
        self._store.commit(
            Turn(
                key=key,
                update=update,
                revision=saved.revision if saved else 0,
                state=done.state,
                replies=[] if shown else [self._sealed(reply) for reply in done.replies],
                address=seal(self._secret, address or ""),
                at=at,
                forget=any(isinstance(reply, Forgotten) for reply in done.replies),
                aside=done.aside,
                holder=self._holder,
                held_until=_now() + HOLD,
                screen=seal(self._secret, shown) if shown else None,
                notes=[self._note(each) for each in done.unsaid if isinstance(each, Noted)],
                links=[(self._hashed(PASS, p.code), until) for p in passes if not p.is_spent],
                spends="".join(self._hashed(PASS, p.code) for p in passes if p.is_spent),
                later=done.later and replace(done.later, reaches=bool(address)),
                outcomes=[Outcome(*astuple(e)) for e in done.unsaid if isinstance(e, HowItWent)],
            )
        )

    def _sealed(self, reply: Reply) -> str:
        return seal_text(self._secret, replies_json.to_json(reply))

    def _note(self, note: Noted) -> Note:
        return Note(note.kind, note.about, seal(self._secret, note.text) if note.text else None)

    def _done(self, key: str, saved: Saved | None, what: Happening, at: datetime) -> _Done:
        """One step from what was saved. What can't be read is begun anew, and what a newer bot
        saved is left as it is."""
        shelf = self._shelf(at.date())
        if saved is None:
            return self._stepped(key, shelf, new_state(shelf), what, at)
        try:
            state = self._opened(saved)
        except NewerState as error:
            logger.warning(log_wording.NEWER_STATE, key[:8], error)
            return _Done(saved.state, [Say(wording.UPDATING, shape="notice")])
        except UnreadableState:
            logger.error(log_wording.UNREADABLE_STATE, key[:8])
            anew = self._stepped(key, shelf, new_state(shelf), what, at)
            told = Say(wording.UNREADABLE, shape="notice")
            return replace(anew, replies=[told, *anew.replies], aside=True)
        return self._stepped(key, shelf, state, what, at)

    def _stepped(
        self, key: str, shelf: Shelf, state: State, what: Happening, at: datetime
    ) -> _Done:
        heard = self._understood(shelf, state, what)
        fits = self._fits(shelf, state, heard, at)
        event = Event(heard, at, secrets.token_hex(12), secrets.token_urlsafe(18), fits)
        before, shelf = state, replace(shelf, tried=self._tried.at(at))
        if code := code_in(what):
            state, replies = arrive(shelf, state, event, self._carried(key, code, at))
        else:
            state, replies = step(shelf, state, event)
        if text := danger.to_hear(before, state):
            again = replace(event, what=self._understood(shelf, state, Said(text)))
            state, more = step(shelf, state, replace(again, id=secrets.token_hex(12)))
            replies = (*replies, *more)
        said = [reply for reply in replies if not isinstance(reply, Noted | Pass | HowItWent)]
        unsaid = [reply for reply in replies if isinstance(reply, Noted | Pass | HowItWent)]
        due = datetime.combine(state.ask_on, ASKS_AT, self.zone) if state.ask_on else None
        later = None if state.ask_on == before.ask_on else Later(due)
        sealed = seal_text(self._secret, state_versions.to_json(state))
        return _Done(sealed, said, unsaid=unsaid, later=later)

    def _opened(self, saved: Saved) -> State:
        """The state that was saved. Raises UnreadableState or NewerState."""
        try:
            return state_versions.from_json(open_text(self._secret, saved.state))
        except StorageError as error:
            raise UnreadableState(str(error)) from error

    def _carried(self, key: str, code: str, at: datetime) -> State | None:
        """The talk that a code leads to, unless that is this one, or it can't be read."""
        source = self._store.shared(self._hashed(PASS, code), at)
        saved = self._store.load(source) if source and source != key else None
        try:
            return self._opened(saved) if saved else None
        except (NewerState, UnreadableState):
            return None

    def _understood(self, shelf: Shelf, state: State, what: Happening) -> Happening:
        if not isinstance(what, Said):
            return what
        text = what.text[:MOST_CHARACTERS]
        if kind := danger.heard(shelf, state, text):
            return Said(text, danger=kind)  # no model is needed, and nothing of it is a fact
        if text.startswith("/") or not text.strip():
            return replace(what, text=text)
        pack = shelf.pack(state.pack_at_hand).pack
        context = Context(pack, question_at_hand(state))
        said = Said(text, self._understander.understand(text, context))
        said = danger.judged(shelf, state, said)
        if said.danger and not said.in_doubt:
            return said
        return taken_apart(said, Context(pack), self._understander)

    def _fits(self, shelf: Shelf, state: State, what: Happening, at: datetime) -> dict[str, float]:
        """Of the lines that this turn may keep or print, how surely others may read them; of none
        that no model read."""
        context = Context(shelf.pack(state.pack_at_hand).pack)
        lines = to_judge(shelf, state, what, at)
        read = {line: self._understander.understand(line, context).fit for line in lines}
        return {line: fit for line, fit in read.items() if fit is not None}

    def status(self) -> str:
        """How the understanding of text is doing, in one Dutch line."""
        return self._understander.status()

    def takes_text(self) -> bool:
        """Whether more than labels and commands is understood, now or once the model is there."""
        return not self.status().startswith(OFF.rstrip("."))

    def trouble(self) -> str:
        """What is wrong with the understanding of text, for who runs the bot; else empty."""
        return self._understander.trouble()

    def close(self) -> None:
        """Stop the language worker and release the storage."""
        self._understander.close()
        self._store.close()
