"""The paragraph that tells what a person may do against a paper (domain.md §2.2).

行政复议法 Art. 20: 60 days, and up to a year if organ or period was not told; Art. 22: an act served through
the internet names the internet channel too; Art. 23: some acts go to reconsideration first; Art. 24: the
government at the organ's level hears it. 行政诉讼法 Art. 45, 46: six months, 15 days after reconsideration.
"""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from applications.documents.facts import Organ
from hall.errors import Incomplete


class Way(StrEnum):
    EITHER = "either"
    RECONSIDERATION_FIRST = "reconsideration_first"


_COURT = "有管辖权的人民法院"
_EITHER = (
    "如不服本{act}，可以自收到本{act}之日起六十日内，依照《中华人民共和国行政复议法》的规定，"
    "向{organ}申请行政复议；也可以自收到本{act}之日起六个月内，"
    "依照《中华人民共和国行政诉讼法》的规定，直接向{court}提起行政诉讼。"
)
_FIRST = (
    "如不服本{act}，应当先自收到本{act}之日起六十日内，依照《中华人民共和国行政复议法》的规定，"
    "向{organ}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内，"
    "向{court}提起行政诉讼。"
)


def remedies(organ: Organ, act: str, *, electronic: bool = True, way: Way = Way.EITHER) -> list[str]:
    """The paragraphs for an adverse paper called ``act``; refuses when the law's minimum cannot be told."""
    if not organ.reconsideration_organ:
        raise Incomplete(_("承办部门尚未登记行政复议机关，不能出具对申请人不利的文书。"))
    if electronic and not organ.reconsideration_url:
        raise Incomplete(_("承办部门尚未登记互联网行政复议渠道，不能以电子方式送达此文书。"))
    words = _FIRST if way is Way.RECONSIDERATION_FIRST else _EITHER
    told = [words.format(act=act, organ=organ.reconsideration_organ, court=organ.court or _COURT)]
    if organ.reconsideration_url:
        told.append(f"通过互联网申请行政复议的渠道：{organ.reconsideration_url}")
    return told
