"""Draws a golden transcript as a chat on a phone: ``python docs/pictures/make.py``.

Writes ``telegram.html`` beside this file: one page, no network. ``--png`` also has headless
Chromium (Debian: ``apt-get install chromium``) make ``telegram.png`` of it. ``--terminal`` records
``terminal.txt`` anew: a scripted conversation in the terminal, without the language model.

The rows of buttons are those of the Telegram channel itself; a tapped question folds up with its
answer, as it does there.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from bot.channels.telegram.keyboard import rows  # noqa: E402
from bot.channels.telegram.text import marked  # noqa: E402
from bot.dialogue.messages import Button  # noqa: E402

TALKS = ROOT / "tests" / "conversations" / "gesprekken"
DEFAULT = "18_bewonersinitiatief"
WIDTH = 480
SCALE = 1.5
TERMINAL = (
    "[Advies voor mijn project]",
    "1",
    "[Bijna alles, binnen het geld]",
    "/terug",
    "[Een paar dingen]",
    "[Hulp bij een lastige keuze]",
    "[We wegen mee en leggen uit]",
    "verder",
    "[Alles even vast]",
    "[Waarom vraag je dit?]",
)
_BUTTONS = re.compile(r"\[([^\]]+)\](?: |$)")
_NEW = re.compile(r"(Vraag \d+ van|Ligt alles even vast|Kies je voor iedereen)")


@dataclass
class Bubble:
    """One message on the screen."""

    text: str
    mine: bool = False
    file: bool = False
    buttons: list[str] = field(default_factory=list)


def bubbles(transcript: str) -> list[Bubble]:
    """What stands on the screen after the whole conversation."""
    found: list[Bubble] = []
    for person, said in turns(transcript):
        if person and not person.startswith(("[", "(")):
            found.append(Bubble(person, mine=True))
        for paragraphs in messages(said):
            text = "\n\n".join(paragraphs)
            if text.startswith("✓ "):
                fold(found, text)
            elif text.startswith("(document "):
                name = text.partition("\n")[0][len("(document ") : -1]
                stem = name.removesuffix(".md")
                found += [Bubble(f"{stem}.{kind}", file=True) for kind in ("md", "docx")]
            else:
                found.append(with_buttons(text))
    return found


def turns(transcript: str) -> Iterator[tuple[str, str]]:
    """What the person did, and what was said to it; the first has no person."""
    parts = re.split(r"^> (.*)\n", transcript, flags=re.MULTILINE)
    yield "", parts[0].partition("\n")[2]
    yield from zip(parts[1::2], parts[2::2], strict=True)


def messages(said: str) -> Iterator[list[str]]:
    """The paragraphs of each message."""
    message: list[str] = []
    for indented in re.split(r"\n\n", said.strip("\n")):
        lines = [line.removeprefix("    ") for line in indented.splitlines()]
        paragraph = "\n".join(lines)
        if message and _NEW.match(paragraph):
            yield message
            message = []
        message.append(paragraph)
        if is_buttons(lines[-1] if lines else "") or paragraph.startswith(("✓ ", "(document ")):
            yield message
            message = []
    if message and message != [""]:
        yield message


def is_buttons(line: str) -> bool:
    """Whether this line is a row of buttons."""
    return bool(line) and not _BUTTONS.sub("", line).strip()


def with_buttons(text: str) -> Bubble:
    """A message of the bot."""
    body, _, below = text.rpartition("\n")
    if is_buttons(below):
        return Bubble(body, buttons=_BUTTONS.findall(below))
    return Bubble(text)


def fold(found: Sequence[Bubble], chosen: str) -> None:
    """The tapped message shows its answer and has no buttons any more."""
    tapped = next(b for b in reversed(found) if chosen[2:] in b.buttons)
    tapped.text, tapped.buttons = f"{tapped.text}\n\n{chosen}", []


# --- drawing --------------------------------------------------------------------------------

CSS = """
* { box-sizing: border-box; margin: 0; }
body { width: 480px; background: #d5e3d0; color: #101820;
  font: 16px/1.36 "Noto Sans", "DejaVu Sans", system-ui, sans-serif; }
header { background: #4a7fb0; color: #fff; padding: 14px 18px; display: flex; gap: 12px;
  align-items: center; }
header .face { width: 42px; height: 42px; border-radius: 50%; background: #fff; color: #2d5f8e;
  font-weight: 700; display: grid; place-items: center; }
