"""The disclosure as the register will hold it: page, preview and record are made of this one text."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.documents.kinds import Ground
from hall.workdays.wording import whole_day
from tracking.disclosure.models import Disclosure
from tracking.register.actions import Publication


def publication_of(disclosure: Disclosure) -> Publication:
    return Publication(
        source_uid=disclosure.uid,
        hall_code=disclosure.hall.code,
        hall_name=disclosure.hall.name,
        item_name=disclosure.item_name,
        issuer_name=disclosure.department.name,
        issuer_uscc=disclosure.department.uscc,
        grantee=disclosure.grantee,
        grantee_is_person=disclosure.grantee_is_person,
        grantee_code=disclosure.grantee_code,
        document_name=disclosure.document_name,
        document_number=disclosure.document_number,
        licence_name=disclosure.licence_name,
        licence_number=disclosure.licence_number,
        content=disclosure.content,
        decided_on=disclosure.decided_on,
        valid_from=disclosure.valid_from,
        valid_to=disclosure.valid_to,
        part_ground=disclosure.part_ground,
    )


@override("zh-hans")
def lines_of(publication: Publication) -> list[tuple[str, str]]:
    """The same words as label and text, for the applicant to read before anybody else."""
    of = publication
    told = [
        (_("行政相对人名称"), of.grantee),
        (_("统一社会信用代码"), of.grantee_code),
        (_("事项名称"), of.item_name),
        (_("许可内容"), of.content),
        (_("部分内容不予公开的理由"), str(Ground(of.part_ground).label) if of.part_ground else ""),
        (_("决定文书"), f"{of.document_name}　{of.document_number}"),
        (_("许可证件"), f"{of.licence_name}　{of.licence_number}".strip()),
        (_("决定日期"), whole_day(of.decided_on)),
        (_("有效期"), _validity(of.valid_from, of.valid_to)),
        (_("许可机关"), of.issuer_name),
    ]
    return [(str(label), text) for label, text in told if text]


def _validity(first: date | None, last: date | None) -> str:
    if first is None:
        return _("以许可证件为准")
    until = whole_day(last) if last else _("长期")
    return _("%(first)s至%(last)s") % {"first": whole_day(first), "last": until}
