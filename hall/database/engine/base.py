"""The engine that DATABASES names when no DATABASE_URL is given."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import base, client

from hall.database.binaries import fitting
from hall.database.lifetime import bring_up


class DatabaseClient(client.DatabaseClient):
    """``manage.py dbshell`` with the psql that belongs to the server."""

    def runshell(self, parameters: Iterable[str]) -> None:
        self.executable_name = str(fitting(bring_up()) / "psql")
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        bring_up()
        return super().get_new_connection(conn_params)
