"""From the content of an item file to its typed values. Content has passed checking.py; nothing is refused here."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hall.catalogue.fees import fees_of
from hall.catalogue.limits import LEVELS, LimitUnclear, limit_of, limits_by_level
from hall.catalogue.spec import (
    POWER_OF_ATTORNEY,
    STATEMENT_DAYS,
    STOPS_THE_CLOCK,
    Automatic,
    AutomaticRule,
    CheckPoint,
    Choice,
    Commitment,
    DecisionTemplate,
    DenialGround,
    Exam,
    FormField,
    InspectionRule,
    ItemSpec,
    JointPart,
    Level,
    Limit,
    Material,
    Quota,
    Renewal,
    Result,
    Route,
    Section,
    SharedSource,
    SpecialProcedure,
    Step,
    Tolerance,
    Warning,
)

Content = Mapping[str, Any]
# The kind of Art. 39 that a result has where its file names none.
CERTIFICATE_KINDS = {"certificate": "licence", "approval": "approval_document", "other": "other"}


def spec_of(content: Content) -> ItemSpec:
    """The typed reading of one version; a draft may leave parts empty."""
    limits = content.get("limits", {})
    statutory = _statutory(content)
    return ItemSpec(
        code=content["code"],
        name=content["name"],
        task_type=content.get("task_type", "01"),
        applicants=tuple(content.get("applicants", ())),
        online_allowed=content.get("online_allowed", False) and not content.get("secrecy", False),
        min_real_name_level=content.get("min_real_name_level", 2),
        statutory=_first(statutory, content),
        statutory_by_level=statutory,
        promise=_limit(limits.get("promise")),
        correction=_limit(limits.get("correction")),
        steps=steps_of(content),
        sections=tuple(_section(one) for one in content.get("form", {}).get("sections", ())),
        materials=tuple(_material(one) for one in content.get("materials", ()) if one["key"] != POWER_OF_ATTORNEY.key),
        power_of_attorney=_power_of_attorney(content),
        routes=tuple(Route(one["level"], one.get("when")) for one in content.get("routes", ())),
        warnings=tuple(Warning(one["text"], one.get("when")) for one in content.get("warnings", ())),
        result=_result(content.get("result", {})),
        basis=tuple(content.get("basis", ())),
        hearing_required=content.get("hearing_required", False),
        licence_category=content.get("licence_category", _category(content)),
        allocation=content.get("allocation", "ordinary"),
        quota=_quota(content.get("quota")),
        exam=_exam(content.get("exam")),
        sample=content.get("demo", False),
        safety_related=content.get("safety_related", False),
        lapse_basis=limits.get("lapse_basis", ""),
        automatic=_automatic(content.get("automatic")),
        decision=_decision(content.get("decision", {})),
        content=content,
        special_procedures=tuple(_procedure(one) for one in content.get("special_procedures", ())),
        technical_inspection=content.get("technical_inspection", _inspects_technically(content)),
        inspection=InspectionRule(**content["inspection"]) if "inspection" in content else None,
        checklist=tuple(CheckPoint(**one) for one in content.get("checklist", ())),
        statement_days=content.get("statement_days", STATEMENT_DAYS),
        handling_mode=content.get("handling_mode", "single"),
        joint=tuple(_part(one) for one in content.get("joint", ())),
        fees=fees_of(content.get("fees", {})),
        agent_allowed=content.get("agent_allowed", True),
        in_person_basis=content.get("in_person_basis", ""),
        transferable=content.get("transferable", False),
        transfer_basis=content.get("transfer_basis", ""),
    )


def _category(content: Content) -> str:
    """行政许可法 Art. 12, 53-55: which of its kinds a way of deciding belongs to, where the file names none."""
    if content.get("technical_inspection", _inspects_technically(content)):
        return "核准"
    return {"bid_auction": "特许", "exam": "认可"}.get(content.get("allocation", ""), "普通")


def _inspects_technically(content: Content) -> bool:
    return bool(content.get("inspection", {}).get("kind") == "technical")


def steps_of(content: Content) -> tuple[Step, ...]:
    """The blueprint; a step written for several levels becomes one step at each of them."""
    return tuple(_step(one, level) for one in content.get("steps", ()) for level in _listed(one["level"]))


def is_two_level(content: Content) -> bool:
    return any(one.get("kind") == "report_up" for one in content.get("steps", ()))


def spans_levels(content: Content) -> bool:
    """Two levels each with a period of their own, though the application is filed at one of them."""
    written = content.get("limits", {}).get("statutory")
    offered = {offer["level"] for offer in content.get("offered_by", ())}
    by_level = isinstance(written, Mapping) and {"district", "city"} <= set(written)
    return is_two_level(content) or (by_level and offered == {"district"})


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _limit(written: Any) -> Limit:
    """A period, or the words of one that cannot be computed (drafts only)."""
    if written is None:
        return Limit(None)
    try:
        return limit_of(written)
    except LimitUnclear:
        return Limit(None, note=written)


def _statutory(content: Content) -> dict[Level, Limit]:
    written = content.get("limits", {}).get("statutory")
    try:
        return limits_by_level(written, two_level=is_two_level(content))
    except LimitUnclear:
        return dict.fromkeys(LEVELS, _limit(written))


def _first(by_level: Mapping[Level, Limit], content: Content) -> Limit:
    """The period of the level that takes the application."""
    steps = steps_of(content)
    return by_level.get(steps[0].level if steps else "district") or next(iter(by_level.values()))


def _step(one: Mapping[str, Any], level: Level) -> Step:
    return Step(
        name=one["name"],
        title=one["title"],
        kind=one["kind"],
        level=level,
        department=one["department"],
        days=one["days"],
        next=one.get("next", ""),
        opinion_required=one.get("opinion_required", one["kind"] in {"review", "report_up", "decide"}),
        standard=one.get("standard", ""),
    )


def _part(one: Mapping[str, Any]) -> JointPart:
    """One department of joint handling; what it needs to see is kept apart from seeing nothing."""
    needs: dict[str, Any] = {name: tuple(one[name]) for name in ("fields", "materials") if name in one}
    given = {name: one[name] for name in ("name", "title", "level", "department", "days", "standard") if name in one}
    return JointPart(**given, **needs)


def _section(one: Mapping[str, Any]) -> Section:
    return Section(one["title"], tuple(field_of(field) for field in one["fields"]))


def field_of(one: Mapping[str, Any]) -> FormField:
    """One question with its choices, columns and bounds."""
    return FormField(
        key=one["key"],
        label=one["label"],
        type=one["type"],
        required=one.get("required", True),
        personal=one.get("personal", False),
        help=one.get("help", ""),
        example=one.get("example", ""),
        purpose=one.get("purpose", ""),
        choices=tuple(Choice(choice["value"], choice["label"]) for choice in one.get("choices", ())),
        columns=tuple(field_of(column) for column in one.get("columns", ())),
        when=one.get("when"),
        least=_decimal(one.get("least")),
        most=_decimal(one.get("most")),
        max_length=one.get("max_length", 2000 if one["type"] == "long_text" else 500),
    )


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _material(one: Mapping[str, Any]) -> Material:
    given = {name: one[name] for name in Material.__slots__ if name in one}
    if "accept" in one:
        given["accept"] = tuple(one["accept"])
    if "commitment" in one:
        given["commitment"] = Commitment(**one["commitment"])
    if "tolerance" in one:
        given["tolerance"] = Tolerance(**one["tolerance"])
    if "data_share_source" in one:
        given["data_share_source"] = SharedSource(**one["data_share_source"])
    return Material(**given)


def _power_of_attorney(content: Content) -> Material:
    """As the item's own list describes it, which only an agent is asked for; otherwise the usual one."""
    own = (one for one in content.get("materials", ()) if one["key"] == POWER_OF_ATTORNEY.key)
    return next((_material(one) for one in own), POWER_OF_ATTORNEY)


