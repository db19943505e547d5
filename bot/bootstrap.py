"""The composition root: the only place where real parts are chosen, inside functions."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

from bot import wording
from bot.clock import today
from bot.conversation import Conversation
from bot.dialogue.places.aftermath import WENT_DAYS
from bot.dialogue.places.tell import DAYS
from bot.dialogue.turn import Shelf
from bot.language.understand import Understander
from bot.packs.danger import ASKS_DAYS, DOUBT, ELSEWHERE, load_guards, load_literal, load_phrases
from bot.packs.errors import did_you_mean
from bot.packs.library import Library, Unusable
from bot.packs.load import find_packs
from bot.rules.diagram.compile import Compiled, compile_pack
from bot.rules.diagram.diagram import TooComplex
from bot.rules.model.pack import Pack
from bot.settings import SettingError, Settings, secret
from bot.storage.choose import open_store
from bot.storage.errors import StorageError
from bot.storage.keys import KEY_MARK, check_key, key_mark, load_or_create_secret, secret_from_text
from bot.storage.store import Store
from bot.words.complexity import too_complex
from bot.words.guards import Guards
from bot.words.phrases import capital

logger = logging.getLogger(__name__)
SECRET = "SAMENWERKWIJZER_GEHEIM"  # noqa: S105 - the name of the setting, not a secret
KEY_FILE = "geheim.key"
HOUSE_STYLE = "huisstijl.docx"
"""What the Word template is called in the folder of a pack."""


class CompiledPacks(Mapping[str, Compiled]):
    """Packs, each compiled for one day when it is first asked for.

    A pack that is too complex is not there, and that is told once; of the ``default``, without
    which there is no conversation, TooComplex is raised.
    """

    def __init__(self, packs: Mapping[str, Pack], on: date, default: str) -> None:
        self._packs = packs
        self._on = on
        self._default = default
        self._refused: set[str] = set()
        self._done: dict[str, Compiled] = {}
        self._lock = threading.Lock()

    def __getitem__(self, name: str) -> Compiled:
        with self._lock:
            if name in self._refused:
                raise KeyError(name)
            if name not in self._done:
                self._done[name] = self._compiled(name)
            return self._done[name]

    def _compiled(self, name: str) -> Compiled:
        try:
            return compile_pack(self._packs[name], self._on)
        except TooComplex as error:
            if name == self._default:
                raise
            self._refused.add(name)
            logger.error(wording.LEFT_OUT, name, too_complex(error))
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._packs)

    def __len__(self) -> int:
        return len(self._packs)


def advising_packs(settings: Settings) -> Library:
    """The packs that can advise, the default one loaded.

    Raises PackError when the default has a problem, and SettingError when it is missing.
    """
    packs = Library(settings.knowledge, logger.error)
    if settings.pack not in packs:
        raise SettingError(wording.no_pack(settings.pack, _instead(settings, packs)))
    try:
        packs[settings.pack]
    except Unusable as error:
        raise error.problems from error
    return packs


def _instead(settings: Settings, packs: Library) -> str:
    """What to do when the pack that was asked for is not there."""
    if not packs:
        return wording.no_packs(settings.knowledge)
    close = did_you_mean(settings.pack, packs)
    return capital(close) if close.endswith("?") else wording.SEE_LIST


def shelf_of(settings: Settings, packs: Mapping[str, Pack]) -> Callable[[date], Shelf]:
    """A function that gives the packs as they are valid on a day; the last few days are kept."""

    titles: Mapping[str, str] = {}
    related: Mapping[str, frozenset[str]] = {}
    if isinstance(packs, Library):
        titles, related = packs.titles, packs.related

    guards = load_guards(settings.root, settings.knowledge, logger.error)
    doubts = _doubts(settings.root, settings.knowledge)
    elsewhere = load_guards(settings.root, settings.knowledge, logger.error, ELSEWHERE)
    asks_days = load_guards(settings.root, settings.knowledge, logger.error, ASKS_DAYS)
    asks_project = load_phrases(settings.root)

    @lru_cache(maxsize=4)
    def shelf(day: date) -> Shelf:
        return Shelf(
            CompiledPacks(packs, day, settings.pack),
            settings.pack,
            settings.public_url,
            settings.retention_days,
            titles,
            related,
            guards,
            doubts,
            elsewhere,
            settings.telegram_name,
            asks_days=asks_days,
            asks_project=asks_project,
        )

    return shelf


@lru_cache(maxsize=1)
def _doubts(root: Path, knowledge: Path) -> Guards:
    """How people doubt, read once: by who understands, and by who answers."""
    return load_guards(root, knowledge, logger.error, DOUBT)


def shelf_today(settings: Settings, packs: Mapping[str, Pack]) -> Shelf:
    """The packs as they are valid today."""
    return shelf_of(settings, packs)(today())


def build_understander(
    settings: Settings,
    packs: Mapping[str, Pack],
    progress: Callable[[str], None] | None = None,
) -> Understander:
    """The understanding of text that the settings choose; a model loads in the background."""
    from bot.language.choose import choose

    return choose(
        packs,
        settings.root,
        settings.models,
        rasa=settings.language == "rasa",
        url=settings.rasa_url,
        token=secret(os.environ, "RASA_TOKEN"),
        doubts=_doubts(settings.root, settings.knowledge),
        literal=load_literal(settings.root),
        progress=progress,
    )


def build_store(settings: Settings) -> Store:
    """The storage that the settings choose."""
    if "://" not in settings.database:
        Path(settings.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = open_store(settings.database)
    try:
        store.verify()
    except StorageError:
        store.close()
        raise
    return store


def build_secret(settings: Settings) -> bytes:
    """The key under which people are kept: from the environment, else from the data folder."""
    if text := secret(os.environ, SECRET):
        return secret_from_text(text, SECRET)
    return load_or_create_secret(settings.data / KEY_FILE)


def known_secret(settings: Settings) -> bytes | None:
    """The key as ``build_secret`` gives it, but none is made. Raises StorageError."""
    if not secret(os.environ, SECRET) and not (settings.data / KEY_FILE).exists():
        return None
    return build_secret(settings)


def build_conversation(
    settings: Settings,
    *,
    store: Store | None = None,
    understander: Understander | None = None,
    packs: Mapping[str, Pack] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Conversation:
    """The conversation with its real parts, each replaceable by keyword; ``progress`` hears how the
    language model gets on."""
    packs = advising_packs(settings) if packs is None else packs
    store, secret = store or build_store(settings), build_secret(settings)
    _check_key(store, secret)
    return Conversation(
        shelf_of(settings, packs),
        store,
        understander or build_understander(settings, packs, progress),
        secret,
        zone=settings.zone,
    )


def house_style(settings: Settings) -> bytes | None:
    """The Word template of the papers: of the setting, else of the folder of the pack; None when
    there is none. Raises SettingError for one that can't be used."""
    from bot.channels.documents import BadTemplate, check_template

    path = settings.house_style or _of_pack(settings)
    if path is None:
        return None
    try:
        content = path.read_bytes()
        check_template(content)
    except BadTemplate as error:
        raise SettingError(wording.bad_house_style(path, str(error))) from error
    except OSError as error:
        raise SettingError(wording.bad_house_style(path, str(error.strerror))) from error
    return content


def _of_pack(settings: Settings) -> Path | None:
    folder = find_packs(settings.knowledge).get(settings.pack)
    path = folder / HOUSE_STYLE if folder else None
    return path if path and path.is_file() else None


def _check_key(store: Store, secret: bytes) -> None:
    """Refuse a key that this storage was not made with. Raises StorageError."""
    try:
        if not check_key(store, secret):
            store.set_offset(KEY_MARK, key_mark(secret))
    except StorageError:
        store.close()
        raise


def sweep(conversation: Conversation, settings: Settings) -> int:
    """Delete the conversations that ended or were silent for longer than the settings allow, and
    the texts for an editor after their time; returns how many conversations."""
    now = datetime.now(timezone.utc)
    conversation.sweep_notes(now - timedelta(days=DAYS))
    conversation.sweep_outcomes(now - timedelta(days=WENT_DAYS))
    silent = conversation.sweep(now - timedelta(days=settings.retention_days))
    return silent + conversation.sweep_ended(now)
