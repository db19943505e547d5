"""The health check: a young heartbeat and a store that opens."""

import os
import time

from bot.health import HEARTBEAT, beat, main
from bot.storage.choose import open_store


def check(data):
    return main({"SAMENWERKWIJZER_DATA": str(data)})


def alive(data):
    beat(data)
    open_store(data / "gesprekken.db").close()


def test_a_bot_that_beats_and_has_its_store_is_well(tmp_path, capsys):
    alive(tmp_path)
    assert check(tmp_path) == 0
    assert capsys.readouterr().err == ""


def test_a_bot_that_never_beat_is_not_well(tmp_path, capsys):
    assert check(tmp_path) == 1
    assert "hartslag" in capsys.readouterr().err


def test_an_old_heartbeat_is_not_well(tmp_path, capsys):
    alive(tmp_path)
    long_ago = time.time() - 200
    os.utime(tmp_path / HEARTBEAT, (long_ago, long_ago))
    assert check(tmp_path) == 1
    assert "200 seconden" in capsys.readouterr().err


def test_a_store_that_is_gone_or_broken_is_not_well(tmp_path, capsys):
    beat(tmp_path)
    assert check(tmp_path) == 1
    (tmp_path / "gesprekken.db").write_bytes(b"geen database" * 1000)
    assert check(tmp_path) == 1
    assert len(capsys.readouterr().err.splitlines()) >= 2


def test_a_setting_that_cannot_be_used_is_said(capsys):
    assert main({"SAMENWERKWIJZER_TAAL": "frans"}) == 1
    assert "SAMENWERKWIJZER_TAAL" in capsys.readouterr().err
