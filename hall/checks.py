"""``manage.py check --deploy``: what this installation still lacks before real people may use it.

Each lack names the variable that ends it. Errors are refused; warnings carry one machine but not a city.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver", ".hall.localhost"}


@dataclass(frozen=True)
class Lack:
    """Something that is good for a first look and not for production."""

    number: int
    is_lacking: Callable[[], bool]
    message: str
    hint: str
    kind: type[Error] | type[Warning] = Error

    def report(self) -> CheckMessage:
        letter = "E" if self.kind is Error else "W"
        return self.kind(self.message, hint=self.hint, id=f"hall.{letter}{self.number:03}")


def _keys_lie_with_the_data() -> bool:
    return bool(settings.KEY_DIR.is_relative_to(settings.VAR_DIR))


def _secret_was_made_here() -> bool:
    made = settings.KEY_DIR / "secret-key.txt"
    return made.exists() and made.read_text() == settings.SECRET_KEY


def _reaches_only_this_machine() -> bool:
    return set(settings.ALLOWED_HOSTS) <= LOCAL


def _takes_any_host() -> bool:
    return "*" in settings.ALLOWED_HOSTS or "testserver" in settings.ALLOWED_HOSTS


def _address_is_local() -> bool:
    return not settings.HALL_BASE_URL.startswith("https://")


def _names_a_demonstration(adapters: Sequence[str]) -> bool:
    return any(".demo." in adapter for adapter in adapters)


LACKS = (
    Lack(
        1,
        lambda: settings.DEBUG,
        "Debug pages show settings and data to anybody.",
        "Unset HALL_DEBUG.",
    ),
    Lack(
        2,
        lambda: settings.HALL_DEMO,
        "This is a demonstration: its accounts have printed passwords.",
        "Set HALL_DEMO=no and begin with an empty database.",
    ),
    Lack(
        3,
        _secret_was_made_here,
        "The secret key was made at first start.",
        "Set HALL_SECRET_KEY or HALL_SECRET_KEY_FILE.",
    ),
    Lack(
        4,
        _keys_lie_with_the_data,
        "The keys of encrypted fields lie beside the data that they protect.",
        "Set HALL_KEY_DIR to a guarded directory outside var/, with a copy kept elsewhere.",
    ),
    Lack(
        5,
        lambda: not settings.HALL_SIGNING_PKCS12,
        "Papers are signed with the development certificate.",
        "Set HALL_SIGNING_PKCS12 and HALL_SIGNING_PASSPHRASE to the organ's own.",
    ),
    Lack(
        6,
        lambda: not settings.DATABASE_URL,
        "The embedded PostgreSQL has no standby and no backup.",
        "Set DATABASE_URL=postgresql://…",
    ),
    Lack(
        7,
        lambda: _names_a_demonstration(settings.HALL_IDENTITY_PROVIDERS),
        "The demonstration identity adapter confirms whoever asks.",
        "Set HALL_IDENTITY_PROVIDERS to a real one.",
    ),
    Lack(
        8,
        lambda: ".builtin." in settings.HALL_SCANNER,
        "Uploads are not scanned for viruses: the built-in scanner knows only the test signature.",
        "Set HALL_SCANNER to an adapter of a real scanner.",
    ),
    Lack(
        9,
        _reaches_only_this_machine,
        "No host name but this machine's own is served.",
        "Set HALL_ALLOWED_HOSTS to the names of the halls.",
    ),
    Lack(
        10,
        _takes_any_host,
        "Host names are served that are not this installation's.",
        "Set HALL_ALLOWED_HOSTS without * and without testserver.",
    ),
    Lack(
        11,
        lambda: not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
        "Cookies travel without HTTPS.",
        "Set HALL_HTTPS=yes, and HALL_BEHIND_PROXY=yes behind a proxy that ends TLS.",
    ),
    Lack(
        12,
        _address_is_local,
        "The address printed on papers and in QR codes is not an https one.",
        "Set HALL_BASE_URL=https://…",
    ),
    Lack(
        13,
        lambda: _names_a_demonstration([settings.HALL_CREDIT]),
        "The demonstration credit register knows nobody, so that everybody may promise instead of proving.",
        "Set HALL_CREDIT to an adapter of the real register.",
    ),
    Lack(
        14,
        lambda: _names_a_demonstration([settings.HALL_TREASURY]),
        "The demonstration treasury says that every fee was paid; no money moves.",
        "Set HALL_TREASURY to an adapter of the real non-tax treasury system.",
    ),
    Lack(
        15,
        lambda: _names_a_demonstration(settings.HALL_SHARED_SOURCES),
        "A demonstration source answers for an agency that holds the data.",
        "Set HALL_SHARED_SOURCES to word=adapter pairs of real sources.",
    ),
    Lack(
        21,
        lambda: settings.CELERY_BROKER_URL.startswith("pgmq"),
        "The embedded broker shares the database's machine.",
        "Set REDIS_URL or CELERY_BROKER_URL.",
        Warning,
    ),
    Lack(
        22,
        lambda: "locmem" in settings.CACHES["default"]["BACKEND"],
        "Each process has a cache of its own.",
        "Set REDIS_URL.",
        Warning,
    ),
    Lack(
        23,
        lambda: "FileSystem" in settings.STORAGES["vault"]["BACKEND"],
        "Files lie on one machine's disk.",
        "Set S3_ENDPOINT_URL, S3_ACCESS_KEY and S3_SECRET_KEY.",
        Warning,
    ),
)


@register(Tags.security, deploy=True)
def what_production_lacks(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """All of it at once, so that one run makes the whole list."""
    return [lack.report() for lack in LACKS if lack.is_lacking()]
