"""What every record of a visit by officers must say of the inspected side (行政许可法 Art. 34, 61)."""

from django.utils.translation import gettext as _

from applications.models import Confirmation
from hall.errors import Incomplete


def check_confirmed(confirmation: str, confirmed_by: str, remark: str) -> None:
    """Who was there signs; who objects, refuses or is absent leaves a word why."""
    if confirmation not in Confirmation:
        raise Incomplete(_("请选择确认情况。"), fields={"confirmation": [_("请选择。")]})
    if confirmation != Confirmation.ABSENT and not confirmed_by.strip():
        raise Incomplete(_("请写明在场的人。"), fields={"confirmed_by": [_("请写明被检查人一方在场人员的姓名。")]})
    if confirmation != Confirmation.CONFIRMED and not remark.strip():
        raise Incomplete(_("请注明情况。"), fields={"remark": [_("没有签字确认的，请注明情况。")]})
