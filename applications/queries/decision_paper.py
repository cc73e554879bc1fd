"""The decision paper of a wording: the same function draws the preview and what is signed, so that both read alike.

行政许可法 Art. 38 (in writing, with reasons), Art. 40 (published), Art. 41 (where a licence holds).
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

from django.utils.translation import override

from applications.documents.builders import Changed, ChangeDecision, Denial, Grant, RenewalDecision
from applications.documents.builders.content import Content
from applications.documents.kinds import Attribute
from applications.models import Application, Handling, Licence, Purpose, Wording
from applications.queries.case_facts import case_facts
from applications.queries.certificate import shown_of
from applications.queries.conveyances import request_of
from applications.queries.hearings import adoption_of
from hall.catalogue.spec import Result, on_record
from hall.clock import local_date, today

# Art. 41: without a limit in the law, a licence holds in the whole country.
NATIONWIDE = "依法没有地域限制，在全国范围内有效"


@override("zh-hans")
def paper_of(handling: Handling, wording: Wording, *, rules: Sequence[str] = (), corrects: str = "") -> Content:
    """``rules`` granted it automatically; ``corrects`` is the number of the paper that this one takes the place of."""
    if special := _of_purpose(handling, wording, corrects):
        return special
    if wording.granted:
        return _grant(handling, wording, rules, corrects)
    return Denial(
        case_facts(handling),
        accepted_on=_accepted_on(handling),
        found=wording.content or wording.reasons,
        reasons=tuple(line for line in wording.reasons.splitlines() if line.strip()),
        legal_basis=tuple(wording.legal_basis),
        technical_standard=wording.technical_standard,
        corrects=corrects,
        hearing=adoption_of(handling.application),
    )


def _of_purpose(handling: Handling, wording: Wording, corrects: str) -> Content | None:
    """Renewal and change are decided in papers of their own (Art. 49, 50; D-24, D-25).

    Whoever takes a licence over is granted one of their own (Art. 9).
    """
    application, licence = handling.application, handling.application.held_licence
    if licence is None or application.purpose in (Purpose.REPLACEMENT, Purpose.TRANSFER):
        return None
    common: dict[str, Any] = {
        "licence_name": licence.name,
        "licence_no": licence.number,
        "granted": wording.granted,
        "corrects": corrects,
        "reasons": tuple(line for line in wording.reasons.splitlines() if line.strip()),
        "legal_basis": tuple(wording.legal_basis),
    }
    if application.purpose == Purpose.CHANGE:
        return ChangeDecision(case_facts(handling), changes=tuple(_changes(licence, application, wording)), **common)
    assert licence.valid_to is not None
    return RenewalDecision(
        case_facts(handling),
        old_until=licence.valid_to,
        asked_on=local_date(application.received_at) if application.received_at else None,
        new_until=validity_in(application, wording)[1] if wording.granted else None,
        **common,
    )


def _changes(licence: Licence, application: Application, wording: Wording) -> Iterator[Changed]:
    if wording.granted and licence.content != wording.content:
        yield Changed("许可内容", licence.content, wording.content)
    if licence.holder_name != application.applicant_name:
        yield Changed("持证人名称", licence.holder_name, application.applicant_name)
    before = dict(licence.shown)
    for label, text in shown_of(application) if wording.granted else ():
        if before.get(label, "") != text:
            yield Changed(label, before.get(label, ""), text)


def validity_in(application: Application, wording: Wording) -> tuple[date, date | None]:
    """A renewal goes on where the licence ends; a change or a replacement moves no end."""
    licence, result = application.held_licence, application.spec.result
    if licence is None:
        # A signer who writes an earlier end means that one.
        begins = wording.valid_from or min(_start_asked_for(application), wording.valid_to or date.max)
        return begins, wording.valid_to or _end_asked_for(application, begins)
    if application.purpose == Purpose.RENEWAL and licence.valid_to:
        begins = licence.valid_to + timedelta(days=1)
        return begins, wording.valid_to or valid_until(result, begins)
    return wording.valid_from or today(), licence.valid_to


def _grant(handling: Handling, wording: Wording, rules: Sequence[str], corrects: str) -> Grant:
    result = handling.application.spec.result
    begins, ends = validity_in(handling.application, wording)
    return Grant(
        case_facts(handling),
        accepted_on=_accepted_on(handling),
        scope=wording.content,
        review_summary=request_of(handling.application),
        legal_basis=tuple(wording.legal_basis),
        conditions=tuple(wording.conditions),
        valid_from=begins,
        valid_until=ends,
        territory=wording.territory or NATIONWIDE,
        certificate_name=on_record(result.name) if result.kind == "certificate" else "",
        rules=tuple(rules),
        published=wording.disclosure_attr in ("", Attribute.ACTIVE),
        corrects=corrects,
        hearing=adoption_of(handling.application),
    )


def _accepted_on(handling: Handling) -> date:
    accepted_on = handling.application.accepted_on
    assert accepted_on is not None
    return accepted_on


def _start_asked_for(application: Application) -> date:
    """The first day that was applied for, where the item asks for one, and never before the decision."""
    key = application.spec.result.begins_by
    answer = application.all_answers.get(key) if key else None
    return max(today(), date.fromisoformat(str(answer))) if answer else today()


def _end_asked_for(application: Application, begins: date) -> date | None:
    """The end that was applied for, where the item asks for one, and never later than the item's own years allow."""
    result = application.spec.result
    most = valid_until(result, begins)
    answer = application.all_answers.get(result.ends_by) if result.ends_by else None
    if not answer:
        return most
    asked = _last_day(str(answer), begins)
    # Decided after the last day that was asked for, it holds on this one; a signer who means another writes it.
    return max(begins, min(asked, most) if most else asked)


def _last_day(answer: str, begins: date) -> date:
    """An answer is a date or a number of days, the first of which counts."""
    with suppress(ValueError):
        return date.fromisoformat(answer)
    return begins + timedelta(days=max(ceil(Decimal(answer)), 1) - 1)


def valid_until(result: Result, start: date) -> date | None:
    """The last day of validity: the day before the same day, so many years on; none without an end."""
    if not result.valid_years:
        return None
    try:
        same_day = start.replace(year=start.year + result.valid_years)
    except ValueError:  # 29 February
        same_day = start.replace(year=start.year + result.valid_years, month=3, day=1)
    return date.fromordinal(same_day.toordinal() - 1)
