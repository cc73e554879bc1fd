"""``python -m tests.performance.register 1000000``: one volume, filled and measured in a database of its own.

The volume stays, so that a second run goes on where the first was; the last line printed is the result as JSON.
"""

import json
import os
import sys
from dataclasses import asdict

os.environ["DJANGO_SETTINGS_MODULE"] = "hall.settings"
os.environ.setdefault("HALL_TEST_DATABASE", "1")
os.environ["HALL_DB_POOL"] = "1"
os.environ["HALL_LOG_LEVEL"] = "ERROR"

import django

if __name__ == "__main__":
    django.setup()
    from tests.performance.register import running

    print(json.dumps(asdict(running.run(int(sys.argv[1])))))
