"""Who may do what: each rule for one case and, where lists need it, for many. States are the lifecycle's business.

The two forms stand together so that no list shows what a page refuses. 行政许可法 Art. 34–35 and separation of
duties (GB/T 22239 §8.1.4.2): the signer did not examine; the upper agency sees the package, not the lower part.
Whoever avoids a handling (回避) does no deed in it: rules ask ``acts`` and never the duty alone.
"""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from applications import deadlines
from applications.documents.kinds import Kind
from applications.lifecycle import HandlingState
from applications.models import (
    Application,
    Conveyance,
    Extension,
    Handling,
    Licence,
    Material,
    OpinionRequest,
    Role,
    Room,
    Step,
    Suspension,
    ViolationNotice,
)
from hall.accounts.mandates import held_by
from hall.accounts.models import Duty, Post, User
from hall.accounts.models import Kind as AccountKind
from hall.accounts.rules import departments_of, has_duty
from hall.crypto import blind_index
from hall.organisations.models import Department

Visitor = User | AnonymousUser

# What passes between agencies is no paper for the applicant.
INTERNAL = [Kind.PRELIMINARY_OPINION, Kind.SUPERVISION, Kind.INTERNAL_SHEET]

DUTIES = [Duty.WINDOW, Duty.EXAMINER, Duty.SIGNER, Duty.CERTIFICATES, Duty.HEAD, Duty.GOVERNMENT, Duty.SUPERVISOR]

# The head rules on challenges of presiders and so is none.
PRESIDING = [Duty.WINDOW, Duty.EXAMINER, Duty.SIGNER, Duty.CERTIFICATES]


# Who goes to look at what was licensed: case workers with a certificate, never whoever decides what follows.
INSPECTING = [Duty.WINDOW, Duty.EXAMINER]
# Who writes to another agency about a violation, and who answers for their own.
NOTIFYING = [Duty.EXAMINER, Duty.HEAD]


def owned_by(user: Visitor) -> QuerySet[Application]:
    """The cases that are the visitor's own, and those in which they act for somebody by a mandate that holds."""
    return Application.objects.filter(_own(user)) if isinstance(user, User) else Application.objects.none()


def owns(user: Visitor, application: Application) -> bool:
    return user.pk is not None and (application.applicant_id == user.pk or _represents(user, application))


def _represents(user: Visitor, application: Application) -> bool:
    """Art. 29: by a mandate that holds today; once it is revoked or over, the case is as if absent."""
    if not isinstance(user, User) or application.agent_id != user.pk or application.mandate_id is None:
        return False
    return held_by(user).filter(pk=application.mandate_id).exists()


def _own(user: User, of: str = "") -> Q:
    """The same for many; ``of`` leads from the row asked for to its case. Only people act for others."""
    own = Q(**{f"{of}applicant": user.pk})
    if user.kind != AccountKind.PERSON:
        return own
    return own | Q(**{f"{of}agent": user.pk, f"{of}mandate__in": held_by(user)})


def may_open(user: Visitor, handling: Handling) -> bool:
    """Whether this handling is the visitor's to see: never the other level's (Art. 35)."""
    return isinstance(user, User) and any(has_duty(user, duty, handling.department) for duty in DUTIES)


def avoids(user: User, handling: Handling) -> bool:
    """Whether this person keeps out of this handling because of an interest in it."""
    return user.uid in handling.kept_out


def avoided_by(user: User) -> Q:
    """The handlings of which the same is true."""
    return Q(kept_out__contains=[user.uid])


def acts(user: User, duty: Duty, handling: Handling) -> bool:
    """Holds the duty at the handling's department and has no interest in the case."""
    return has_duty(user, duty, handling.department) and not avoids(user, handling)


def may_take_in(user: User, handling: Handling) -> bool:
    """Accept, refuse, or ask for a correction."""
    return acts(user, Duty.WINDOW, handling)


def may_lift_bar(user: User, handling: Handling) -> bool:
    """Art. 78, 79: only the head of the agency takes back what bars an applicant."""
    return acts(user, Duty.HEAD, handling)


def may_supervise(user: User, handling: Handling) -> bool:
    """Watch over the department: allow what the window may not do by itself."""
    return acts(user, Duty.SUPERVISOR, handling)


def may_examine(user: User, handling: Handling) -> bool:
    return acts(user, Duty.EXAMINER, handling)


def examined(user: User, handling: Handling) -> bool:
    """Whether this person gave an opinion in this handling or went to look."""
    if any(by == user.uid for by, _checks in handling.reviewed):
        return True
    inspected = handling.application.has_been_in(Room.INSPECTION)
    return inspected and any(user.uid in officers for officers, _meets in handling.visited)


def may_sign(user: User, handling: Handling) -> bool:
    """Decide, report up or send back: a signer of the department that leads, who did not examine the case."""
    return handling.is_lead and acts(user, Duty.SIGNER, handling) and not examined(user, handling)


def may_terminate(user: User, handling: Handling) -> bool:
    """End the case of somebody who is no more, or for what cannot be any more: a signer of the part that has it."""
    return handling.is_open and handling.is_lead and may_sign(user, handling)


