"""Keys of the installation: made at first start under the key directory, never a constant in the code.

A key ring is a folder of files ``<purpose>-<id>.key``; the highest id encrypts, every id decrypts,
so that keys can be rotated without touching old rows.
"""

import os
import secrets
from functools import lru_cache
from pathlib import Path


def create_once(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    draft.write_bytes(content)
    draft.chmod(0o600)
    try:
        # A hard link fails when the name exists: of two first starts at once only one makes the key.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def development_secret(folder: Path) -> str:
    """Django's SECRET_KEY of an installation that was given none."""
    path = folder / "secret-key.txt"
    if not path.exists():
        create_once(path, secrets.token_urlsafe(64).encode())
    return path.read_text()


@lru_cache(maxsize=32)
def ring(folder: Path, purpose: str) -> dict[int, bytes]:
    """All keys of ``purpose`` by id, at least one; 32 random bytes each."""
    if not list(folder.glob(f"{purpose}-*.key")):
        create_once(folder / f"{purpose}-1.key", secrets.token_bytes(32))
    found = {int(path.stem.rsplit("-", 1)[1]): path.read_bytes() for path in folder.glob(f"{purpose}-*.key")}
    return dict(sorted(found.items()))
