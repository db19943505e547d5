"""A button for each way in which a text may be understood."""

from __future__ import annotations

from bot.dialogue import commands
from bot.dialogue.messages import Button, Candidate
from bot.dialogue.turn import Turn
from bot.rules.model.book import split_key


def button_of(turn: Turn, candidate: Candidate) -> Button | None:
    """The button for what a text may mean; None for what is not there (any more)."""
    if candidate.kind == "vraag":
        faq = turn.pack.faq(candidate.id)
        return turn.command(faq.question, commands.FAQ, faq.id) if faq else None
    if candidate.kind == "opdracht":
        command = commands.BY_NAME.get(candidate.id)
        return turn.command(command.label, command) if command and command.label else None
    question_id, _, option_id = candidate.id.partition(".")
    for question in turn.pack.questions:
        for option in question.options:
            if (question.id, option.id) == (question_id, option_id):
                key = turn.state.focus.asked
                if key and split_key(key)[0] == question_id:
                    return turn.answer(key, option)
                label = option.sentence or option.label
                return turn.command(label, commands.PUT, f"{question_id}/{option_id}")
    return None