def may_merge(user: User, handling: Handling) -> bool:
    """End a duplicate: the window before acceptance, afterwards a signer."""
    if handling.state == HandlingState.INTAKE:
        return may_take_in(user, handling)
    return may_terminate(user, handling)


def may_void(user: User, handling: Handling) -> bool:
    """Void a case that a technical error made: whoever supervises the department that has it (domain.md §1.3)."""
    return handling.is_open and handling.is_lead and may_supervise(user, handling)


def may_decide_on_the_spot(user: User, handling: Handling) -> bool:
    """An instant item, straight from intake (Art. 34 para. 2): nothing is examined, so nobody has examined it."""
    return handling.application.spec.is_instant and acts(user, Duty.SIGNER, handling)


def may_take_over(user: User, handling: Handling) -> bool:
    """Take a case out of its automatic check: whoever would otherwise accept or decide it."""
    return any(acts(user, duty, handling) for duty in (Duty.WINDOW, Duty.SIGNER))


def may_head(user: User, handling: Handling) -> bool:
    """What the law leaves to the head of the agency."""
    return acts(user, Duty.HEAD, handling)


def may_order_avoidance(user: User, handling: Handling) -> bool:
    """Take an officer off a case: the head of the agency, or whoever watches over it."""
    return may_head(user, handling) or may_supervise(user, handling)


def may_declare_conflict(user: User, handling: Handling) -> bool:
    """Say that one has an interest: everybody who could otherwise do a deed here."""
    return any(acts(user, duty, handling) for duty in (Duty.WINDOW, Duty.EXAMINER, Duty.SIGNER, Duty.CERTIFICATES))


def exam_departments(user: Visitor) -> QuerySet[Department]:
    """Art. 54: whose exams this person plans and marks."""
    return departments_of(user, Duty.EXAMINER) if isinstance(user, User) else Department.objects.none()


def may_reduce_fee(user: User, handling: Handling) -> bool:
    """Let off a fee on a ground that the item publishes: the head of the agency that has or decided the case."""
    return handling.is_lead and acts(user, Duty.HEAD, handling)


def may_issue(user: User, handling: Handling) -> bool:
    """Make the certificate and deliver."""
    return acts(user, Duty.CERTIFICATES, handling)


def may_transfer(user: User, handling: Handling) -> bool:
    """Send the case to the right agency: the window before acceptance, then the head of the department."""
    duty = Duty.WINDOW if handling.state == HandlingState.INTAKE else Duty.HEAD
    return acts(user, duty, handling)


def approver_duty(handling: Handling) -> Duty:
    """Who lengthens the statutory period (Art. 42): the head of the agency; in joint handling, the government."""
    return Duty.HEAD if handling.application.spec.handling_mode == "single" else Duty.GOVERNMENT


def may_answer(user: Visitor, asked: OpinionRequest) -> bool:
    """Give the opinion that a department was asked for: its examiners, who see the question and nothing else."""
    return has_duty(user, Duty.EXAMINER, asked.department)


def may_run_hearing(user: User, handling: Handling) -> bool:
    """Tell of the right, call the hearing, write down what was said (Art. 47, 48)."""
    conducts = acts(user, Duty.EXAMINER, handling) or acts(user, Duty.SIGNER, handling)
    return conducts and handling.is_lead


def may_rule_on_challenge(user: User, handling: Handling) -> bool:
    """Whether a presider has to avoid a hearing is for the head of the agency to say."""
    return acts(user, Duty.HEAD, handling)


def presiders_for(handling: Handling) -> QuerySet[User]:
    """Who may preside over a hearing of this handling: officers of the agency who did not examine it (Art. 48 (3))."""
    posts = Post.objects.filter(department_id=handling.department_id, duty__in=PRESIDING)
    examiners = Step.objects.filter(handling__application_id=handling.application_id, kind="review")
    visits = Handling.objects.filter(application_id=handling.application_id).exclude(inspections=None)
    inspected = [uid for uids in visits.values_list("inspections__officer_uids", flat=True) for uid in uids]
    officers = User.objects.filter(pk__in=posts.values("user"), is_active=True)
    done = examiners.exclude(done_by_uid=None).values_list("done_by_uid", flat=True)
    return officers.exclude(uid__in=[*done, *inspected, *handling.kept_out]).order_by("name", "pk")


def may_preside(user_uid: UUID, handling: Handling) -> bool:
    return presiders_for(handling).filter(uid=user_uid).exists()
def may_answer_supervision(user: User, handling: Handling) -> bool:
    return has_duty(user, Duty.HEAD, handling.department)


def may_propose(user: User, handling: Handling) -> bool:
    """Ask for a special procedure or an extension: an examiner, while the case is examined or waits for its signer."""
    return handling.state in (HandlingState.EXAMINING, HandlingState.DECIDING) and may_examine(user, handling)


