"""The other ways beside an upload: a promise signed or a later day chosen, and either taken back."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from applications.actions.stand_ins import postpone, promise, reconsider
from applications.forms.stand_ins import LaterForm, PromiseForm
from applications.models import Application
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.errors import Incomplete, Refused


class Chosen:
    """What became of the buttons that were pressed: words of success, or the form that did not go through."""

    def __init__(self, request: HttpRequest, draft: Application, user: User) -> None:
        self.request, self.draft, self.user = request, draft, user
        self.told = ""
        self.tried: PromiseForm | LaterForm | None = None

    def take(self) -> "Chosen":
        post = self.request.POST
        if key := post.get("promise"):
            self._promise(key)
        elif key := post.get("later"):
            self._postpone(key)
        elif key := post.get("reconsider"):
            reconsider(self.draft.uid, self.user, key=key)
            self.told = _("已撤回，请重新选择提交方式。")
        return self

    def _promise(self, key: str) -> None:
        form = PromiseForm(key, self.request.POST)
        form.full_clean()
        try:
            promise(self.draft.uid, self.user, key=key, **form.cleaned_data)
            self.told = _("承诺已签署。提交申请以前可以改变主意。")
        except Incomplete as refusal:
            self._lay(form, refusal)

    def _postpone(self, key: str) -> None:
        form = LaterForm(key, self.request.POST)
        form.full_clean()
        try:
            postpone(self.draft.uid, self.user, key=key, **form.cleaned_data)
            self.told = _("已选择受理后补交。提交申请以前可以改变主意。")
        except Incomplete as refusal:
            self._lay(form, refusal)

    def _lay(self, form: PromiseForm | LaterForm, refusal: Refused) -> None:
        pin(form, refusal)
        for field in form.fields.values():
            field.required = True
        self.tried = form
