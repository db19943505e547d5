"""The divisions that the rules of a pack look at, as questions that nobody answers."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.model.conditions import inputs
from bot.rules.model.pack import Pack
from bot.rules.model.questions.piece import piece_question
from bot.rules.model.variables import pack_conditions


def with_pieces(pack: Pack) -> Pack:
    """The pack, with before its questions which piece is at hand, as far as a rule asks for it."""
    looked = {name for condition in pack_conditions(pack) for name in inputs(condition)}
    looked |= {name for decision in pack.decisions for name in decision.logic.inputs()}
    pieces = (
        piece_question(division.id, division.options)
        for division in pack.divisions
        if division.id in looked
    )
    return replace(pack, questions=(*pieces, *pack.questions))
