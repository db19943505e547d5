"""What an exported table says in words: why a rule is there, and what an input means."""

from __future__ import annotations

from collections.abc import Iterable

from bot.rules.model.decisions.decision import Rule
from bot.rules.model.pack import Pack
from bot.rules.model.questions.question import Question
from bot.rules.model.questions.registry import choices, kind_of
from bot.workbench.dmn import wording

OWN = "eigen"


def reason(pack: Pack, rule: Rule) -> str:
    """Why a rule is there, with its sources and the days on which it holds."""
    read_as = _labelled("Duiding", rule.interpretation)
    parts = [rule.why, read_as, _labelled("Bron", sources_told(pack, rule.sources)), _days(rule)]
    return " ".join(filter(None, parts))


def sources_told(pack: Pack, ids: Iterable[str]) -> str:
    """The titles of sources; our own judgement is named as that."""
    sources = (pack.source(name) for name in ids if name != OWN)
    titles = [source.title for source in sources if source is not None]
    return "; ".join([*titles, *([wording.OWN_JUDGEMENT] if OWN in ids else [])])


def question_told(question: Question) -> str:
    """The question, with what each value means."""
    lines = [question.text]
    lines += [f"{option.id}: {option.label}" for option in choices(question)]
    lines.append(kind_of(question).limits(question))
    return "\n".join(filter(None, lines))


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text.rstrip('.')}." if text else ""


def _days(rule: Rule) -> str:
    since = f"vanaf {rule.valid_from:%d-%m-%Y}" if rule.valid_from else ""
    until = wording.UNTIL.format(day=rule.valid_to) if rule.valid_to else ""
    return _labelled("Geldig", " ".join(filter(None, (since, until))))
