"""Themes of the two doors 个人服务 and 法人服务, in the words of the national service platform."""

from functools import lru_cache

from django.utils.translation import gettext_noop as _

PERSON = (
    _("生育收养"), _("户籍办理"), _("民族宗教"), _("教育科研"), _("就业创业"), _("设立变更"),
    _("准营准办"), _("职业资格"), _("婚姻登记"), _("优待抚恤"), _("规划建设"), _("住房保障"),
    _("社会保障"), _("证件办理"), _("交通出行"), _("旅游观光"), _("出境入境"), _("消费维权"),
    _("公共安全"), _("司法公证"), _("环保绿化"), _("文化体育"), _("公用事业"), _("医疗卫生"),
    _("死亡殡葬"), _("其他"),
)  # fmt: skip
ORGANISATION = (
    _("设立变更"), _("准营准办"), _("资质认证"), _("年检年审"), _("税收财务"), _("人力资源"),
    _("社会保障"), _("投资审批"), _("融资信贷"), _("商务贸易"), _("涉外服务"), _("农林牧渔"),
    _("国土和规划建设"), _("交通运输"), _("环保绿化"), _("水务气象"), _("医疗卫生"), _("科技创新"),
    _("文体教育"), _("民族宗教"), _("质量技术"), _("检验检疫"), _("安全生产"), _("公安消防"),
    _("司法公证"), _("公用事业"), _("档案文物"), _("其他"),
)  # fmt: skip
BY_AUDIENCE = {"person": PERSON, "organisation": ORGANISATION}


@lru_cache(maxsize=1)
def known_topics() -> frozenset[str]:
    return frozenset(PERSON + ORGANISATION)
