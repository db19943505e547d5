"""The real model in its own process: warm-up, crash, switch, silence, and no way out."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from bot.language.door import run_begrijp
from bot.language.model.training import model_path, world_environment, world_python
from bot.language.rasa.pipe import Worker
from bot.language.rasa.server import RasaServer, ServerUnderstander
from bot.language.rasa.understander import RasaUnderstander
from bot.language.rasa.worker import checksum, sidecar
from bot.language.understand import Context
from bot.language.wording import ANEW, READY
from bot.rules.model.pack import Pack
from tests.language.conftest import MODELS, ROOT

pytestmark = pytest.mark.rasa
SENTINEL = "zeldzaamwoord kwetterbij in de lindestraat"
PLAYGROUND = (
    "Bewoners van de Kerkstraat willen zelf een speeltuin beheren, het college staat erachter"
)


def until(true: Callable[[], object], seconds: float = 120.0) -> bool:
    """Whether something became true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_one_description_fills_what_it_holds(rasa: RasaUnderstander, pack: Pack) -> None:
    """The first sentence of the design fills who began and what they want, and nothing false:
    that the college stands behind it is no agreement."""
    understood = rasa.understand(PLAYGROUND, Context(pack))
    told = dict(understood.answers)
    assert understood.kind == "beschrijving"
    assert told["wie_begint"] == ("inwoners",)
    assert told["inwoners_willen"] == ("zelf_doen",)
    assert set(told) <= {"wie_begint", "inwoners_willen"}


def test_the_door_gives_a_faq_with_its_text(rasa: RasaUnderstander, pack: Pack) -> None:
    """`begrijp` answers one JSON object per line, a FAQ with its answer."""
    asked, unknown = run_begrijp(["wat is het uitdaagrecht\n", "grofvuil\n"], rasa, pack)
    assert (asked["soort"], asked["id"]) == ("vraag", "uitdaagrecht_wat")
    assert asked["tekst"]
    assert json.dumps(asked)
    assert unknown["soort"] == "onbekend"


def test_before_it_is_ready_only_labels_work(
    packs: dict[str, Pack], pack: Pack, model: Path
) -> None:
    """While the model loads, numbers work at once and free text says that it is warming up."""
    fresh = RasaUnderstander(packs, ROOT, MODELS, model=model)
    try:
        start = time.perf_counter()
        assert fresh.understand("1", Context(pack, "wie_begint")).id == "wie_begint.gemeente"
        assert not fresh.understand("de mensen zijn kwaad", Context(pack)).ready
        assert time.perf_counter() - start < 1.0
        assert fresh.status()
    finally:
        fresh.close()


def test_it_comes_back_after_a_crash(rasa: RasaUnderstander, pack: Pack) -> None:
    """A killed worker costs one "not ready", and then there is another."""
    killed = rasa.worker_pid()
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: rasa.worker_pid() != killed, 10)
    assert not rasa.understand("de mensen zijn kwaad", Context(pack)).ready
    assert until(lambda: rasa.worker_pid() not in (None, killed))
    assert rasa.understand("wat is het uitdaagrecht", Context(pack)).id == "uitdaagrecht_wat"


def test_one_that_hangs_is_replaced(packs: dict[str, Pack], pack: Pack, model: Path) -> None:
    """A worker that stands still costs a text or two, then there is another, and it is told."""
    told: list[str] = []
    fresh = RasaUnderstander(packs, ROOT, MODELS, model=model, timeout=1.0, progress=told.append)
    try:
        assert fresh.wait(600)
        hung = fresh.worker_pid()
        assert hung is not None
        os.kill(hung, signal.SIGSTOP)
        for _ in range(2):
            assert not fresh.understand("de mensen zijn kwaad", Context(pack)).ready
        assert until(lambda: fresh.worker_pid() not in (None, hung))
        assert ANEW in told
    finally:
        fresh.close()


