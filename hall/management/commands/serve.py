"""``manage.py serve``: the whole hall on one machine, as ``make run`` starts it."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hall import database, env
from hall.serving import endings
from hall.serving.preparation import prepare
from hall.serving.processes import end_all
from hall.serving.programs import programs
from hall.serving.readiness import NotReady, wait_for_home_page
from hall.serving.supervisor import Fallen, Supervisor
from hall.serving.welcome import words


class Command(BaseCommand):
    help = "Prepare the database and the demo city, then run web server, worker and beat until interrupted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=env.number("PORT", 8000))

    def handle(self, *, port: int, **options: Any) -> None:
        endings.listen()
        make = endings.Make()
        try:
            people = prepare(self._say)
            self._serve(port, people, make)
        except endings.Ending:
            pass
        except (Fallen, NotReady, database.DatabaseUnavailable) as problem:
            raise CommandError(str(problem)) from None
        finally:
            endings.ignore()
            database.take_down()
        self._say("==> Ended; nothing is left running")

    def _serve(self, port: int, people: str, make: endings.Make) -> None:
        running = programs(port)
        supervisor = Supervisor(running, self._say, self._keep_database)
        try:
            self._say("==> Web server and workers")
            supervisor.start()
            self._wait(port, supervisor)
            self._say(words(f"http://127.0.0.1:{port}/", people, str(settings.VAR_DIR / "log")))
            supervisor.watch(make)
        finally:
            endings.ignore()
            self._say("==> Ending")
            end_all(running)

    def _wait(self, port: int, supervisor: Supervisor) -> None:
        try:
            wait_for_home_page(port, supervisor.look)
        except NotReady as problem:
            raise NotReady(f"{problem} Its reasons are in {settings.VAR_DIR / 'log' / 'web.log'}") from None

    def _keep_database(self) -> None:
        if not settings.DATABASE_URL:
            database.bring_up()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
