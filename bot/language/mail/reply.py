"""An answer to a mail: each question in the sender's order, and a draft to send. Keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.dialogue.answering import MAIL, answering, near
from bot.dialogue.messages import Asked, Understanding
from bot.language.mail import wording
from bot.language.mail.markup import MOST
from bot.language.mail.questions import Message, Question, read
from bot.language.mail.said import POINTS_BACK
from bot.language.model.likely import weighed
from bot.language.understand import Context, Understander
from bot.rules.model.answers import chosen
from bot.rules.model.content import Faq, Source
from bot.rules.model.pack import Pack
from bot.words import dates
from bot.words.names import label, sentence
from bot.words.normal import normal
from bot.words.persons import masked, personal
from bot.words.phrases import capital

NOTHING = Understanding()
_POINTING, _STANDING = (0.4, 0.6, 0.0), (0.5, 0.2, 0.3)
"""What counts of a question by itself, with the sentence before it, and with all before it: of one
that points back ("mag dat dan?") and of one that does not."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a mail with its answer; ``faq`` is empty when there is none."""

    number: int
    question: str
    """As the sender put it; what points to a person is masked."""
    faq: str = ""
    title: str = ""
    answer: str = ""
    """What is true today; else that there is no answer, and whom to ask."""
    sources: tuple[Source, ...] = ()
    remarks: tuple[str, ...] = ()
    maybe: tuple[Faq, ...] = ()
    """Without an answer: what may be meant."""

    @property
    def text(self) -> str:
        """The answer with its sources, a line each."""
        return "\n".join((self.answer, *map(source_line, self.sources)))

    @property
    def checked(self) -> str:
        """The same for a draft: where it was read as another question, that must be looked at."""
        if not self.faq or normal(self.title) == normal(self.question):
            return self.text
        return f"{wording.READ_AS.format(title=self.title)}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answers to a mail, what it tells of a project, and the draft of a reply."""

    items: tuple[Item, ...] = ()
    facts: tuple[str, ...] = ()
    """As sentences; nobody has confirmed them."""
    personal: tuple[str, ...] = ()
    """What in the mail points to persons: "telefoonnummer", "BSN". It stands nowhere here."""
    is_cut: bool = False
    """Whether the mail was longer than what is read of it."""

    @property
    def draft(self) -> str:
        """A reply that a person reads before it is sent; empty when nothing was asked."""
        if not self.items:
            return ""
        is_one = len(self.items) == 1
        parts = [wording.SALUTATION, wording.THANKS_ONE if is_one else wording.THANKS]
        parts += [
            item.checked if is_one else f"{item.number}. {capital(item.question)}\n{item.checked}"
            for item in self.items
        ]
        parts += dict.fromkeys(remark for item in self.items for remark in item.remarks)
        return "\n\n".join((*parts, wording.END))


def reply_to(text: str, pack: Pack, understander: Understander, today: date) -> Reply:
    """The answers to a mail, as text or HTML (at most 200 kB of it), valid on ``today``."""
    message = read(text)
    items = _items(_questions(message), pack, understander, today)
    if not message.questions and not any(item.faq for item in items):
        items = []
    told = understander.understand(message.told, Context(pack)) if message.told else NOTHING
    kinds = dict.fromkeys(piece.kind for piece in personal(text[:MOST]))
    facts, is_cut = tuple(_facts(pack, told)), len(text) > MOST
    return Reply(tuple(_once(items)), facts, tuple(kinds), is_cut)


def _items(
    questions: Iterable[Question], pack: Pack, understander: Understander, today: date
) -> list[Item]:
    """An item for each question; two halves of a sentence with one answer are one."""
    items: list[Item] = []
    for question in questions:
        item = _item(len(items) + 1, question, pack, understander, today)
        if question.is_half and item.faq and items[-1].faq == item.faq:
            items[-1] = replace(items[-1], question=f"{items[-1].question} {item.question}")
        else:
            items.append(item)
    return items


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """An answer that was given already is referred to, and whom to ask is said once."""
    first: dict[str, int] = {}
    for item in items:
        number = first.setdefault(item.faq, item.number)
        if number == item.number:
            yield item
        elif not item.faq:
            yield replace(item, answer=wording.NO_ANSWER_EITHER)
        else:
            see = wording.SEE.format(number=number)
            yield replace(item, answer=see, sources=(), remarks=())


