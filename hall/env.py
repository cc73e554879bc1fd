"""Typed readers of the environment, so that a wrong value fails at start and names its variable."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit


class WrongSetting(Exception):
    """An environment variable holds something that cannot be read."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """Yes or no; anything else is refused rather than guessed."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise WrongSetting(f"{name} must be yes or no, not {value!r}")


def number(name: str, default: int) -> int:
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError:
        raise WrongSetting(f"{name} must be a whole number, not {value!r}") from None


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, default: str = "") -> str:
    """A secret from the variable itself or from the file that NAME_FILE points at (container secrets)."""
    path = text(f"{name}_FILE")
    return Path(path).read_text().strip() if path else text(name, default)


def database(address: str) -> dict[str, str]:
    """The entries of a ``postgresql://user:password@host:port/name`` address; other databases are refused."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise WrongSetting("DATABASE_URL must begin with postgresql://")
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
    }


def broker_url(entry: Mapping[str, Any]) -> str:
    """The embedded broker: a message queue kept by the same PostgreSQL."""
    host, login = str(entry["HOST"]), quote(str(entry["USER"]))
    if entry.get("PASSWORD"):
        login += ":" + quote(str(entry["PASSWORD"]), safe="")
    # A socket directory is a host as well, only quoted.
    return f"pgmq://{login}@{quote(host, safe='')}:{entry.get('PORT') or 5432}/{entry['NAME']}"
