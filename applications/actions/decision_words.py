"""What every wording of a decision must say before it is signed (行政许可法 Art. 38, 55; domain.md §8.1, R08)."""

from django.utils.translation import gettext as _

from applications.actions.opinions import check_opinion
from applications.documents.kinds import Attribute
from applications.models import Words
from hall.errors import Incomplete


def check_words(words: Words, *, technical: bool = False) -> None:
    """Raises Incomplete for a grant of nothing, a denial without reason or law, and a withheld paper without ground.

    ``technical``: the item is decided by technical standards, and a denial cites the one that was not met.
    """
    problems = _grant(words) if words.granted else _denial(words, technical=technical)
    withheld, ground = words.disclosure_attr == Attribute.NONE, words.non_disclosure_ground
    if withheld and not ground:
        problems["non_disclosure_ground"] = [_("不予公开的，请选择理由。")]
    if ground and not withheld:
        problems["non_disclosure_ground"] = [_("只有不予公开的才选择理由。")]
    if problems:
        raise Incomplete(_("决定书还不完整。"), fields=problems)
    if not words.granted:
        check_opinion(words.reasons)


def _grant(words: Words) -> dict[str, list[str]]:
    problems = {}
    if not words.content.strip():
        problems["content"] = [_("请填写许可内容。")]
    begins, ends = words.valid_from, words.valid_to
    if begins and ends and ends < begins:
        problems["valid_to"] = [_("有效期止不能早于有效期起。")]
    return problems


def _denial(words: Words, *, technical: bool) -> dict[str, list[str]]:
    problems = {} if words.legal_basis else {"legal_basis": [_("请写明法律依据。")]}
    if technical and not words.technical_standard.strip():
        problems["technical_standard"] = [_("不予许可的，应当写明所依据的技术标准（《行政许可法》第五十五条）。")]
    return problems