def _automatic(written: Content | None) -> Automatic | None:
    if written is None:
        return None
    return Automatic(**{**written, "rules": tuple(AutomaticRule(**one) for one in written["rules"])})


def _procedure(one: Mapping[str, Any]) -> SpecialProcedure:
    """The eight kinds stop the clock by law; a kind of the item's own only where the file says so."""
    stops = one["kind"] in STOPS_THE_CLOCK or one.get("stops_clock", False)
    given = {name: one[name] for name in ("name", "kind", "days", "basis", "note") if name in one}
    return SpecialProcedure(**given, stops_clock=stops)


def _result(one: Mapping[str, Any]) -> Result:
    given = {name: one[name] for name in Result.__slots__ if name in one}
    usual = {"kind": "other", "name": "", "certificate_kind": CERTIFICATE_KINDS[one.get("kind", "other")]}
    return Result(**{**usual, **given, "renewal": _renewal(one), "shows": tuple(one.get("shows", ()))})


def _renewal(one: Mapping[str, Any]) -> Renewal | None:
    """A licence without an end needs no renewal; one with an end has it by law, on the item's terms (Art. 50)."""
    if not one.get("valid_years"):
        return None
    written = one.get("renewal", {})
    given = {name: written[name] for name in ("before_days", "opens_days") if name in written}
    if "reminders" in written:
        given["reminders"] = tuple(sorted(written["reminders"], reverse=True))
    return Renewal(**given)


def _quota(one: Mapping[str, Any] | None) -> Quota | None:
    return Quota(one["number"], one.get("period", "total")) if one else None


def _exam(one: Mapping[str, Any] | None) -> Exam | None:
    return Exam(**{name: one.get(name, "") for name in Exam.__slots__}) if one else None


def _decision(one: Mapping[str, Any]) -> DecisionTemplate:
    return DecisionTemplate(
        grant=one.get("grant", ""),
        deny=one.get("deny", ""),
        grounds=tuple(DenialGround(why["key"], why["text"], why["basis"]) for why in one.get("grounds", ())),
        conditions=tuple(one.get("conditions", ())),
        territory=one.get("territory", ""),
    )