def test_a_model_is_switched_while_people_talk(
    rasa: RasaUnderstander, pack: Pack, model: Path, tmp_path: Path
) -> None:
    """During a switch every text is answered, and afterwards another process does it."""
    other = Path(shutil.copy(model, tmp_path / "other.tar.gz"))
    shutil.copy(sidecar(model), sidecar(other))
    before, lost, stop = rasa.worker_pid(), [], threading.Event()

    def talk() -> None:
        while not stop.is_set():
            if rasa.understand("wat is het uitdaagrecht", Context(pack)).id != "uitdaagrecht_wat":
                lost.append(time.monotonic())

    talker = threading.Thread(target=talk)
    talker.start()
    assert rasa.switch_model(other)
    time.sleep(0.5)
    stop.set()
    talker.join()
    assert not lost
    assert rasa.worker_pid() not in (None, before)
    assert until(lambda: not psutil.pid_exists(before or 0), 20)


def test_a_tampered_model_is_refused(
    rasa: RasaUnderstander, pack: Pack, model: Path, tmp_path: Path
) -> None:
    """A model with one byte more, or without a checksum, is not loaded; the old one stays."""
    bad = Path(shutil.copy(model, tmp_path / "bad.tar.gz"))
    assert not rasa.switch_model(bad)
    shutil.copy(sidecar(model), sidecar(bad))
    with bad.open("ab") as file:
        file.write(b"x")
    assert checksum(bad) != checksum(model)
    assert not rasa.switch_model(bad)
    assert rasa.understand("wat is het uitdaagrecht", Context(pack)).ready


def _room(folder: Path) -> Path:
    """A root of its own: the same code and world, but its own training data."""
    for name in (".venv-nlu", "bot", "knowledge", "scripts", "config.yml", "uv.lock"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "nlu_data", folder / "nlu_data")
    return folder


def _trained(root: Path, packs: dict[str, Pack], model: Path) -> Path:
    """What training would leave for the data as they are now in this root."""
    (root / "models").mkdir(exist_ok=True)
    target = model_path(root, packs.values(), root / "models")
    shutil.copy(sidecar(model), sidecar(target))
    shutil.copy(model, target)
    return target


def test_a_model_trained_meanwhile_is_taken(
    packs: dict[str, Pack], pack: Pack, model: Path, tmp_path: Path
) -> None:
    """New training data and a new model: the running bot switches to it without a restart."""
    root = _room(tmp_path)
    first = _trained(root, packs, model)
    running = RasaUnderstander(packs, root, root / "models", timeout=30.0, look_every=0.2)
    try:
        assert running.wait(300)
        before = running.worker_pid()
        with (root / "nlu_data" / "opdrachten.yml").open("a", encoding="utf-8") as data:
            data.write("    - nu ook dit\n")
        assert _trained(root, packs, model) != first
        assert until(lambda: running.worker_pid() not in (None, before))
        assert running.understand("wat is het uitdaagrecht", Context(pack)).ready
    finally:
        running.close()


