"""The button beside an upload that fetches the material where it is held (行政许可法 Art. 33)."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from applications.actions.sharing import NothingShared, fetch_shared
from applications.models import Application
from hall.accounts.models import User
from hall.catalogue.sharing import SharingAway
from hall.errors import Incomplete


class Fetching:
    """What became of it: words of success, or the problem by material, with the upload still there."""

    def __init__(self, request: HttpRequest, draft: Application, user: User) -> None:
        self.request, self.draft, self.user = request, draft, user
        self.told, self.status = "", 200
        self.problems: dict[str, str] = {}

    def take(self) -> "Fetching":
        key = self.request.POST.get("fetch", "")
        if not key:
            return self
        consented = self.request.POST.get(f"fetch-{key}") == "yes"
        try:
            material = fetch_shared(self.draft.uid, self.user, key=key, consented=consented)
        except (Incomplete, NothingShared, SharingAway) as refusal:
            self.problems[key], self.status = str(refusal.message), refusal.status
            return self
        self.told = _("已从“%(source)s”获取。") % {"source": material.shared_from}
        return self
