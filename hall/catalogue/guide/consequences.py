"""What an applicant should know before asking: why it may be denied, what becomes of a correction, what a lie costs.

行政许可法 Art. 38 (reasons and law), Art. 32 (4) (one complete list of what to correct), Art. 78, 79 (false materials).
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from hall.catalogue.spec import ItemSpec, said
from hall.catalogue.wording import limit_in_words


def denial_grounds(spec: ItemSpec) -> Sequence[tuple[str, str]]:
    """Each reason with the law that it rests on."""
    return [(said(one.text), said(one.basis)) for one in spec.decision.grounds]


def corrections(spec: ItemSpec) -> Sequence[str]:
    """How long a correction may take, and what follows when none comes."""
    if spec.correction.days is None:
        return []
    told = _("材料不齐全或者不符合法定形式的，会一次性告知需要补正的全部内容，请在%(limit)s内补正。")
    return [told % {"limit": limit_in_words(spec.correction)}, _unanswered(spec)]


def _unanswered(spec: ItemSpec) -> str:
    if not spec.lapse_basis:
        return _("逾期没有补正的，不会自动办结；受理机关书面说明理由后依法处理，您可以重新申请。")
    words = {"basis": said(spec.lapse_basis)}
    return _("逾期没有补正的，依照%(basis)s，本次申请自动办结，您可以重新申请。") % words


def false_materials(spec: ItemSpec) -> Sequence[str]:
    """The bars are those of items that concern safety; a warning and a revocation are everybody's."""
    if not spec.safety_related:
        return [
            _("隐瞒有关情况或者提供虚假材料的，不予受理或者不予许可，并给予警告（《行政许可法》第七十八条）。"),
            _("以欺骗、贿赂等不正当手段取得许可的，依法撤销许可（《行政许可法》第六十九条）。"),
        ]
    return [
        _(
            "隐瞒有关情况或者提供虚假材料的，不予受理或者不予许可，给予警告，一年内不得再次申请（《行政许可法》第七十八条）。"
        ),
        _(
            "以欺骗、贿赂等不正当手段取得许可的，依法撤销许可，三年内不得再次申请（《行政许可法》第六十九条、第七十九条）。"
        ),
    ]
