"""Phone Dutch, spelled out before the model reads it."""

from __future__ import annotations

import pytest

from bot.language.plain.shorthand import spelled_out


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("da weet k ff nie", "dat weet ik even niet"),
        ("'t is mn eigen plan", "het is mijn eigen plan"),
        ("doe ’t vd week maar.", "doe het van de week maar."),
        ("wijk T/m N en het n.v.t.", "wijk T/m N en het n.v.t."),
        ("A'dam, het IJ, www.da.nl", "A'dam, het IJ, www.da.nl"),
        ("één idee, twee ideeën", "een idee, twee ideeen"),
        ("gem. wil 't nie, bew wel", "gemeente wil het niet, bewoners wel"),
        ("wrm", "waarom"),
        ("wij doen het. De gem. Dus.", "wij doen het. De gemeente. Dus."),
        ("n", "n"),
        ("", ""),
    ],
)
def test_spelled_out(typed: str, whole: str) -> None:
    """Shorthand becomes words; abbreviations, names, addresses and single letters stay."""
    assert spelled_out(typed) == whole
