"""Run the scenarios that are still to do, then add the results to docs/faults.md."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Before Django reads its settings: durable data of our own, which a test database is not.
os.environ["HALL_VAR_DIR"] = str(ROOT / "var" / "faults")
os.environ["DJANGO_SETTINGS_MODULE"] = "hall.settings"
for name in ("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "HALL_TEST_DATABASE"):
    os.environ.pop(name, None)

import django  # noqa: E402

if __name__ == "__main__":
    django.setup()
    from tests.faults.running import run_all

    sys.exit(run_all(ROOT))