def may_answer_suspension(user: User, handling: Handling, suspension: Suspension) -> bool:
    """Stop the clock: a signer or the head, who did neither examine the case nor propose it (domain.md §1.3)."""
    duty = acts(user, Duty.SIGNER, handling) or acts(user, Duty.HEAD, handling)
    return duty and handling.is_open and suspension.proposed_by_uid != user.uid and not examined(user, handling)


def may_extend(user: User, handling: Handling, extension: Extension) -> bool:
    duty = acts(user, Duty(extension.approver), handling)
    return duty and handling.is_open and extension.proposed_by_uid != user.uid


def extension_allowed(handling: Handling) -> int:
    """How many days may be added: what the item says, else what Art. 42 allows; none where another law sets the unit.

    Art. 43 knows no extension of the lower agency's examination, unless the item's own law does; what a joint
    department was given belongs to the limit of the lead.
    """
    application, limit = handling.application, handling.limit
    if not handling.is_lead:
        return 0
    if limit.extension_days or not limit.days or limit.unit != "working":
        return limit.extension_days if limit.days else 0
    if application.spec.handling_mode != "single":
        return deadlines.JOINT_EXTENSION
    below = application.spec.is_two_level and handling.level == "district"
    return 0 if below else deadlines.EXTENSION


def may_assign_testers(user: User, handling: Handling) -> bool:
    """Art. 55: where the item is decided by technical standards, the head names who tests."""
    examining = handling.state == HandlingState.EXAMINING
    return handling.application.spec.technical_inspection and examining and acts(user, Duty.HEAD, handling)


def testers_for(handling: Handling) -> QuerySet[User]:
    """Who may be named: the department's examiners who do not keep out of the case."""
    posts = Post.objects.filter(department=handling.department, duty=Duty.EXAMINER).values("user")
    return User.objects.filter(pk__in=posts, is_active=True).exclude(uid__in=handling.kept_out)


def licences_of(user: Visitor) -> QuerySet[Licence]:
    """The licences that were granted to this account."""
    return Licence.objects.filter(application__applicant_id=user.pk) if user.pk else Licence.objects.none()


def conveyances_to(user: Visitor) -> QuerySet[Conveyance]:
    """The licences that were offered to this account, by its name and its number (Art. 9)."""
    if not isinstance(user, User) or not (code := user.uscc or user.id_number):
        return Conveyance.objects.none()
    return Conveyance.objects.filter(to_code_index=blind_index(code), to_name=user.name)


def licences_watched_by(user: Visitor) -> QuerySet[Licence]:
    """The licences that the visitor's departments issued and answer for."""
    if not isinstance(user, User):
        return Licence.objects.none()
    return Licence.objects.filter(issuer__in=departments_of(user, *DUTIES))


def may_suspend_licence(user: User, licence: Licence) -> bool:
    """Suspend, restore or strike off: a signer of the agency that issued it."""
    return has_duty(user, Duty.SIGNER, licence.issuer)


def may_take_licence(user: User, licence: Licence) -> bool:
    """Withdraw (Art. 8) or revoke (Art. 69): the head of the agency that issued it."""
    return has_duty(user, Duty.HEAD, licence.issuer)


def may_inspect_licence(user: User, licence: Licence) -> bool:
    """Art. 61: write down what an inspection of the holder found; whoever signs went and carries a certificate."""
    return bool(user.enforcement_no) and any(has_duty(user, duty, licence.issuer) for duty in INSPECTING)


def may_notify_violation(user: User, department: Department) -> bool:
    """Art. 64: tell another agency what its licence holder did wrong here."""
    return any(has_duty(user, duty, department) for duty in NOTIFYING)


def may_answer_violation(user: User, notice: ViolationNotice) -> bool:
    return any(has_duty(user, duty, notice.licence.issuer) for duty in NOTIFYING)


def violations_for(user: Visitor) -> QuerySet[ViolationNotice]:
    """Where it was found, and where it is answered once it arrived."""
    if not isinstance(user, User):
        return ViolationNotice.objects.none()
    mine = departments_of(user, *DUTIES)
    arrived = Q(licence__issuer__in=mine, received_at__isnull=False)
    return ViolationNotice.objects.filter(Q(department__in=mine) | arrived)


def papers_for(user: Visitor) -> Q:
    """Papers the visitor may fetch: their own case's, save what is for others, or those of handlings they work on."""
    if not isinstance(user, User):
        return Q(pk__in=[])
    own = _own(user, "application__") & Q(for_applicant=True) & ~Q(kind__in=INTERNAL)
    return own | Q(handling__department__in=departments_of(user, *DUTIES))


def materials_for(user: Visitor) -> QuerySet[Material]:
    """Materials the visitor may fetch: the applicant's own, and those of cases handled by their department.

    The upper agency holds a package that lists the same files, so its handling opens them as well.
    """
    if not isinstance(user, User):
        return Material.objects.none()
    # One that joins or is asked sees what it needs, through its own page.
    leads = Handling.objects.filter(role=Role.LEAD, department__in=departments_of(user, *DUTIES))
    handled = Application.objects.filter(handlings__in=leads)
    return Material.objects.filter(_own(user, "application__") | Q(application__in=handled))
