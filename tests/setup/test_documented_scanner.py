"""The scanner that docs/architecture.md prints works against something that speaks like clamd."""

import io
import re
import socket
import struct
import threading
from collections.abc import Callable

import pytest

from hall.files.scanning import Scanner
from tests.setup.documents import document


def documented_scanner(address: tuple[str, int]) -> Scanner:
    code = re.findall(r"```python\n(.*?)```", document("docs/architecture.md"), flags=re.DOTALL)[0]
    names: dict[str, type[Scanner]] = {}
    exec(compile(code, "docs/architecture.md", "exec"), names)
    scanner = names["ClamdScanner"]()
    scanner.address = address  # type: ignore[attr-defined]
    return scanner


def read_exactly(sock: socket.socket, size: int) -> bytes:
    told = b""
    while len(told) < size:
        told += sock.recv(size - len(told))
    return told


@pytest.fixture
def clamd() -> Callable[[bytes], tuple[str, int]]:
    """Answers once; a stream that holds "virus" is found out."""

    def serve(answer: bytes = b"") -> tuple[str, int]:
        listener = socket.create_server(("127.0.0.1", 0))

        def once() -> None:
            with listener, listener.accept()[0] as caller:
                assert read_exactly(caller, 10) == b"zINSTREAM\0"
                content = b""
                while size := struct.unpack("!L", read_exactly(caller, 4))[0]:
                    content += read_exactly(caller, size)
                found = b"stream: Test-Virus FOUND\0" if b"virus" in content else b"stream: OK\0"
                caller.sendall(answer or found)

        threading.Thread(target=once, daemon=True).start()
        address: tuple[str, int] = listener.getsockname()
        return address

    return serve


def test_a_clean_content_is_clean(clamd: Callable[..., tuple[str, int]]) -> None:
    assert documented_scanner(clamd()).scan(io.BytesIO(b"harmless" * 20_000)).clean


def test_what_is_found_is_named(clamd: Callable[..., tuple[str, int]]) -> None:
    assert documented_scanner(clamd()).scan(io.BytesIO(b"a virus")).found == "Test-Virus"


def test_a_scanner_in_trouble_gives_no_verdict(clamd: Callable[..., tuple[str, int]]) -> None:
    with pytest.raises(OSError, match="limit"):
        documented_scanner(clamd(b"INSTREAM size limit exceeded. ERROR\0")).scan(io.BytesIO(b"x"))
