"""The draft of a decision: the row that was written, or what the item's template says where nobody wrote one yet."""

from typing import Any

from django.utils.translation import override

from applications.answers import in_words
from applications.lifecycle import CaseState
from applications.models import Application, DecisionCorrection, DecisionDraft, Handling, Role, Room
from applications.models.paper import PaperState
from hall.catalogue.placeholders import filled
from hall.catalogue.spec import ItemSpec, on_record


def drafted(handling: Handling) -> DecisionDraft | None:
    """Asks only cases in which something was drafted."""
    if not handling.application.has_been_in(Room.DRAFTING):
        return None
    return DecisionDraft.objects.filter(handling=handling).first()


def draft_open(handling: Handling) -> DecisionDraft | None:
    """The draft that may still be read and changed: nothing is signed yet."""
    return drafted(handling) if handling.is_open else None


def unserved(handling: Handling) -> list[DecisionCorrection]:
    """Corrections of a decision that had been served before: their papers are still to be served."""
    application = handling.application
    if not application.has_been_in(Room.DRAFTING) or application.state not in (CaseState.DELIVERED, CaseState.CLOSED):
        return []
    owed = DecisionCorrection.objects.filter(decision__handling=handling).select_related("reissued")
    return list(owed.filter(reissued__state__in=[PaperState.DRAFTED, PaperState.PRINTED]))


def decides_here(handling: Handling) -> bool:
    """Whether this part decides: the lower one of Art. 35 only gives an opinion, a joining one as well (Art. 26)."""
    spec = handling.application.spec
    if handling.role != Role.LEAD:
        return False
    return not spec.is_two_level or any(one.kind == "decide" and one.level == handling.level for one in spec.steps)


def proposed(application: Application) -> dict[str, Any]:
    """What the item's template makes of this application, to begin a draft with."""
    template, spec = application.spec.decision, application.spec
    return {
        "granted": True,
        "content": grant_text(application),
        "found": _filled(on_record(template.deny), application),
        "legal_basis": basis_of(spec),
        **terms_of(spec),
    }


def grant_text(application: Application) -> str:
    """What a grant allows: the template's words, else those of the item's result."""
    written = on_record(application.spec.decision.grant)
    return _filled(written, application) if written else on_record(application.spec.result.content)


def terms_of(spec: ItemSpec) -> dict[str, Any]:
    """What the item lays down for every grant: the holder's duties, and where the licence holds (Art. 41)."""
    template = spec.decision
    return {"conditions": [on_record(one) for one in template.conditions], "territory": on_record(template.territory)}


def basis_of(spec: ItemSpec) -> list[str]:
    return [on_record(text) for text in spec.basis]


@override("zh-hans")
def _filled(text: str, application: Application) -> str:
    if "{" not in text:
        return text
    spec, answers = application.spec, application.all_answers
    values = {
        f"answers.{one.key}": in_words(one, answers.get(one.key)) for one in spec.fields if one.asked(answers)
    }
    return filled(text, values | {"applicant": application.applicant_name, "item": on_record(spec.name)})
