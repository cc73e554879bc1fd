import pytest
from django.conf import LazySettings


@pytest.fixture(autouse=True)
def own_storages(settings: LazySettings, tmp_path) -> None:
    """Each test writes into folders of its own."""
    settings.STORAGES = {
        alias: {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / alias), "base_url": None},
        }
        for alias in ("default", "quarantine", "vault", "staticfiles")
    }
