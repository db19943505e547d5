"""The secret, the keys of conversations and sealed addresses."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.errors import StorageError
from bot.storage.keys import (
    conversation_key,
    load_or_create_secret,
    open_sealed,
    open_text,
    seal,
    seal_text,
    secret_from_text,
)
from tests.amounts import times

SECRET = b"0123456789abcdef0123456789abcdef"
OTHER = b"f123456789abcdef0123456789abcdef"


def test_a_key_is_stable_and_hides() -> None:
    """The same person gets the same key, in hex; it does not show the id."""
    key = conversation_key(SECRET, "telegram", "123456789")

    assert key == conversation_key(SECRET, "telegram", "123456789")
    assert len(key) == 64
    assert "123456789" not in key


def test_a_key_is_one_persons() -> None:
    """Another secret, channel, id or split between the two gives another key."""
    keys = {
        conversation_key(SECRET, "telegram", "12"),
        conversation_key(OTHER, "telegram", "12"),
        conversation_key(SECRET, "web", "12"),
        conversation_key(SECRET, "telegram", "2"),
        conversation_key(SECRET, "telegram1", "2"),
    }

    assert len(keys) == 5


@settings(max_examples=times(50, 1000), deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_a_sealed_address_opens(address: str) -> None:
    """What was sealed comes back, and is sealed differently each time."""
    sealed = seal(SECRET, address)

    assert address == open_sealed(SECRET, sealed)
    assert sealed != seal(SECRET, address)


@pytest.mark.parametrize("cut", [0, 1, 5, 20])
def test_what_was_changed_does_not_open(cut: int) -> None:
    """Another secret, a changed byte or a piece of it gives an error that says what to do."""
    sealed = seal(SECRET, "123456789")
    changed = sealed[:cut] + bytes([sealed[cut] ^ 1]) + sealed[cut + 1 :]

    for secret, content in ((OTHER, sealed), (SECRET, changed), (SECRET, sealed[:cut])):
        with pytest.raises(StorageError, match="ander geheim"):
            open_sealed(secret, content)


def test_a_sealed_text_opens_and_one_from_before_is_read_as_it_is() -> None:
    """With its own secret only; what is neither is refused."""
    text = '{"version": 9, "woorden": "één zin"}'
    sealed = seal_text(SECRET, text)
    assert "woorden" not in sealed
    assert open_text(SECRET, sealed) == open_text(SECRET, text) == text
    for secret, kept in ((OTHER, sealed), (SECRET, "geen van beide"), (SECRET, "")):
        with pytest.raises(StorageError):
            open_text(secret, kept)


def test_the_secret_is_made_once(tmp_path: Path) -> None:
    """It is made private, in one file and nothing beside it, and the same afterwards."""
    path = tmp_path / "data" / "geheim"
    secret = load_or_create_secret(path)

    assert secret == load_or_create_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [path] == list(path.parent.iterdir())
    assert len(secret) == 64


def test_secrets_differ(tmp_path: Path) -> None:
    """Each installation has its own."""
    assert load_or_create_secret(tmp_path / "a") != load_or_create_secret(tmp_path / "b")


def test_starting_together_gives_one_secret(tmp_path: Path) -> None:
    """Processes that start at once agree on it."""
    with ThreadPoolExecutor(8) as pool:
        secrets = list(pool.map(lambda _: load_or_create_secret(tmp_path / "s"), range(8)))

    assert len(set(secrets)) == 1


def test_an_open_secret_is_closed(tmp_path: Path) -> None:
    """A file that others could read is made private."""
    path = tmp_path / "geheim"
    load_or_create_secret(path)
    path.chmod(0o644)
    load_or_create_secret(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_behind_a_link_is_left_as_it_is(tmp_path: Path) -> None:
    """Its rights are those of who manages it: a secret of Kubernetes, for one."""
    target, path = tmp_path / "van_een_ander", tmp_path / "geheim"
    load_or_create_secret(target)
    target.chmod(0o644)
    path.symlink_to(target)

    assert load_or_create_secret(path) == load_or_create_secret(path)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_file_and_environment_give_the_same(tmp_path: Path) -> None:
    """The file's line may be moved to the environment."""
    secret = load_or_create_secret(tmp_path / "geheim")

    assert secret == secret_from_text((tmp_path / "geheim").read_text())


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    """The error names the file, does not show the secret, and warns what a new one costs."""
    path = tmp_path / "geheim"
    path.write_text("welkom01\n")

    with pytest.raises(StorageError, match="oude geheim terug") as caught:
        load_or_create_secret(path)

    assert str(path) in str(caught.value)
    assert "welkom01" not in str(caught.value)
    with pytest.raises(StorageError, match="te kort"):
        secret_from_text("")


def test_a_secret_that_cannot_be_made(tmp_path: Path) -> None:
    """The error names the path and the right that is missing."""
    (tmp_path / "file").touch()

    with pytest.raises(StorageError, match="schrijfrecht") as caught:
        load_or_create_secret(tmp_path / "file" / "geheim")

    assert str(tmp_path / "file" / "geheim") in str(caught.value)


def test_a_key_stays_what_it_was() -> None:
    """A later version finds the conversations and opens the addresses of this one."""
    sealed = bytes.fromhex("01d86b958115a68b9985b7e05f53ea8423ff0d73ec8ee52120c5a0b1bd5741")

    assert conversation_key(SECRET, "telegram", "12") == (
        "ba43f6f17e76d96b16471bc46738a3a50b154e32b2e0d7fc58968e847951c7f6"
    )
    assert open_sealed(SECRET, sealed) == "12"