header b { display: block; font-size: 17px; }
header span { font-size: 13px; opacity: .9; }
main { padding: 14px 12px 18px; display: flex; flex-direction: column; gap: 10px; }
.row { max-width: 408px; width: fit-content; }
.row.keys { width: 408px; }
.row.mine { align-self: flex-end; }
.bubble { background: #fff; border-radius: 14px 14px 14px 4px; padding: 9px 13px 10px;
  box-shadow: 0 1px 1px rgb(0 0 0 / .14); white-space: pre-line; overflow-wrap: break-word; }
.mine .bubble { background: #e3f8cb; border-radius: 14px 14px 4px 14px; }
.done { color: #2c7a3f; font-weight: 600; }
.keyboard { display: grid; gap: 4px; margin-top: 4px; }
.keys-row { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; }
.key { background: #6c8f72; color: #fff; border-radius: 8px; padding: 8px 10px; text-align: center;
  font-size: 15px; font-weight: 500; }
.file { display: flex; gap: 12px; align-items: center; }
.file i { width: 40px; height: 40px; border-radius: 50%; background: #4a7fb0; color: #fff;
  font: 700 11px/40px "DejaVu Sans", sans-serif; text-align: center; }
footer { background: #fff; color: #7c8a93; padding: 13px 18px; }
"""


def drawn(found: Sequence[Bubble], source: str) -> str:
    """The page."""
    body = "\n".join(_drawn(bubble) for bubble in found)
    return f"""<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<title>De Samenwerkwijzer op Telegram</title>
<!-- Made by docs/pictures/make.py from tests/conversations/gesprekken/{source}.txt -->
<style>{CSS}</style>
<header><div class="face">S</div><div><b>Samenwerkwijzer</b><span>bot</span></div></header>
<main>
{body}
</main>
<footer>Bericht</footer>
</html>
"""


def _drawn(bubble: Bubble) -> str:
    text = marked(bubble.text)
    inside = re.sub(r"(✓ .*)$", r'<span class="done">\1</span>', text.html(0, len(text.plain)))
    if bubble.file:
        kind = bubble.text.rpartition(".")[2].upper()
        inside = f'<div class="file"><i>{kind}</i>{html.escape(bubble.text)}</div>'
    keys = "".join(
        '<div class="keys-row">'
        + "".join(f'<div class="key">{html.escape(button.label)}</div>' for button in line)
        + "</div>"
        for line in rows(Button(label, "x") for label in bubble.buttons)
    )
    keyboard = f'<div class="keyboard">{keys}</div>' if keys else ""
    row = "row" + (" mine" if bubble.mine else "") + (" keys" if keys else "")
    return f'<div class="{row}"><div class="bubble">{inside}</div>{keyboard}</div>'


def photographed(page: Path, picture: Path) -> None:
    """A picture of the page, as tall as the page is."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", f"--user-data-dir={profile}",
        ]  # fmt: skip
        asked = page.read_text("utf-8").replace(
            "</html>",
            "<script>document.title = 'tall ' + document.documentElement.offsetHeight</script>",
        )
        measuring = Path(profile) / "page.html"
        measuring.write_text(asked, encoding="utf-8")
        dom = _run([*command, f"--window-size={WIDTH},800", "--dump-dom", measuring.as_uri()])
        tall = int(re.search(r"<title>tall (\d+)", dom)[1])  # type: ignore[index]
        size = [f"--window-size={WIDTH},{tall}", f"--force-device-scale-factor={SCALE}"]
        _run([*command, *size, f"--screenshot={picture}", page.as_uri()])


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603
    return done.stdout


def recorded(path: Path) -> None:
    """Record a conversation in the terminal."""
    bot = ROOT / ".venv" / "bin" / "samenwerkwijzer"
    done = subprocess.run(  # noqa: S603
        [bot, "chat", "--script", "--plat"],
        input="\n".join(TERMINAL) + "\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    head = "$ samenwerkwijzer chat --script --plat < invoer.txt\n"
    path.write_text(head + done.stdout, encoding="utf-8")


def main() -> None:
    """Make what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("talk", nargs="?", default=DEFAULT, help="name of a golden transcript")
    parser.add_argument("--png", action="store_true")
    parser.add_argument("--terminal", action="store_true")
    given = parser.parse_args()
    page = HERE / "telegram.html"
    talk = (TALKS / f"{given.talk}.txt").read_text("utf-8")
    page.write_text(drawn(bubbles(talk), given.talk), encoding="utf-8")
    if given.png:
        photographed(page, HERE / "telegram.png")
    if given.terminal:
        recorded(HERE / "terminal.txt")


if __name__ == "__main__":
    main()
