"""To which Rasa servers a person's text may travel."""

from __future__ import annotations

import gc
import socket
import threading
from contextlib import suppress

import pytest

from bot.language.model.parsed import ParserError
from bot.language.rasa.server import (
    LINE,
    RasaServer,
    ServerAddressError,
    ServerUnderstander,
    checked,
)
from bot.language.understand import Context
from bot.rules.model.pack import Pack


@pytest.mark.parametrize(
    "url",
    [
        "https://rasa.gemeente.nl/",
        "http://127.0.0.1:5005",
        "http://localhost:5005",
        "http://rasa:5005",
    ],
)
def test_addresses_that_are_safe(url: str) -> None:
    """HTTPS anywhere; plain HTTP on this machine and the compose network."""
    assert checked(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        *("http://rasa.gemeente.nl", "http://10.0.0.5:5005", "ftp://rasa", "rasa:5005", ""),
        *("file:///x", "http://134744072", "http://0x08080808", "http://evil。com", "http://8.8"),
        *("http://rasa。nl:5005", "http://１２７.0.0.1", "http://-rasa", "http://éénnaam"),
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    """Anything else is refused before a word is sent."""
    with pytest.raises(ServerAddressError):
        checked(url)


def test_a_server_that_is_not_there(toy: Pack) -> None:
    """Buttons and commands still work, and free text says that the model isn't there."""
    server = ServerUnderstander({"toy": toy}, RasaServer("http://127.0.0.1:9", "x", timeout=1))
    assert server.understand("2", Context(toy, "wie")).id == "wie.inwoners"
    assert not server.understand("de mensen zijn kwaad", Context(toy, "wie")).ready
    assert "antwoordt niet" in server.status()


@pytest.mark.parametrize("status", [401, 302, 500])
def test_a_server_that_refuses_is_not_left_open(status: int) -> None:
    """What it says is closed at once: a line that waits for the collector is a line too many."""
    reply = f"HTTP/1.1 {status} X\r\nContent-Length: 2\r\nLocation: /x\r\n\r\n{{}}".encode()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def refuse() -> None:
            line, _ = server.accept()
            with line:
                line.recv(65_536)
                line.sendall(reply)

        refusing = threading.Thread(target=refuse)
        refusing.start()
        rasa = RasaServer(f"http://127.0.0.1:{server.getsockname()[1]}", "x", timeout=5)
        with pytest.raises(ParserError, match="HTTPError"):
            rasa.parse("hallo")
        refusing.join()
    gc.collect()


def test_a_server_that_drips_is_given_up_as_a_whole() -> None:
    """Each byte comes in time, the answer never does: one deadline, and then it has a rest."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            with suppress(OSError):
                line, _ = server.accept()
                with line:
                    for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000:
                        if over.wait(0.1):
                            return
                        line.send(bytes([byte]))

        over = threading.Event()
        dripping = threading.Thread(target=drip)
        dripping.start()
        rasa = RasaServer(f"http://127.0.0.1:{server.getsockname()[1]}", "x", timeout=0.5)
        with pytest.raises(ParserError, match="too slow"):
            rasa.parse("hallo")
        with pytest.raises(ParserError, match="silent"):
            rasa.parse("hallo")
        over.set()
        dripping.join()
        for line in threading.enumerate():
            if line.name == LINE:
                line.join(10)
