"""Settings that can't be used are said; paths and the time zone are what one expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingError, read


def test_a_tilde_is_ones_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No folder called ``~`` is ever made."""
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = read({"SAMENWERKWIJZER_DATA": "~/sw", "SAMENWERKWIJZER_KENNIS": "~/kennis"})

    assert settings.data == tmp_path / "sw"
    assert settings.knowledge == tmp_path / "kennis"
    assert settings.database == str(tmp_path / "sw" / "gesprekken.db")


def test_a_file_is_no_folder_for_data(tmp_path: Path) -> None:
    """It is said before anything is opened."""
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(SettingError, match="dat is een bestand"):
        read({"SAMENWERKWIJZER_DATA": str(tmp_path / "bestand")})


def test_the_day_is_dutch_unless_set() -> None:
    """The time zone is a setting."""
    assert read({}).zone.key == "Europe/Amsterdam"
    assert read({"SAMENWERKWIJZER_TIJDZONE": "America/Curacao"}).zone.key == "America/Curacao"


@pytest.mark.parametrize("name", ["Nederland", "../etc/passwd", "/etc/localtime", "Europe/", "é"])
def test_a_time_zone_that_does_not_exist_is_said(name: str) -> None:
    """With one that does."""
    with pytest.raises(SettingError, match="Europe/Amsterdam"):
        read({"SAMENWERKWIJZER_TIJDZONE": name})
