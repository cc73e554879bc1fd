"""Taking the files that came with a form: each is judged by itself, so that one bad file loses no good one."""

from uuid import UUID

from django.http import HttpRequest

from applications.actions.materials import hand_in
from applications.filling import Problems
from applications.forms.uploads import Asked
from hall.accounts.models import User
from hall.errors import Invalid, Refused, TooLarge
from hall.files.scanning import ScannerAway


def take_uploads(request: HttpRequest, uid: UUID, user: User, asked: Asked) -> tuple[int, Problems, int]:
    """How many were taken, the problems by place, and the status that the worst of them deserves."""
    taken, problems, status = 0, Problems(), 200
    for material, _present in asked:
        place = f"material.{material.key}"
        for upload in request.FILES.getlist(place):
            try:
                hand_in(uid, user, material.key, upload)
                taken += 1
            except (Invalid, TooLarge, ScannerAway) as refusal:
                problems[place] = [_words(refusal)]
                status = max(status, refusal.status)
    return taken, problems, status


def _words(refusal: Refused) -> str:
    return str(refusal.message)