def test_a_model_that_never_loads_is_given_up_until_there_is_another(
    packs: dict[str, Pack],
    pack: Pack,
    model: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A few tries, then a status and a log line that say what helps; and that does help.

    The model is thrown away and trained again: the same name, another file, no restart.
    """
    root = _room(tmp_path)
    target = _trained(root, packs, model)
    target.write_bytes(target.read_bytes()[:-1000])
    sidecar(target).write_text(checksum(target) + "\n", encoding="ascii")
    told: list[str] = []
    running = RasaUnderstander(
        packs, root, root / "models", progress=told.append, backoff=(0.0,), look_every=0.2
    )
    try:
        assert until(lambda: "Vrije tekst staat uit" in running.status())
        assert told.count("Ik laad het taalmodel.") == 2
        assert "samenwerkwijzer train" in caplog.text
        assert running.understand("1", Context(pack, "wie_begint")).sure
        unread = running.understand("de mensen zijn kwaad", Context(pack))
        assert (unread.ready, unread.off) == (False, True)
        target.unlink()
        _trained(root, packs, model)
        assert until(lambda: running.wait(1), 120)  # who gave up is waited for no longer
        assert told[-1] == READY
    finally:
        running.close()


def test_the_worker_has_no_network(rasa: RasaUnderstander, pack: Pack) -> None:
    """The worker holds no inet socket after work, and as root stands in a network of its own."""
    rasa.understand("hoe bereik ik jongeren die nooit komen", Context(pack))
    pid = rasa.worker_pid()
    assert pid is not None
    assert not psutil.Process(pid).net_connections(kind="inet")
    if os.geteuid() == 0:
        assert Path(f"/proc/{pid}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()


def test_nothing_in_the_worker_can_connect() -> None:
    """The guard refuses connecting, sending and looking up a name, also within this machine."""
    code = (
        "import socket\n"
        "from bot.language.rasa.worker import NoNetworkError, close_network\n"
        "close_network()\n"
        "one = socket.socket()\n"
        "for what in (lambda: one.connect(('127.0.0.1', 9)), lambda: one.connect_ex(('::1', 9)),\n"
        "             lambda: socket.create_connection(('localhost', 9)),\n"
        "             lambda: socket.getaddrinfo('example.org', 80)):\n"
        "    try:\n"
        "        what()\n"
        "    except NoNetworkError:\n"
        "        print('refused')\n"
    )
    done = subprocess.run(
        [world_python(ROOT), "-c", code],
        env=dict(world_environment(ROOT)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["refused"] * 4


def test_what_people_write_stays_nowhere(model: Path, tmp_path: Path) -> None:
    """A sentinel text comes back in no output but the protocol's labels, and in no file."""
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [world_python(ROOT), "-m", "bot.language.rasa.worker", "--model", str(model)],
        cwd=home,
        env={**world_environment(ROOT), "HOME": str(home), "TMPDIR": str(home)},
        input=json.dumps({"id": 1, "text": SENTINEL}) + "\n" + f"geen json {SENTINEL}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    ready, reply, error = (json.loads(line) for line in done.stdout.splitlines())
    assert ready == {"ready": True}
    assert reply["intent_ranking"]
    assert error["error"]
    assert "kwetterbij" not in done.stdout + done.stderr
    for file in home.rglob("*"):
        assert not file.is_file() or b"kwetterbij" not in file.read_bytes(), file


def test_many_threads_ask_at_once(model: Path) -> None:
    """Replies find the one who asked, also when several ask at the same time."""
    worker = Worker(ROOT, model)
    assert worker.wait_ready(180)
    texts = ["wat is het uitdaagrecht", "grofvuil", "wat is een burgerberaad", "hoe werkt loting"]
    alone = {text: worker.parse(text, 30).ranking[0][0] for text in texts}
    together: list[tuple[str, str]] = []

    def ask(text: str) -> None:
        together.extend((text, worker.parse(text, 60).ranking[0][0]) for _ in range(5))

    threads = [threading.Thread(target=ask, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker.close()
    assert len(together) == 20
    assert all(alone[text] == label for text, label in together)


@pytest.fixture
def server(model: Path, tmp_path: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [world_python(ROOT), "-m", "rasa", "run", "--enable-api", "--model", str(model),
         "--interface", "127.0.0.1", "--port", str(port), "--auth-token", "geheim"],
        cwd=tmp_path,
        env=dict(world_environment(ROOT)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"{url}/status?token=geheim", timeout=2):
                return True
        except urllib.error.HTTPError as refusal:
            refusal.close()
            return False
        except OSError:
            return False

    try:
        assert until(answers, 150)
        yield url
    finally:
        process.terminate()
        process.wait()


def test_a_rasa_server_by_url(server: str, packs: dict[str, Pack], pack: Pack) -> None:
    """The same text means the same through a server; with a wrong token there is no model."""
    good = ServerUnderstander(packs, RasaServer(server, "geheim", timeout=30))
    assert good.understand("wat is het uitdaagrecht", Context(pack)).id == "uitdaagrecht_wat"
    assert good.understand(PLAYGROUND, Context(pack)).kind == "beschrijving"
    bad = ServerUnderstander(packs, RasaServer(server, "fout", timeout=30))
    assert not bad.understand("wat is het uitdaagrecht", Context(pack)).ready
