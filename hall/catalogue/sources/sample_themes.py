"""Which themes a sample of each kind of department stands under; the table of samples does not say."""

from collections.abc import Sequence

from hall.catalogue.topics import BY_AUDIENCE

BY_KIND: dict[str, tuple[str, ...]] = {
    "发展改革": ("投资审批",),
    "经济信息": ("准营准办",),
    "教育": ("教育科研", "文体教育"),
    "公安": ("公共安全", "公安消防"),
    "民政": ("设立变更",),
    "民族宗教": ("民族宗教",),
    "司法行政": ("司法公证", "职业资格"),
    "财政": ("税收财务", "职业资格"),
    "人力资源社会保障": ("人力资源", "社会保障", "就业创业"),
    "规划自然资源": ("国土和规划建设", "规划建设"),
    "住房城乡建设": ("国土和规划建设", "资质认证", "规划建设"),
    "城市管理": ("公用事业",),
    "交通运输": ("交通运输", "交通出行"),
    "水利": ("水务气象",),
    "农业农村": ("农林牧渔", "准营准办"),
    "乡镇人民政府": ("规划建设",),
    "商务": ("商务贸易",),
    "文化旅游": ("文体教育", "文化体育"),
    "体育": ("文体教育", "文化体育"),
    "新闻出版": ("文体教育",),
    "卫生健康": ("医疗卫生",),
    "应急管理": ("安全生产",),
    "消防救援": ("公安消防", "公共安全"),
    "生态环境": ("环保绿化",),
    "市场监管": ("准营准办", "质量技术"),
    "林业": ("农林牧渔", "环保绿化"),
    "气象": ("水务气象",),
    "烟草专卖": ("准营准办",),
    "人民防空": ("国土和规划建设",),
    "金融管理": ("融资信贷",),
    "邮政管理": ("公用事业",),
    "档案": ("档案文物", "其他"),
}


def topics_of(kind: str, applicants: Sequence[str]) -> list[str]:
    """The themes of the kind that stand behind a door of these applicants."""
    doors = {topic for audience in applicants for topic in BY_AUDIENCE[audience]}
    return [topic for topic in BY_KIND.get(kind, ()) if topic in doors] or ["其他"]
