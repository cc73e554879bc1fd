"""Tries are counted across processes: two servers together allow no more than one would."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from hall import env
from hall.throttling.models import Allowance
from tracking.progress.searching import TRIES_OF_NUMBER

# One interpreter becomes two servers before either has spoken to the database. Each tries as often as one alone may,
# and says how often it was told to wait.
SERVERS = """
import os
import django; django.setup()
from hall.errors import NotFound, TooMany
from tracking.progress.searching import TRIES_OF_NUMBER, look_up
other = os.fork()
waits = []
for turn in range(TRIES_OF_NUMBER):
    try:
        look_up("NOSUCHNUMBER", "AAAAAAAAAA", address=f"203.0.113.{turn}")
    except NotFound:
        pass
    except TooMany as refusal:
        waits.append(refusal.retry_after)
os.write(1, f"{len(waits)} {min(waits, default=0)} {max(waits, default=0)}\\n".encode())
if other and os.waitpid(other, 0)[1]:
    raise SystemExit("the other server failed")
"""


@pytest.mark.django_db(transaction=True)
def test_two_servers_count_together():
    command = [sys.executable, "-c", SERVERS]
    servers = subprocess.run(command, env=_same_database(), stdout=subprocess.PIPE, text=True, timeout=120, check=True)
    told = [tuple(map(int, line.split())) for line in servers.stdout.splitlines()]
    assert len(told) == 2
    assert sum(refused for refused, _least, _most in told) == TRIES_OF_NUMBER
    assert all(0 < least <= most <= 900 for refused, least, most in told if refused)
    assert Allowance.objects.get(bucket="look_up.number").spent == 2 * TRIES_OF_NUMBER


def _same_database() -> dict[str, str]:
    url = env.broker_url(connection.settings_dict).replace("pgmq", "postgresql", 1)
    told = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "hall.settings", "HALL_KEY_DIR": str(settings.KEY_DIR)}
    return {**os.environ, **told}
