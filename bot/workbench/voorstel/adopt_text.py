"""What ``kennis neem-over`` says about changes and files, in short lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.workbench.voorstel.adopt import Plan
    from bot.workbench.voorstel.changes import Change
    from bot.workbench.voorstel.undo import Undone

WIDE = 70
"""How much of a text is shown of each side of a change."""
_SPEAKING = ("vraag", "kop", "titel", "tekst", "label", "want")
"""What says best what an item is."""


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """One line for each change: where, and from what to what."""
    for change in changes:
        where = " / ".join(change.path)
        if change.how == "changed":
            yield f"{where}: {_from_to(change.old, change.new)}"
        elif change.how == "added":
            yield f"{where}: nieuw, {_shown(change.new)}"
        elif change.how == "removed":
            yield f"{where}: weg, dit was {_shown(change.old)}"
        else:
            yield f"{where}: komt {f'na ‘{change.after}’' if change.after else 'vooraan'}"


def _from_to(old: Any, new: Any) -> str:
    """What becomes of a value; of a list what came and what went."""
    if _is_list_of_words(old) and _is_list_of_words(new):
        fresh, gone = ([one for one in a if one not in b] for a, b in ((new, old), (old, new)))
        told = [("erbij", fresh), ("weg", gone)]
        said = [f"{word}: {', '.join(map(str, ones))}" for word, ones in told if ones]
        return "; ".join(said) or "in een andere volgorde"
    was, now = _shown(old), _shown(new)
    return f"was {was}, wordt {now}" if was != now else "anders; met -v zie je wat"


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(one, dict | list) for one in value)


def conflict_lines(found: Plan) -> Iterator[str]:
    """For each change that does not fit: what stands here, and what the change makes of what."""
    for change in found.conflicts:
        where, now = " / ".join(change.path), found.here.get(change.path)
        here = f"hier staat {_shown(now[0])}" if now else "hier staat dit niet"
        wanted = {
            "changed": f"Het voorstel maakt van {_shown(change.old)} {_shown(change.new)}",
            "added": f"Het voorstel zet hier {_shown(change.new)}",
            "removed": f"Het voorstel haalt {_shown(change.old)} weg",
            "moved": "Het voorstel zet dit op een andere plek",
        }[change.how]
        yield f"{where}: {here}. {wanted}."


def _shown(value: Any) -> str:
    from bot.workbench.voorstel.emit import flow

    if isinstance(value, dict):
        value = next((value[key] for key in _SPEAKING if key in value), value)
    text = " ".join((value if isinstance(value, str) else flow(value)).split())
    return f"‘{text if len(text) <= WIDE else f'{text[: WIDE - 1]}…'}’"


def diff_lines(found: Plan) -> Iterator[str]:
    """The difference, file by file, line by line."""
    for path, content in found.changed.items():
        before, after = (
            raw.decode("utf-8-sig").splitlines() for raw in (found.before[path], content)
        )
        yield from unified_diff(before, after, f"{path} (was)", f"{path} (wordt)", n=2, lineterm="")


def undone_lines(files: Iterable[Undone], found: Plan) -> Iterator[str]:
    """What taking back does to each file, and what somebody has to do there."""
    for file in files:
        name = file.path.name
        if file.content is None:
            yield f"{name}: dit bestand is er niet meer. Zet het zelf terug, als je het nodig hebt."
        elif not file.touched:
            yield f"{name}: wordt weer precies zoals het was."
        else:
            yield f"{name}: het voorstel gaat eruit. Wat je daarna veranderde, blijft."
        if file.tangled:
            yield from (f"  {line}" for line in _left_lines(file, found))


def _left_lines(file: Undone, found: Plan) -> Iterator[str]:
    """What stays in a file because somebody changed it after it was taken over."""
    from bot.workbench.voorstel.yaml_marks import holds

    text = found.before[file.path].decode("utf-8-sig")
    for change in found.conflicts:
        if holds(text, change.path) or holds(text, change.path[:2]):
            where = " / ".join(change.path)
            yield (
                f"‘{where}’ veranderde je zelf. Dat blijft staan. Haal het zelf weg, "
                "of gebruik --ook-bij-verschil: dan gaat ook jouw verandering weg."
            )
