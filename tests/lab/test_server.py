"""The kit's own JupyterLab, really started: whom it lets in, where it listens, and what it leaves behind.

The environment is that of a person who has a Jupyter of their own: their folders and settings are not touched.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
import websocket

from review_kit.errors import LabError
from review_kit.lab.folder import FIRST, FORM, lay_out
from review_kit.lab.server import LOOPBACK, LabServer
from review_kit.place import Place, this_place

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM that can be heard")


def asked(url: str, token: str = "", method: str = "GET") -> tuple[int, bytes]:
    """The status and body of an answer; no proxy is asked."""
    headers = {"Authorization": f"token {token}"} if token else {}
    request = urllib.request.Request(url, method=method, headers=headers)  # noqa: S310 - our own loopback address
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


def ours(mark: str) -> list[psutil.Process]:
    """Every process on this machine that was started below a folder or with it in its environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if any(mark in value for value in (*process.cmdline(), *process.environ().values())):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return [process for process in found if process.pid != os.getpid()]


def answer_of_a_kernel(server: LabServer, code: str) -> str:
    """Start a kernel, have it run something as a page would, and return what it shows."""
    status, said = asked(f"{server._base}api/kernels", server._token, "POST")
    assert status == 201
    address = f"{server._base}api/kernels/{json.loads(said)['id']}/channels".replace("http:", "ws:")
    page = websocket.create_connection(address, timeout=30, header=[f"Authorization: token {server._token}"])
    page.send(json.dumps({
        "channel": "shell", "parent_header": {}, "metadata": {}, "content": {"code": code, "silent": False},
        "header": {"msg_id": "1", "msg_type": "execute_request", "session": "1", "username": "", "version": "5.3"}}))
    said: dict[str, Any] = {}
    while "execute_reply" not in said or said.get("status") != {"execution_state": "idle"}:
        message = json.loads(page.recv())  # what it shows and its reply come by two channels, in either order
        if message["parent_header"].get("msg_id") == "1":
            said[message["msg_type"]] = message["content"]
    page.close()
    assert said["execute_reply"]["status"] == "ok", said
    return str(said["execute_result"]["data"]["text/plain"])


