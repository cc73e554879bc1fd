"""Telling the applicant what concerns them, inside the deed that makes it so: a message in their space."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from applications.models import Application
from applications.queries.agents import represented
from hall.accounts.models import User
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.workdays.wording import whole_day

CORRECTION = Kind("applications.correction", _("补正"))
DECISION = Kind("applications.decision", _("决定书"))
ENDING = Kind("applications.ending", _("办件终结"))
LICENCE = Kind("applications.licence", _("许可证件"))
MOVED = Kind("applications.moved", _("移送和退回"))
INQUIRY = Kind("applications.inquiry", _("询问"))
PUBLICATION = Kind("applications.publication", _("结果公开"))


def tell_applicant(application: Application, kind: Kind, text: Any, *, key: str, **words: Any) -> None:
    """``text`` is lazy and takes ``words``: a message is kept in Chinese, whatever language whoever acts reads.

    ``key`` names the fact, so that telling it again tells nothing; the message leads to the case.
    """
    with override("zh-hans"):
        said = {name: whole_day(word) if isinstance(word, date) else word for name, word in words.items()}
        for recipient in _recipients(application):
            notify(
                recipient,
                kind,
                str(text) % {"item": application.offering.name, **said},
                key=key,
                hall=application.hall,
                route="apply:case",
                subject_uid=application.uid,
            )


def _recipients(application: Application) -> list[User]:
    """The applicant, and whoever still acts for them."""
    agent = application.agent if represented(application) else None
    return [application.applicant, agent] if agent else [application.applicant]
