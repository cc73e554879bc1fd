"""A case at any point of its life, brought there by the real deeds. The test needs the ``city`` fixture, no more.

    handling = accepted_case()                      # G5 in 渝中区, by 重庆清泉浴室有限公司
    handling = reported_case()                      # two levels: the city's handling, opened from the package
    handling = received_case(LABOUR_DISPATCH, by="yunshang", registered_capital="6000000")   # goes to the city
    clerk(handling, "window")                       # who may act: window examiner signer cert

Each returns the handling as it is in the database, its application beside it.
"""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import override_settings

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.decide import deny, grant
from applications.actions.deliver import deliver
from applications.actions.inspect import record_inspection
from applications.actions.issue import issue
from applications.actions.join_in import join_in
from applications.actions.keep import keep_part, mark_of
from applications.actions.materials import hand_in
from applications.actions.report_up import report_up
from applications.actions.return_down import return_down
from applications.actions.review import review
from applications.actions.start import start
from applications.actions.submit import submit
from applications.models import Application, Handling, Role
from hall.accounts.demo import build_applicants, build_staff
from hall.accounts.demo.staff import HALL_LETTERS, KIND_LETTERS
from hall.accounts.models import User
from hall.catalogue.actions.importing import import_contents
from hall.catalogue.models import Offering, ServiceItem
from hall.catalogue.sources import Source, read_sources
from hall.clock import now
from hall.events.worker import drain
from hall.organisations.models import Department, Hall
from tests.factories.answers import answers_for, pdf
from tests.factories.printing import BLANK
from tests.factories.snapshots import kept, once

PUBLIC_PLACE = "public_place_hygiene"
LABOUR_DISPATCH = "labour_dispatch"
SAND_MINING = "yangtze_sand_mining"
INSTANT = "hygiene_change"
WATER_SUPPLY = "central_water_supply"
_ITEMS = Path(settings.BASE_DIR) / "hall" / "catalogue" / "data" / "items"

_TURN = 500

# A handling. A test knows which nullable columns are filled at its point of the case's life; a type cannot.
Reached = Any

OPINION = "材料齐全，符合法定条件。"
CONTENT = "准予从事申请的活动。"


@cache
def _source(item: str) -> Source:
    return read_sources([_ITEMS / f"{item}.yaml"])[0]


def offering(item: str = PUBLIC_PLACE, *, hall: str = "500103") -> Offering:
    """The item as that hall offers it, imported and published if it is not yet."""
    code = _source(item).content["code"]
    if not ServiceItem.objects.filter(catalog_code=code).exists():
        once(("item", item), lambda: bool(import_contents([_source(item)], publish_complete=True)))
    offered = Offering.objects.select_related("hall", "department", "version", "item")
    return offered.get(catalog_code=code, hall__code=hall)


@kept
def publish(item: str = PUBLIC_PLACE, **changes: Any) -> None:
    """The item with something about it changed, published before any case of it begins."""
    source = _source(item)
    import_contents([Source(source.file, {**source.content, **changes})], publish_complete=True)


def clerk(handling: Reached, role: str) -> User:
    """Who holds this duty at the handling's department, under the demo user name."""
    letters = HALL_LETTERS[handling.hall.code], KIND_LETTERS[handling.department.kind]
    return staff_member("-".join([*letters, role]))


def staff_member(username: str) -> User:
    if not User.objects.filter(username=username).exists():
        once(("staff",), _hire)
    return User.objects.get(username=username)


def _hire() -> None:
    halls = Hall.objects.filter(code__in=HALL_LETTERS)
    build_staff(list(halls), list(Department.objects.select_related("hall").filter(hall__in=halls)))


def draft_case(item: str = PUBLIC_PLACE, *, by: str = "qingquan", hall: str = "500103", **answers: Any) -> Application:
    """Filled in and with every material, ready to be sent."""
    asked = item, by, hall, repr(sorted(answers.items()))
    draft = once(("draft", *asked), lambda: _filled_in(item, by, hall, answers).pk)
    return Application.objects.get(pk=draft)


def _filled_in(item: str, by: str, hall: str, answers: dict[str, Any]) -> Application:
    applicant = build_applicants(only=[by])[by]
    offered = offering(item, hall=hall)
    draft = start(applicant, offered, division_code=hall)
    fill_in(draft, applicant, answers_for(draft.spec, **answers))
    for material in draft.spec.materials:
        hand_in(draft.uid, applicant, material.key, pdf())
    return draft


def fill_in(draft: Application, user: User, answers: dict[str, Any]) -> None:
    """What the pages of the form keep one by one, all at once."""
    fields = draft.spec.fields
    keep_part(draft.uid, user, fields, answers, seen=mark_of(draft, [one.key for one in fields]))


@kept
def received_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    draft = draft_case(item, **asked)
    filed = submit(draft.uid, draft.applicant, truth_stated=True)
    return fresh(filed.handlings.get())


@kept
def correcting_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    handling = received_case(item, **asked)
    key = handling.application.spec.materials[0].key
    entry = {"target": "material", "key": key, "problem": "缺少签字", "requirement": "请签字后重新上传"}
    ask_correction(handling.uid, clerk(handling, "window"), seen=seen(handling), entries=[entry])  # type: ignore[list-item]
    return fresh(handling)


