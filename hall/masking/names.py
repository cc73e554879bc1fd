"""Names of natural persons: the surname stays, the rest becomes stars of the same number."""

import re

# Names of several parts are written with a middle dot, of which people type many kinds, or with blanks.
_SEPARATOR = re.compile(r"([·•‧・．.\s]+)")

_WRITTEN = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶
太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良
漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 南荣
东里 即墨 淳于 达奚 褚师 纳兰 完颜 耶律 爱新觉罗 叶赫那拉
"""
COMPOUND_SURNAMES = frozenset(_WRITTEN.split())


def _surname_length(name: str) -> int:
    """A name needs at least one character after its surname: 欧阳 alone is read as 欧 with the name 阳."""
    return next((n for n in (4, 2) if len(name) > n and name[:n] in COMPOUND_SURNAMES), 1)


def _stars(text: str) -> str:
    return "".join(part if _SEPARATOR.fullmatch(part) else "*" * len(part) for part in _SEPARATOR.split(text))


def mask_name(name: str) -> str:
    """张小满 becomes 张**, 欧阳明 欧阳*, 阿依古丽·买买提 阿***·***; a single character is hidden whole."""
    name = name.strip()
    if len(name) < 2:
        return _stars(name)
    kept = 1 if _SEPARATOR.search(name) else _surname_length(name)
    return name[:kept] + _stars(name[kept:])
