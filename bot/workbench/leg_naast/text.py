"""One case through several packs, as text for a policy officer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.advice.advice import LADDER
from bot.advice.beside import SideBySide, Verdict, View, reason_texts, rung_place
from bot.advice.origin import origin_line, scope, short_name
from bot.rules.model.questions.question import Question
from bot.words.names import cell_name, label, outcome_name, topic
from bot.workbench.leg_naast.wording import REST, gap
from bot.workbench.plain_text import WIDTH, templates

MOST = {"most_reasons": 4, "most_open": 5, "most_outcomes": 5, "most_taken": 6}


def text_of(case: str, title: str, pieces: Iterable[SideBySide], *, full: bool) -> str:
    """Every piece of a case, those that come out alike together; then the packs that know nothing.

    A piece is a line per pack, from much to little influence: where it stands, and one reason. In
    full it is the ladder, then pack by pack: what, why, what is open, and what differs from one's
    own.
    """
    all_templates = templates(
        name=_name, asked=_asked, joined_or=_joined_or, on_rung=_on_rung,
        origin_line=origin_line, scope=scope,
    )  # fmt: skip
    show = all_templates.get_template(f"leg_naast/{'lang' if full else 'kort'}.txt.j2")
    alike: dict[str, list[SideBySide]] = {}
    for piece in pieces:
        alike.setdefault(show.render(_known(piece)), []).append(piece)
    first = next(iter(alike.values()))[0]
    whole = all_templates.get_template("leg_naast/geval.txt.j2").render(
        head=": ".join(filter(None, (case or "Geval", title))),
        bodies=[(_cells(same), body) for body, same in alike.items()],
        blind=[view for view in first.others if not view.answers],
        full=full,
        width=WIDTH,
        **MOST,
    )
    return whole.rstrip()


def _known(piece: SideBySide) -> dict[str, Any]:
    """What the templates of a piece use."""
    knowing = [view for view in piece.others if view.answers]
    views = [piece.own, *knowing]
    wide = max(map(len, LADDER))
    return MOST | {
        "piece": piece,
        "own": piece.own,
        "knowing": knowing,
        "views": views,
        "ladder": [
            (rung_place(rung), f"{rung:{wide}}", [v for v in views if rung in v.main.rungs])
            for rung in reversed(LADDER[1:])
        ],
        "outcomes": _outcomes,
        "reasons": _reasons,
        "taken_over": _taken_over,
        "gap": gap,
    }


def _cells(pieces: Iterable[SideBySide]) -> list[str]:
    names = (cell_name(piece.own.pack, piece.cell).lower() for piece in pieces)
    return [name for name in names if name]


def _name(view: View) -> str:
    return short_name(view.pack.title)


def _on_rung(view: View) -> str:
    return _name(view) + ("" if view.main.certain else " (?)")


def _outcomes(view: View, verdict: Verdict) -> list[str]:
    return [outcome_name(view.pack, likely.outcome) for likely in verdict.likely]


def _reasons(view: View, verdicts: Iterable[Verdict]) -> list[str]:
    texts = (text for verdict in verdicts for text in reason_texts(view, verdict))
    return list(dict.fromkeys(texts))


def _taken_over(view: View) -> list[str]:
    """Each answer that another pack knows by one's own."""
    asked = {question: view.pack.question(question) for question in view.answers}
    return [
        f"{topic(q)}: {label(q, view.answers[question]).lower()}" for question, q in asked.items()
    ]


def _asked(questions: Sequence[Question], most: int | None = None) -> str:
    """Questions one after another; from ``most`` on only how many."""
    rest = len(questions) - (most or len(questions))
    told = " ".join(f"{topic(question)}?" for question in questions[:most])
    return told + (REST.format(rest) if rest > 0 else "")


def _joined_or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} of {names[-1]}"
