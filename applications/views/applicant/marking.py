"""The marks on the last page before filing: set with one reason for several things, or taken back one by one."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from applications.actions.claims import claim, unclaim
from applications.forms.marks import MarkForm
from applications.models import Application
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.errors import Incomplete


class Marking:
    """What became of the button that was pressed: words of success, or the form that did not go through."""

    def __init__(self, request: HttpRequest, draft: Application, user: User) -> None:
        self.request, self.draft, self.user = request, draft, user
        self.told = ""
        self.tried: MarkForm | None = None

    def take(self) -> "Marking":
        place = self.request.POST["mark"].replace("\0", "")
        if place != "new":
            unclaim(self.draft.uid, self.user, place=place)
            self.told = _("已取消标注。")
            return self
        form = MarkForm(self.draft, self.request.POST)
        if not form.is_valid() or not self._done(form):
            self.tried = form
        return self

    def _done(self, form: MarkForm) -> bool:
        try:
            claim(self.draft.uid, self.user, **form.cleaned_data)
        except Incomplete as refusal:
            pin(form, refusal)
            return False
        self.told = _("已标注。提交申请以前可以取消。")
        return True
