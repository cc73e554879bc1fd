"""The drafter corrects the wording; a natural person's name never comes back in (domain.md §5 (c), §8.3)."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.documents.kinds import Ground
from applications.models import Application
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.errors import Incomplete, NotAllowed
from hall.masking import mask_name
from tracking.disclosure.actions.consulting import show
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.events import Rewritten
from tracking.disclosure.masking import names_person
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import drafting_bar

# XK_NR of the disclosure standard.
LONGEST_CONTENT = 4000


def rewrite(
    uid: UUID, user: User, *, seen: int, grantee: str, content: str, part_ground: str = ""
) -> Disclosure:
    """Keep what was written; it is still to be confirmed by sending it to review."""
    with locked(uid, seen=seen) as disclosure:
        put(disclosure, user, grantee=grantee, content=content, part_ground=part_ground)
        announce(disclosure, Rewritten(), by=user)
        return disclosure


def put(disclosure: Disclosure, user: User, *, grantee: str, content: str, part_ground: str = "") -> None:
    """Write the words into a held draft; ``part_ground`` says why a part is left out (条例 Art. 37)."""
    if bar := drafting_bar(user, disclosure):
        raise NotAllowed(bar)
    disclosure.rewrite()
    grantee, content = grantee.strip(), content.strip()
    if problems := problems_of(disclosure, grantee, content, part_ground):
        raise Incomplete(_("公示内容还需要修改。"), fields=problems)
    disclosure.grantee, disclosure.content, disclosure.part_ground = grantee, content, part_ground
    show(disclosure)


def problems_of(disclosure: Disclosure, grantee: str, content: str, part_ground: str = "") -> dict[str, list[str]]:
    """What keeps these words from being published, by field."""
    problems: dict[str, list[str]] = {}
    if part_ground and part_ground not in Ground.values:
        problems["part_ground"] = [_("请从列表中选择理由。")]
    if not grantee or not content:
        empty = [name for name, text in {"grantee": grantee, "content": content}.items() if not text]
        problems |= {name: [_("请填写。")] for name in empty}
    if len(content) > LONGEST_CONTENT:
        problems["content"] = [_("不能超过 %(most)d 个字。") % {"most": LONGEST_CONTENT}]
    return problems | (_person_shows(disclosure, grantee, content) if disclosure.grantee_is_person else {})


def _person_shows(disclosure: Disclosure, grantee: str, content: str) -> dict[str, list[str]]:
    name = _applicant_name(disclosure)
    told = _("这里出现了自然人的姓名全称，请改为“%(masked)s”。") % {"masked": mask_name(name)}
    shows: dict[str, list[str]] = {}
    if grantee and mask_name(grantee) != grantee:
        shows["grantee"] = [told]
    if names_person(content, name):
        shows["content"] = [told]
    return shows


def _applicant_name(disclosure: Disclosure) -> str:
    return Application.objects.values_list("applicant_name", flat=True).get(uid=disclosure.application_uid)
