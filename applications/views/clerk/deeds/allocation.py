"""Awards and exam results (行政许可法 Art. 53, 54)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.allocation import record_allocation
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.allocation import AllocationForm

DEEDS = (Deed(AllocationForm, record_allocation, _("结果已登记。")),)
