"""The draft of what is asked about a licence: it begins with the data of the case that last moved the licence."""

from applications import filling
from applications.actions.start import check_may_apply
from applications.models import Application, Licence, Purpose
from hall.accounts.models import User
from hall.clock import now


def begin_draft(licence: Licence, user: User, purpose: Purpose) -> Application:
    """Raises as ``check_may_apply`` does."""
    last = last_case(licence)
    offering = last.offering
    check_may_apply(user, offering)
    draft = Application(
        applicant=user,
        offering=offering,
        division_code=last.division_code,
        hall=offering.hall,
        item_version=offering.version,
        applicant_kind=user.kind,
        applicant_name=user.name,
        purpose=purpose,
        held_licence=licence,
    )
    carry_over(last, draft)
    draft.save()
    return draft


def last_case(licence: Licence) -> Application:
    """The case whose answers are those of the licence as it stands."""
    moved = licence.entries.exclude(application=None).exclude(kind="deemed_renewed").order_by("-id").first()
    found = Application.objects.select_related("offering__hall", "offering__version", "item_version")
    pk = moved.application_id if moved and moved.application_id else licence.application_id
    return found.get(pk=pk)


def carry_over(last: Application, draft: Application) -> None:
    """What the form of today still asks; what it asks anew is left open.

    Nothing personal of the holder goes over to whoever takes the licence over (个人信息保护法 Art. 6).
    """
    carried = last.all_answers
    if draft.purpose == Purpose.TRANSFER:
        personal = {one.key for one in last.spec.fields if one.personal}
        carried = {key: value for key, value in last.answers.items() if key not in personal}
    answers, _problems = filling.fill(draft.spec, carried, whole=False)
    draft.keep_answers(answers)
    draft.saved_at = now()
