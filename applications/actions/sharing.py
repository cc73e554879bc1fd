"""Fetching a material where it is held already, instead of asking the applicant for it (行政许可法 Art. 33).

Of a person only with consent (个人信息保护法 Art. 13, 23): it says what is fetched, from whom, for what. What came is a
material of the case, kept with its source, its moment and its digest. When nothing comes, the file is uploaded.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.materials import entry_of, put_in, round_for
from applications.models import Application, Material
from applications.queries.mine import my_case
from hall.accounts.models import Kind, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.catalogue.sharing import Asked, Found, Source, ask, sources
from hall.catalogue.spec import Material as MaterialSpec
from hall.catalogue.spec import on_record
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, Refused
from hall.files.actions import store

# What the answer of a source is kept as: every system reads it, and its digest stays.
TEXT = "text/plain; charset=utf-8"


class NothingShared(Refused):
    """The source holds nothing valid of this applicant."""

    status, code = 422, "nothing_shared"


def fetch_shared(uid: UUID, user: User, *, key: str, consented: bool = False) -> Material:
    """Fetch one material of a draft, or of an open correction, from the source that the item names.

    Raises SharingAway or NothingShared, both with the way out: uploading it.
    """
    application = my_case(user, uid)
    entry = entry_of(application, key)
    source = source_of(entry)
    if source is None:
        raise NotAllowed(_("这份材料不能通过数据共享获取，请上传。"))
    round_for(application, key)
    about = application.applicant
    if about.kind == Kind.PERSON and user.pk != about.pk:
        raise NotAllowed(_("申请人的个人信息须经本人同意才能获取，代办人不能代为同意，请上传这份材料。"))
    if about.kind == Kind.PERSON and not consented:
        problem = _("获取您的个人信息须经您同意，请勾选；不同意的，请自行上传材料。")
        raise Incomplete(problem, fields={"consented": [problem]})
    # Before the case is locked: a slow source must not hold anybody up.
    found = ask(source, _question(application, about, entry))
    record(
        "shared.asked",
        actor=actor_of(user),
        hall_code=application.hall.code,
        subject_uid=application.uid,
        changes={"material": key, "source": _word(entry), "found": "yes" if found else "no"},
    )
    if found is None:
        words = {"source": source.label}
        raise NothingShared(_("在“%(source)s”中没有查到您现在有效的数据，请自行上传这份材料。") % words)
    return _keep(application, user, entry, source, found)


def source_of(entry: MaterialSpec) -> Source | None:
    """Where this material is fetched; none where the item names none or the installation lost it."""
    return sources().get(_word(entry))


def _word(entry: MaterialSpec) -> str:
    return entry.data_share_source.source if entry.data_share_source else ""


def _question(application: Application, about: User, entry: MaterialSpec) -> Asked:
    share = entry.data_share_source
    return Asked(
        holder_code=about.uscc or about.id_number,
        holder_name=about.name,
        holder_kind=about.kind,
        of=share.of if share else "",
        item_name=on_record(application.spec.name),
    )


@override("zh-hans")
def _keep(application: Application, user: User, entry: MaterialSpec, source: Source, found: Found) -> Material:
    label, at = str(source.label), now()
    head = [
        (_("共享数据核验单"), found.title),
        (_("数据来源"), f"{label}　{source.holder}"),
        (_("获取时间"), at.astimezone().isoformat(timespec="seconds")),
        (_("用于"), f"{on_record(application.spec.name)}　{on_record(entry.name)}"),
        (_("来源方查询号"), found.reference),
    ]
    text = "\n".join(f"{name}：{said}" for name, said in [*head, *found.facts] if said) + "\n"
    name = f"{on_record(entry.name)}（共享获取）.txt"
    file = store(text.encode(), name=name, kind=TEXT, hall_code=application.hall.code, owner_uid=user.uid)
    consented_at = at if application.applicant.kind == Kind.PERSON else None
    return put_in(application.uid, entry.key, file, shared_from=label, consented_at=consented_at)
