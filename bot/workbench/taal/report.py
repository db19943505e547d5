"""Measures texts against the house's bounds and says what to change, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.workbench.taal import wording
from bot.workbench.taal.jargon import abbreviations_in, jargon_in
from bot.workbench.taal.measures import (
    flesch_douma,
    forms_of_address,
    mean,
    passives,
    sentence_lengths,
)
from bot.workbench.taal.spelling import Speller, load_speller
from bot.workbench.taal.text import Text, plain, words

FLESCH_AT_LEAST = 60.0
MEAN_AT_MOST = 12.0
SENTENCE_AT_MOST = 20
WORDS_FOR_FLESCH = 25
"""A text of fewer words is too short for a Flesch score to say anything."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to change: where it stands, what is wrong, and the figure or word."""

    text: Text
    what: str
    figure: str
    hint: bool = False

    def __str__(self) -> str:
        mark = "  hint" if self.hint else ""
        return f"{self.text.where}  {self.text.id}: {self.what}: {self.figure}{mark}"


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured and what was found."""

    texts: int
    prose: int
    words: int
    mean_flesch: float
    mean_sentence: float
    findings: tuple[Finding, ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that have to be mended."""
        return tuple(finding for finding in self.findings if not finding.hint)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """The findings to look at: they may be right as they are."""
        return tuple(finding for finding in self.findings if finding.hint)

    def __str__(self) -> str:
        """The faults, one a line, and a closing line with the figures."""
        closing = wording.FIGURES.format(
            texts=self.texts,
            words=self.words,
            flesch=self.mean_flesch,
            prose=self.prose,
            sentence=self.mean_sentence,
            faults=len(self.faults),
            hints=len(self.hints),
        )
        return "\n".join([*map(str, self.faults), closing])


def report(texts: Iterable[Text], speller: Speller | None = None) -> Report:
    """Measure texts. The same text of the same id counts once, however many packs inherit it."""
    speller = speller or load_speller()
    unique = list({(text.id, text.body): text for text in texts}.values())
    lengths = [n for text in unique if text.kind != "label" for n, _ in sentence_lengths(text.body)]
    scores = [flesch_douma(text.body) for text in unique if _is_scored(text)]
    return Report(
        texts=len(unique),
        prose=len(scores),
        words=sum(len(words(text.body)) for text in unique),
        mean_flesch=sum(scores) / len(scores) if scores else 100.0,
        mean_sentence=mean(lengths),
        findings=tuple(finding for text in unique for finding in _findings(text, speller)),
    )


def _is_scored(text: Text) -> bool:
    return text.kind == "prose" and len(words(text.body)) >= WORDS_FOR_FLESCH


def _findings(text: Text, speller: Speller) -> list[Finding]:
    """Everything to change in one text."""
    findings = [Finding(text, "spelling", word) for word in speller.wrong(_readable(text))]
    if text.kind != "label":
        findings += _about_sentences(text)
    if text.kind != "question":
        findings += [
            Finding(text, "ambtelijk", wording.PLAINER.format(word=word, plain=plain))
            for word, plain in jargon_in(text.body)
        ]
    findings += [
        Finding(text, "afkorting", wording.IN_FULL.format(short=short, full=full))
        for short, full in abbreviations_in(text.body)
    ]
    if text.kind != "letter" and forms_of_address(text.body)[0]:
        findings.append(
            Finding(
                text,
                "aanspreekvorm",
                wording.NO_U,
            )
        )
    return findings


def _about_sentences(text: Text) -> list[Finding]:
    """Sentences that are too long, a text that is too hard, and hints of the passive."""
    lengths = sentence_lengths(text.body)
    findings = [
        Finding(
            text,
            wording.LONG_SENTENCE,
            wording.WORDS_OF_SENTENCE.format(
                words=n, most=SENTENCE_AT_MOST, sentence=_short(sentence)
            ),
        )
        for n, sentence in lengths
        if n > SENTENCE_AT_MOST
    ]
    if text.kind == "prose":
        average = mean([n for n, _ in lengths])
        if average > MEAN_AT_MOST:
            figure = wording.WORDS_ON_AVERAGE.format(words=average, most=MEAN_AT_MOST)
            findings.append(Finding(text, wording.MEAN_SENTENCE, figure))
        if _is_scored(text) and (score := flesch_douma(text.body)) < FLESCH_AT_LEAST:
            figure = wording.FLESCH.format(score=score, least=FLESCH_AT_LEAST)
            findings.append(Finding(text, "moeilijk", figure))
    findings += [Finding(text, "lijdend", _short(line), hint=True) for line in passives(text.body)]
    return findings


def _readable(text: Text) -> str:
    """The text without Markdown, addresses and the like: what is spelled."""
    return "\n".join(plain(text.body))


def _short(sentence: str, at_most: int = 70) -> str:
    return sentence if len(sentence) <= at_most else f"{sentence[: at_most - 1]}…"
