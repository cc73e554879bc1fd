"""Looking a case up by its number and query code, without an account.

Nothing tells whether a number exists: an unknown number and a wrong code get the same words after the same work,
and tries are counted across all processes, by address and by number, before anything is read.
"""

from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from applications.actions.settling import settle_one
from applications.models import Application
from hall.clock import now
from hall.crypto import blind_index
from hall.errors import NotFound
from hall.numbering.codes import read_code
from hall.throttling.spending import spend

QUARTER = 900
TRIES_OF_ADDRESS = 60
TRIES_OF_NUMBER = 10
NOT_FOUND = _("没有找到相符的办件。请核对办件编号和查询码，它们印在接收凭证上。")


def look_up(number: str, code: str, *, address: str) -> Application:
    """The case, as the law has it now. Raises NotFound, whatever did not fit, and TooMany."""
    number, code = read_code(number), read_code(code)
    spend("look_up.address", address, limit=TRIES_OF_ADDRESS, period=QUARTER)
    spend("look_up.number", number, limit=TRIES_OF_NUMBER, period=QUARTER)
    found = Application.objects.filter(case_no=number[:50]).first()
    # An unknown number is compared as well, with a digest that no code has.
    nothing = blind_index(f"no case {number}")
    fits = constant_time_compare(blind_index(code), found.query_code_index if found else nothing)
    if found is None or not fits:
        raise NotFound(NOT_FOUND)
    return current(found)


def current(application: Application) -> Application:
    """What has fallen due is settled by whoever reads first."""
    if application.settle_at and application.settle_at <= now():
        settle_one(application.uid)
    related = ["hall", "offering__department", "item_version"]
    return Application.objects.select_related(*related).get(pk=application.pk)