@kept
def accepted_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    handling = received_case(item, **asked)
    return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


@kept
def reviewed_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    """Examined: the signer's turn, to decide or, of two levels, to report up."""
    return examine(accepted_case(item, **asked))


@kept
def examine(handling: Reached) -> Reached:
    """Every review step that is open here, one after the other, and whatever the item wants to be looked at before."""
    if handling.application.spec.must_inspect(handling.level) and not handling.inspections.exists():
        handling = inspected(handling)
    while handling.steps.filter(ended_at=None, kind="review").exists():
        review(
            handling.uid,
            clerk(handling, "examiner"),
            seen=seen(handling),
            favourable=True,
            opinion=OPINION,
            no_conflict=True,
            checks=checks_for(handling),
        )
        handling = fresh(handling)
    return handling


@kept
def inspected(handling: Reached, **told: Any) -> Reached:
    """Two examiners went to look and found everything in order, unless told otherwise."""
    examiner = clerk(handling, "examiner")
    usual = {
        "held_at": now(),
        "place": "申请人的经营场所",
        "officers": [one.uid for one in officers(handling)],
        "facts": "现场布局与图纸一致，设施齐全。",
        "meets": True,
        "result": "现场情况与申请一致。",
        "confirmation": "confirmed",
        "confirmed_by": "现场负责人",
    }
    record_inspection(handling.uid, examiner, seen=seen(handling), **{**usual, **told})
    return fresh(handling)


def officers(handling: Reached) -> list[User]:
    """Two people of the department who carry a certificate of law enforcement."""
    return [clerk(handling, "examiner"), staff_member(f"{HALL_LETTERS[handling.hall.code]}-examiner")]


def checks_for(handling: Reached, **findings: str) -> list[Any]:
    """The item's check-list answered: every point met, save those named here."""
    points = handling.application.spec.checklist
    return [{"key": one.key, "finding": findings.get(one.key, "meets"), "remark": "核对情况说明。"} for one in points]


def written_review(item: str = PUBLIC_PLACE, **other: str) -> dict[str, str]:
    """What the page sends of a favourable opinion on this item."""
    checks = {f"check-{one['key']}": "meets" for one in _source(item).content.get("checklist", ())}
    return {"favourable": "yes", "opinion": OPINION, "no_conflict": "on", **checks, **other}


@kept
def reported_case(**asked: Any) -> Reached:
    """The city's handling of a case of two levels, opened from the package."""
    below = reviewed_case(SAND_MINING, **asked)
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    work()
    return fresh(below.application.handlings.exclude(pk=below.pk).get())


@kept
def returned_case(missing: str = "请补充防洪影响的审查结论。", **asked: Any) -> Reached:
    """The district's handling of a case that the city returned for a supplementary examination."""
    above = reported_case(**asked)
    return_down(above.uid, clerk(above, "signer"), seen=seen(above), missing=missing)
    return fresh(above.application.handlings.exclude(pk=above.pk).get())


@kept
def reported_again(below: Reached) -> Reached:
    """The city's new handling, opened from the second package."""
    below = examine(below)
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    work()
    return fresh(below.application.handlings.latest("id"))


def joint_parts(lead: Reached) -> dict[str, Reached]:
    """The handlings of the departments that join, by the name of their part."""
    return {one.part: fresh(one) for one in lead.application.handlings.filter(role=Role.JOINT).order_by("id")}


@kept
def join(part: Reached, opinion: str = "水源可靠，同意按报告取水。") -> Reached:
    join_in(part.uid, clerk(part, "examiner"), seen=seen(part), favourable=True, opinion=opinion)
    return fresh(part)


@kept
def decided_case(item: str = PUBLIC_PLACE, *, granted: bool = True, **asked: Any) -> Reached:
    return decide(reviewed_case(item, **asked), granted=granted)


@kept
def decide(handling: Reached, *, granted: bool = True) -> Reached:
    signer, version = clerk(handling, "signer"), seen(handling)
    if granted:
        grant(handling.uid, signer, seen=version, content=CONTENT)
    else:
        law = "《中华人民共和国行政许可法》第三十八条第二款"
        deny(handling.uid, signer, seen=version, reasons="经现场核查，不符合卫生标准。", legal_basis=[law])
    return fresh(handling)


@kept
def issued_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    """Granted, the certificate made, every paper printed (blank, see ``work``)."""
    handling = decided_case(item, **asked)
    issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    work()
    return fresh(handling)


@kept
def delivered_case(item: str = PUBLIC_PLACE, **asked: Any) -> Reached:
    """Served and, as the worker does at once, closed."""
    handling = issued_case(item, **asked)
    deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    work()
    return fresh(handling)


@kept
def work() -> None:
    """The worker's turn until nothing is due. Papers come out blank: a test that reads them prints before."""
    with override_settings(**BLANK):
        while drain(_TURN) == _TURN:
            pass


def fresh(handling: Reached) -> Reached:
    """The same handling as the database has it now."""
    return fresh_of(handling.pk)


def fresh_of(key: int) -> Reached:
    return Handling.objects.select_related("application").get(pk=key)


def seen(handling: Reached) -> int:
    """The version that somebody sees who opens the case now."""
    return Application.objects.values_list("version", flat=True).get(pk=handling.application_id)
