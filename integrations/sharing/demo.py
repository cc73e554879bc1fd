"""A demonstration of a business register: it answers from the account that asks, and says so.

``check --deploy`` refuses an installation that still names it.
"""

from django.utils.translation import gettext_lazy as _

from hall.accounts.models import User
from hall.catalogue.sharing import Asked, Found, Source
from hall.numbering.checks import uscc_problem


class BusinessRegister(Source):
    label = _("企业登记信息（演示）")
    holder = _("市场监督管理部门（演示）")
    is_demo = True
    is_remote = False
    about = ("organisation",)

    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        if uscc_problem(asked.holder_code):
            return None
        company = User.objects.filter(uscc=asked.holder_code).first()
        if company is None:
            return None
        facts = [
            ("名称", company.name),
            ("统一社会信用代码", company.uscc),
            ("法定代表人", company.legal_representative),
            ("登记状态", "存续（演示）"),
        ]
        return Found("营业执照", tuple((label, text) for label, text in facts if text), company.uscc)
