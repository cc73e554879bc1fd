"""A session that died with its server is not handed to the next visitor."""

import pytest
from django.db import connection

from hall.organisations.models import Hall

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_pooled_session_that_died_is_replaced_before_it_is_used():
    connection.ensure_connection()
    assert connection.settings_dict["OPTIONS"]["pool"]
    pid = connection.connection.info.backend_pid
    killer = connection.copy()
    with killer.cursor() as cursor:
        connection.close()
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    killer.close()

    assert Hall.objects.count() == 0
    assert connection.connection.info.backend_pid != pid
