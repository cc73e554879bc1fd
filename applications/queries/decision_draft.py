"""The draft of a decision: the row that was written, or what the item's template says where nobody wrote one yet."""

from typing import Any

from django.utils.translation import override

from applications.answers import in_words
from applications.lifecycle import CaseState
from applications.models import DecisionCorrection, DecisionDraft, Handling, Role, Room
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


def proposed(handling: Handling) -> dict[str, Any]:
    """What the item's template makes of this application, to begin a draft with."""
    spec = handling.application.spec
    return {
        "granted": True,
        "content": grant_text(handling),
        "found": _filled(on_record(spec.decision.deny), handling),
        "legal_basis": basis_of(spec),
        **terms_of(spec),
    }


def grant_text(handling: Handling) -> str:
    """What a grant allows: the template's words, else those of the item's result."""
    spec = handling.application.spec
    written = on_record(spec.decision.grant)
    return _filled(written, handling) if written else on_record(spec.result.content)


def terms_of(spec: ItemSpec) -> dict[str, Any]:
    """What the item lays down for every grant: the holder's duties, and where the licence holds (Art. 41)."""
    template = spec.decision
    return {"conditions": [on_record(one) for one in template.conditions], "territory": on_record(template.territory)}


def basis_of(spec: ItemSpec) -> list[str]:
    return [on_record(text) for text in spec.basis]


@override("zh-hans")
def _filled(text: str, handling: Handling) -> str:
    if "{" not in text:
        return text
    application = handling.application
    names = {"applicant": application.applicant_name, "item": on_record(application.spec.name)}
    return filled(text, _answers(handling) | names)


def _answers(handling: Handling) -> dict[str, str]:
    """What was answered, in words; above as the package tells it, and nothing else from below (Art. 35)."""
    application = handling.application
    if handling.is_upper:
        sent = {one["label"]: one["text"] for one in handling.package.content["answers"]}
        told = {one.key: sent.get(on_record(one.label), "") for one in application.spec.fields}
    else:
        answers = application.all_answers
        told = {one.key: in_words(one, answers.get(one.key)) for one in application.spec.fields if one.asked(answers)}
    return {f"answers.{key}": text for key, text in told.items()}
