"""``check --deploy`` tells what is lacking, and is silent when nothing is."""

from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Error
from pytest_django import Settings

from hall.checks import LACKS, what_production_lacks

FURNISHED: dict[str, Any] = {
    "DEBUG": False,
    "HALL_DEMO": False,
    "SECRET_KEY": "given from outside",
    "VAR_DIR": Path("/srv/hall/var"),
    "KEY_DIR": Path("/etc/hall/keys"),
    "HALL_SIGNING_PKCS12": "/etc/hall/seal.p12",
    "DATABASE_URL": "postgresql://hall@db/hall",
    "HALL_IDENTITY_PROVIDERS": ["integrations.identity.national.Provider"],
    "HALL_SCANNER": "integrations.antivirus.clamd.Scanner",
    "HALL_CREDIT": "integrations.credit.city.Register",
    "HALL_TREASURY": "integrations.treasury.city.Treasury",
    "HALL_SHARED_SOURCES": ["hall_licences=integrations.sharing.licences.HallLicences"],
    "ALLOWED_HOSTS": ["hall.example.org"],
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "HALL_BASE_URL": "https://hall.example.org",
    "CELERY_BROKER_URL": "redis://cache:6379/1",
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}},
    "STORAGES": {"vault": {"BACKEND": "storages.backends.s3.S3Storage"}},
}
POOR: dict[str, tuple[str, Any]] = {
    "hall.E001": ("DEBUG", True),
    "hall.E002": ("HALL_DEMO", True),
    "hall.E004": ("KEY_DIR", Path("/srv/hall/var/keys")),
    "hall.E005": ("HALL_SIGNING_PKCS12", ""),
    "hall.E006": ("DATABASE_URL", ""),
    "hall.E007": ("HALL_IDENTITY_PROVIDERS", ["integrations.identity.demo.DemoProvider"]),
    "hall.E008": ("HALL_SCANNER", "integrations.antivirus.builtin.SignatureScanner"),
    "hall.E009": ("ALLOWED_HOSTS", ["localhost"]),
    "hall.E010": ("ALLOWED_HOSTS", ["*"]),
    "hall.E011": ("CSRF_COOKIE_SECURE", False),
    "hall.E013": ("HALL_CREDIT", "integrations.credit.demo.DemoCredit"),
    "hall.E014": ("HALL_TREASURY", "integrations.treasury.demo.DemoTreasury"),
    "hall.E015": ("HALL_SHARED_SOURCES", ["business_register=integrations.sharing.demo.BusinessRegister"]),
    "hall.E012": ("HALL_BASE_URL", "http://127.0.0.1:8000"),
    "hall.W021": ("CELERY_BROKER_URL", "pgmq://hall@db/hall"),
    "hall.W022": ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}),
    "hall.W023": ("STORAGES", {"vault": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}),
}


@pytest.fixture
def furnished(settings: Settings) -> Settings:
    for name, value in FURNISHED.items():
        setattr(settings, name, value)
    return settings


def reported() -> list[str | None]:
    return [message.id for message in what_production_lacks(None)]


def test_a_furnished_installation_lacks_nothing(furnished: Settings) -> None:
    assert reported() == []


@pytest.mark.parametrize("number", POOR)
def test_each_lack_is_told_by_itself(number: str, furnished: Settings) -> None:
    name, value = POOR[number]
    setattr(furnished, name, value)
    assert reported() == [number]


def test_a_secret_key_made_at_first_start_is_told(furnished: Settings, tmp_path: Path) -> None:
    (tmp_path / "secret-key.txt").write_text("made here")
    furnished.KEY_DIR, furnished.SECRET_KEY = tmp_path, "made here"
    assert reported() == ["hall.E003"]


def test_every_lack_names_what_to_set() -> None:
    assert all(" " in lack.hint and lack.message for lack in LACKS)
    assert len({lack.report().id for lack in LACKS}) == len(LACKS)


def test_what_endangers_people_is_an_error() -> None:
    assert sum(lack.kind is Error for lack in LACKS) == 15
