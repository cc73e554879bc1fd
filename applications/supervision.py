"""The rules that supervision watches (效能监管, domain.md §7.4; 行政许可法 Art. 72): what each is called, how grave.

R08 has no event: no deed refuses, denies, voids or ends a case without its reason. R10 watches fees.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from hall.workdays.lamp import Lamp


@dataclass(frozen=True, slots=True)
class Watched:
    label: Any
    level: Lamp


RULES = {
    "R01": Watched(_("五个工作日没有作出是否受理的处理，视为受理"), Lamp.RED),
    "R02": Watched(_("第二次补正告知增加了新的内容"), Lamp.RED),
    "R03": Watched(_("受理后要求提交材料"), Lamp.AMBER),
    "R04": Watched(_("超过承诺期限"), Lamp.AMBER),
    "R05": Watched(_("超过法定期限"), Lamp.RED),
    "R06": Watched(_("环节超时"), Lamp.AMBER),
    "R07": Watched(_("下级机关转报超期"), Lamp.RED),
    "R08": Watched(_("不予受理、不予许可或者作废没有理由"), Lamp.RED),
    "R09": Watched(_("特别程序没有书面告知或者超过告知的时间"), Lamp.AMBER),
    "R10": Watched(_("收费与公布的不一致"), Lamp.RED),
    "R11": Watched(_("受理时缺少必要的材料"), Lamp.AMBER),
    "R12": Watched(_("事后补录"), Lamp.AMBER),
    "R13": Watched(_("十个工作日没有送达"), Lamp.RED),
    "R14": Watched(_("七个工作日没有公示"), Lamp.RED),
    "R15": Watched(_("建议投诉办理超期"), Lamp.AMBER),
    "R16": Watched(_("督办没有按期答复"), Lamp.RED),
    "R17": Watched(_("违反受理的先后顺序"), Lamp.RED),
    "R18": Watched(_("应当举行的听证没有举行"), Lamp.RED),
}


def level_of(rule: str, told: str = "") -> Lamp:
    """What the event itself says wins: a complaint that is late turns from amber to red."""
    if told:
        return Lamp(told)
    return RULES[rule].level if rule in RULES else Lamp.AMBER