def _questions(message: Message) -> tuple[Question, ...]:
    """Those that were found; a mail without any may be a question as a whole."""
    whole = Question(message.told, message.told)
    return message.questions or ((whole,) if message.told else ())


def _item(
    number: int, question: Question, pack: Pack, understander: Understander, today: date
) -> Item:
    asked = asked_of(question, Context(pack, in_mail=True), understander)
    faq = answering(pack, asked.bare, asked.understanding, MAIL)
    text = masked(question.text)
    if faq is None:
        maybe = near(pack, asked.bare, asked.understanding)
        return Item(number, text, answer=unknown(pack), maybe=maybe)
    return answered(number, text, pack, faq, today)


def asked_of(question: Question, context: Context, understander: Understander) -> Asked:
    """A question as it is understood: by itself, with what was said just before it, and with more
    of what was said before that; all the more so when it points back."""
    own = understander.understand(question.bare, context)
    if not question.before or own.off or not own.ready:
        return Asked(question.text, question.bare, own)
    alone, *rest = _POINTING if POINTS_BACK.search(question.bare) else _STANDING
    asked_before = _asked_before(question, context, understander)
    views = [(alone, own.faqs)]
    for weight, said in zip(rest, (question.before, question.around), strict=True):
        if weight:
            wider = understander.understand(f"{said} {question.bare}", context)
            views.append((weight, tuple(one for one in wider.faqs if one.id != asked_before)))
    return Asked(question.text, question.bare, replace(own, faqs=weighed(views)))


def _asked_before(question: Question, context: Context, understander: Understander) -> str:
    """What was asked just before; read together with this question it would be heard again."""
    if not question.before.endswith("?"):
        return ""
    before = understander.understand(question.before, context).faqs
    return before[0].id if before else ""


def answered(number: int, asked: str, pack: Pack, faq: Faq, today: date) -> Item:
    """The answer of this question of the pack."""
    answer = faq.answer_on(today)
    if answer is None:
        return Item(number, asked, answer=unknown(pack))
    sources = tuple(source for name in faq.sources if (source := pack.source(name)))
    remarks = (*([wording.LEGAL] if faq.legal else ()), *([wording.LOCAL] if faq.local else ()))
    return Item(number, asked, faq.id, faq.question, answer.strip(), sources, remarks)


def unknown(pack: Pack) -> str:
    """That there is no answer, and whom to ask: the municipality's own contact when it is known."""
    contact = pack.contact
    named = ", ".join(filter(None, (contact.name, contact.channel))) if contact else wording.WHOM
    return f"{wording.NO_ANSWER} {wording.ASK.format(whom=named)}"


def source_line(source: Source) -> str:
    """Where an answer was read, with its link and the day."""
    read = wording.READ.format(date=dates.in_words(source.seen_on)) if source.seen_on else ""
    link = f" ({source.url})" if source.url else ""
    return wording.SOURCE.format(title=source.title, link=link, read=read)


def _facts(pack: Pack, told: Understanding) -> Iterator[str]:
    """What was read of a project, in the words of the pack."""
    for name, values in told.answers:
        question = pack.find_question(name)
        if question is not None and values:
            answer = chosen(*values)
            yield sentence(question, answer) or f"{question.name}: {label(question, answer)}."


def shown(reply: Reply) -> Iterable[str]:
    """The reply as lines for a screen: what was answered, what was not, and the draft."""
    if not reply.items:
        return [wording.NO_QUESTION, *_shown_facts(reply)]
    total, known = len(reply.items), sum(bool(item.faq) for item in reply.items)
    head = wording.ANSWERED.format(number=known, total=total)
    return [
        wording.ANSWERED_ONE if known == total == 1 else head,
        *(f"{item.number}. {_maybe(item)}" for item in reply.items if item.maybe),
        *_shown_facts(reply),
        *([wording.PERSONAL.format(kinds=", ".join(reply.personal))] if reply.personal else []),
        wording.CHECK,
        "",
        reply.draft,
    ]


def _shown_facts(reply: Reply) -> list[str]:
    return [wording.FACTS.format(facts=" ".join(reply.facts))] if reply.facts else []


def _maybe(item: Item) -> str:
    titles = "; ".join(faq.question.rstrip("?") for faq in item.maybe)
    return wording.MAYBE.format(titles=titles)
