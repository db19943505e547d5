"""The secret of an installation and what is made with it: conversation keys, sealed texts."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage import wording
from bot.storage.errors import StorageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from bot.storage.store import Store

KEY_MARK = "key"
"""The position at which a storage remembers the mark of its key."""
_SHORTEST = 32
_NONCE = 12
_VERSION = b"\x01"


def conversation_key(secret: bytes, channel: str, id: str) -> str:
    """The key of a conversation: without the secret nobody can tell whose it is."""
    named = f"conversation\0{channel}\0{id}".encode()
    return hmac.new(secret, named, hashlib.sha256).hexdigest()


def key_mark(secret: bytes) -> int:
    """A number that tells whether a key is the same, and nothing about the key."""
    digest = hmac.new(secret, b"mark of this key", hashlib.sha256).digest()
    return int.from_bytes(digest[:6], "big")


def check_key(store: Store, secret: bytes | None) -> bool:
    """Whether this storage has a mark, and it is that of this key (None: there is no key).

    Raises StorageError when it is that of another.
    """
    known = store.offset(KEY_MARK)
    if known is not None and (secret is None or known != key_mark(secret)):
        raise StorageError(wording.OTHER_KEY)
    return known is not None


def seal(secret: bytes, text: str) -> bytes:
    """Encrypt a text (AES-256-GCM); the same text gives other bytes each time."""
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + _cipher(secret).encrypt(nonce, text.encode(), _VERSION)


def open_sealed(secret: bytes, sealed: bytes) -> str:
    """The text that was sealed. Raises StorageError when it was sealed with another secret."""
    from cryptography.exceptions import InvalidTag

    version, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        if version != _VERSION or len(nonce) != _NONCE:
            raise InvalidTag
        return _cipher(secret).decrypt(nonce, rest, version).decode()
    except InvalidTag:
        raise StorageError(wording.SEALED_OTHERWISE) from None


def seal_text(secret: bytes, text: str) -> str:
    """Encrypt a text, for a column of text."""
    return b64encode(seal(secret, text)).decode()


def open_text(secret: bytes, kept: str) -> str:
    """The text that was sealed; what was kept before texts were sealed is JSON as it is. Raises
    StorageError for anything else."""
    if kept.startswith(("{", "[")):
        return kept
    try:
        return open_sealed(secret, b64decode(kept, validate=True))
    except ValueError:
        raise StorageError(wording.SEALED_OTHERWISE) from None


def secret_from_text(text: str, source: str = wording.THE_KEY) -> bytes:
    """The secret from the environment's value, or from the one line of a secret file."""
    value = text.strip()
    if len(value) < _SHORTEST:
        raise StorageError(wording.too_short(source, _SHORTEST))
    return value.encode()


def load_or_create_secret(path: str | Path) -> bytes:
    """The secret in this file, which is made (0600, whole or not at all) when it is not there.

    Its one line of text may also be given in the environment: see ``secret_from_text``.
    """
    file = Path(path)
    try:
        if not file.exists():
            _create(file)
        if file.stat().st_mode & 0o077 and not file.is_symlink():  # another's file is left alone
            with suppress(PermissionError):
                file.chmod(0o600)
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise StorageError(wording.no_secret(file, error.strerror)) from error
    return secret_from_text(text, wording.secret_file(file))


def _create(file: Path) -> None:
    """Write beside it and link: of two processes that start at once, one wins for both."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".geheim-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_hex(32) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        Path(draft).unlink()
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cipher(secret: bytes) -> AESGCM:
    """A key of its own for sealing. Imported late: it costs a tenth of a second at start."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"samenwerkwijzer address"
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret))