def files_below(folder: Path) -> list[str]:
    """Every file and folder below one."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of a person with a Jupyter of their own, whose settings and kernels would spoil ours."""
    home = tmp_path_factory.mktemp("person")
    for data in (".local/share/jupyter", "Library/Jupyter", "Library/Application Support/Jupyter"):
        kernel = home / data / "kernels" / "python3" / "kernel.json"
        kernel.parent.mkdir(parents=True)
        kernel.write_text(json.dumps({"argv": [sys.executable, "-c", "1 / 0"], "language": "python",
                                      "display_name": "Theirs"}), encoding="utf-8")
    theirs = home / ".jupyter"
    theirs.mkdir()
    (theirs / "jupyter_server_config.py").write_text("raise SystemExit('their own setting was read')", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("XDG_", "JUPYTER", "IPYTHON", "REVIEW_KIT"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("JUPYTER_CONFIG_DIR", str(theirs))
        patch.setenv("JUPYTER_TOKEN", "theirs")
        patch.setenv("JUPYTER_PORT", "1")
        yield home


@pytest.fixture(scope="module")
def theirs(person: Path) -> list[str]:
    """What stands in the person's home before the kit is started."""
    return files_below(person)


@pytest.fixture(scope="module")
def place(person: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Folders of the kit, apart from the person's home."""
    folder = tmp_path_factory.mktemp("place")
    return Place(home=folder / "home", state=folder / "state")


@pytest.fixture(scope="module")
def server(place: Place, theirs: list[str]) -> Iterator[LabServer]:
    """JupyterLab as the kit starts it."""
    folder = place.state / "lab"
    lay_out(folder)
    place.home.mkdir()
    with LabServer(place, folder) as started:
        yield started


def test_it_answers_who_has_the_token(server: LabServer) -> None:
    """The notebooks are there, and the page of the first opens by the address that the browser is given."""
    token = server._token
    assert asked(f"{server._base}api", token)[0] == 200
    status, listing = asked(f"{server._base}api/contents", token)
    assert status == 200
    assert len([entry for entry in json.loads(listing)["content"] if entry["type"] == "notebook"]) == 5
    assert server.url(FIRST).startswith(f"http://{LOOPBACK}:")
    status, page = asked(server.url(FIRST))
    assert status == 200
    assert b"jupyter-config-data" in page


@pytest.mark.parametrize("token", ["", "theirs", "wrong"])
@pytest.mark.parametrize("path", ["api/contents", "api/kernels", "api/sessions", f"api/contents/{FIRST}"])
def test_nobody_else_is_let_in(server: LabServer, token: str, path: str) -> None:
    """Not without a token, and not with that of another Jupyter of the person's."""
    assert asked(server._base + path, token)[0] == 403


def test_it_listens_on_this_machine_only(server: LabServer) -> None:
    """Every port on which it or a kernel listens is on loopback, so nobody on the network sees it."""
    assert server._process is not None
    answer_of_a_kernel(server, "1 + 1")
    main = psutil.Process(server._process.pid)
    listening = [connection.laddr for process in (main, *main.children(recursive=True))
                 for connection in process.net_connections("inet") if connection.status == psutil.CONN_LISTEN]
    assert int(server._base.rsplit(":", 1)[1].strip("/")) in {address.port for address in listening}
    assert {address.ip for address in listening} == {LOOPBACK}


def test_its_token_is_in_no_list_of_processes_and_not_in_its_log(server: LabServer) -> None:
    """Others on the machine may read both; and each start has another token."""
    assert server._process is not None
    assert server._token not in " ".join(psutil.Process(server._process.pid).cmdline())
    assert server._token not in server.log.read_text(encoding="utf-8")
    assert server._token != LabServer(server._place, server._folder)._token


def test_no_terminal_is_offered(server: LabServer) -> None:
    """Nobody opens a shell from the pages."""
    assert asked(f"{server._base}api/terminals", server._token, "POST")[0] == 404


def test_its_settings_are_the_kits(server: LabServer) -> None:
    """JupyterLab hands out what the kit laid down: no news, and the kit's own page is loaded."""
    status, said = asked(f"{server._base}lab/api/settings/@jupyterlab/apputils-extension:notification", server._token)
    assert status == 200
    assert json.loads(said)["schema"]["properties"]["fetchNews"]["default"] == "false"
    status, script = asked(f"{server._base}lab/extensions/review-kit/static/remoteEntry.js", server._token)
    assert status == 200
    assert b"review-kit:page" in script


def test_a_port_that_is_taken_is_named(place: Place, tmp_path: Path) -> None:
    """One sentence that says which and what to do, and no process is left of the attempt."""
    lay_out(tmp_path / "lab")
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(LabError, match=rf"Port {port} is not free") as refused, \
                LabServer(place, tmp_path / "lab", port=port):
            pytest.fail("it started on a port that is taken")
    assert "\n" not in str(refused.value)
    assert "--port" in str(refused.value)
    assert ours(str(tmp_path / "lab")) == []
    assert not any((tmp_path / "lab" / "runtime").iterdir())


def test_it_ends_with_all_that_it_began(server: LabServer, person: Path, theirs: list[str]) -> None:
    """Kernels too; nothing that would let anybody in is left on the disk; and the person's own folders are as before.

    This test comes last: it ends the server that the others ask.
    """
    assert answer_of_a_kernel(server, "import review_kit as rk; rk.register_form()") == (
        "<Register form: no register is open>")
    assert server._process is not None
    begun = [psutil.Process(server._process.pid), *psutil.Process(server._process.pid).children(recursive=True)]
    assert len(begun) >= 2
    assert any("ipykernel" in " ".join(process.cmdline()) for process in begun)
    server.__exit__(None, None, None)
    gone, alive = psutil.wait_procs(begun, timeout=10)
    assert alive == []
    assert len(gone) == len(begun)
    assert ours(str(server._folder)) == []
    with pytest.raises(OSError, match="refused"):
        asked(f"{server._base}api", server._token)
    written = [path for path in server._place.state.rglob("*") if path.is_file()]
    assert not [path for path in written if server._token.encode() in path.read_bytes()]
    assert files_below(person) == theirs


def ended(command: "subprocess.Popen[str]") -> str:
    """What a command said after it was asked to end; it ended well."""
    assert command.stdout is not None
    command.send_signal(signal.SIGTERM)
    rest = command.stdout.read()
    assert command.wait(20) == 0
    return rest


@needs_signals
def test_the_commands_open_their_pages_side_by_side_and_end_in_order(person: Path, theirs: list[str],
                                                                    tmp_path: Path) -> None:
    """`review-kit lab` and `review-kit forum` at once; each ends with all that it began, and with no traceback."""
    mark = secrets.token_hex(4)
    state = tmp_path / mark
    environment = os.environ | {"REVIEW_KIT_STATE": str(state), "REVIEW_KIT_HOME": str(tmp_path),
                                "PYTHONUNBUFFERED": "1", "REVIEW_KIT_ALONE": "1"}
    commands = [
        subprocess.Popen([sys.executable, "-m", "review_kit", *command, "--no-browser"], env=environment,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        for command in (["lab"], ["forum", "--practice"])]
    try:
        for command, page in zip(commands, (FIRST, FORM), strict=True):
            assert command.stdout is not None
            said = [command.stdout.readline() for _ in range(3)]
            url = said[1].split()[-1]
            assert asked(url)[0] == 200
            assert page in url
            assert "Traceback" not in "".join(said)
        assert {at.name for at in (state / "lab" / "notebooks").iterdir()} > {FIRST}
        assert {at.name for at in (state / "forum" / "notebooks").iterdir()} == {FORM}
        for command in commands:
            rest = ended(command)
            assert "Traceback" not in rest
            assert "What you saved is kept." in rest
    finally:
        for command in commands:
            command.kill()
            assert command.stdout is not None
            command.stdout.close()
    until = time.monotonic() + 10
    while ours(mark) and time.monotonic() < until:
        time.sleep(0.1)
    assert ours(mark) == []
    assert files_below(person) == theirs


def test_a_kernel_of_the_form_knows_that_it_is_alone(place: Place) -> None:
    """Its forms lead to no other page; those of the notebooks do, also where the person's own shell says otherwise."""
    alone = replace(place, alone=True)
    assert LabServer(alone, alone.state / "forum")._environment()["REVIEW_KIT_ALONE"] == "1"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEW_KIT_ALONE", "1")
        assert this_place().alone
        assert "REVIEW_KIT_ALONE" not in LabServer(place, place.state / "lab")._environment()
