"""Themes of the two doors 个人服务 and 法人服务, in the words of the national service platform."""

from functools import lru_cache

PERSON = (
    "生育收养", "户籍办理", "民族宗教", "教育科研", "就业创业", "设立变更", "准营准办", "职业资格", "婚姻登记",
    "优待抚恤", "规划建设", "住房保障", "社会保障", "证件办理", "交通出行", "旅游观光", "出境入境", "消费维权",
    "公共安全", "司法公证", "环保绿化", "文化体育", "公用事业", "医疗卫生", "死亡殡葬", "其他",
)  # fmt: skip
ORGANISATION = (
    "设立变更", "准营准办", "资质认证", "年检年审", "税收财务", "人力资源", "社会保障", "投资审批", "融资信贷",
    "商务贸易", "涉外服务", "农林牧渔", "国土和规划建设", "交通运输", "环保绿化", "水务气象", "医疗卫生",
    "科技创新", "文体教育", "民族宗教", "质量技术", "检验检疫", "安全生产", "公安消防", "司法公证", "公用事业",
    "档案文物", "其他",
)  # fmt: skip
BY_AUDIENCE = {"person": PERSON, "organisation": ORGANISATION}


@lru_cache(maxsize=1)
def known_topics() -> frozenset[str]:
    return frozenset(PERSON + ORGANISATION)
