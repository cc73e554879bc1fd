"""What a clerk does about fees (行政许可法 Art. 58, 59)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.fees import reduce_fee
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.fees import ReduceFeeForm

DEEDS = (Deed(ReduceFeeForm, reduce_fee, _("已批准减免。")),)
