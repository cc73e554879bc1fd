"""The decision paper of a wording: the same function draws the preview and what is signed, so that both read alike.

行政许可法 Art. 38 (in writing, with reasons), Art. 40 (published), Art. 41 (where a licence holds).
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from applications.documents.builders import Denial, Grant
from applications.documents.builders.content import Content
from applications.documents.kinds import Attribute
from applications.models import Handling, Wording
from applications.queries.case_facts import case_facts
from applications.queries.hearings import adoption_of
from hall.catalogue.spec import Result, on_record
from hall.clock import today

# Art. 41: without a limit in the law, a licence holds in the whole country.
NATIONWIDE = "依法没有地域限制，在全国范围内有效"


@override("zh-hans")
def paper_of(handling: Handling, wording: Wording, *, rules: Sequence[str] = (), corrects: str = "") -> Content:
    """``rules`` granted it automatically; ``corrects`` is the number of the paper that this one takes the place of."""
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


def _grant(handling: Handling, wording: Wording, rules: Sequence[str], corrects: str) -> Grant:
    result = handling.application.spec.result
    begins, ends = validity(wording, result)
    return Grant(
        case_facts(handling),
        accepted_on=_accepted_on(handling),
        scope=wording.content,
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


def validity(wording: Wording, result: Result) -> tuple[date, date | None]:
    """From when to when: as written, else from today for as many years as the item says."""
    begins = wording.valid_from or today()
    return begins, wording.valid_to or valid_until(result, begins)


def valid_until(result: Result, start: date) -> date | None:
    """The last day of validity: the day before the same day, so many years on; none without an end."""
    if not result.valid_years:
        return None
    try:
        same_day = start.replace(year=start.year + result.valid_years)
    except ValueError:  # 29 February
        same_day = start.replace(year=start.year + result.valid_years, month=3, day=1)
    return date.fromordinal(same_day.toordinal() - 1)
