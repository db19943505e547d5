"""``kennis recht``: every text on law in a pack, with its article, source and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from bot.clock import day_of
from bot.command_line.verbs import argument, option, verb
from bot.rules.model.content import Source
from bot.settings import Settings
from bot.words.dates import in_words
from bot.workbench.plain_text import wrapped
from bot.workbench.recht import wording
from bot.workbench.recht.lines import LawLine, law_lines
from bot.workbench.which import pack_named
from bot.workbench.wording import PACK_OR_FOLDER


@verb()
@argument("name", metavar="PAKKET", required=False, help=PACK_OR_FOLDER)
@option("--op", "day", metavar="DAG", help=wording.HELP_DAY)
def recht(settings: Settings, name: str | None, day: str | None) -> int:
    """Print the list, by kind; the count by how sure it is comes last."""
    pack = pack_named(settings, name or settings.pack)
    on = day_of(day)
    lines = tuple(law_lines(pack, on))
    if not lines:
        print(wording.NONE)
        return 0
    print(wording.TITLE.format(title=pack.title, day=in_words(on)))
    for kind, several in groupby(lines, key=lambda line: line.kind):
        print(f"\n{wording.KINDS[kind].upper()}")
        for line in several:
            print("\n".join(_told(line)))
    counts = Counter(line.sure for line in lines)
    told = {sure: counts[sure] for sure in wording.SURE}
    print("\n" + wrapped(wording.COUNT.format(n=len(lines), **told), indent=""))
    return 0


def _told(line: LawLine) -> Iterator[str]:
    yield ""
    yield wrapped(f"{line.id}: {' '.join(line.text.split())}", indent="", hanging="  ")
    if line.article:
        yield wrapped(wording.ARTICLE.format(line.article))
    for source in line.sources:
        yield wrapped(_source(source))
    yield wrapped(wording.SURE[line.sure])


def _source(source: Source) -> str:
    seen = wording.READ_ON.format(in_words(source.seen_on)) if source.seen_on else wording.NOT_READ
    url = wording.URL.format(source.url) if source.url else ""
    return wording.SOURCE.format(title=source.title, url=url, seen=seen)
