"""Invented names of organisations, made as real Chongqing names are made (data/SOURCE.md). Seeded, so repeatable."""

import json
from pathlib import Path
from random import Random

_STATS = json.loads((Path(__file__).parent / "data" / "company_name_stats.json").read_text("utf-8"))
_OTHER = "其他"
# Characters that owners like; which of them come first is weighted, as in any register.
_LIKED = (
    "华盛泰鑫瑞源宏达兴隆祥和顺丰嘉美佳诚信德福林海天云龙凤金玉山川江河春秋东南西北明阳光辉煌博雅文昌荣利民安康宁远"
    "航宇星辰乐善智慧创新联合众力强固建业立基永恒久正大同仁济世开元启程卓越品优良木石水火土风雷电雨雪梅兰竹菊松柏"
    "桂枫桐柳荷莲蓉芳菲翠碧青蓝紫红黄白黑银铜铁钢晶莹珠宝琳琅琪瑶珂珊瑚锦绣绮罗绫缎丝绸棉麻羽翼鹏鹰鹤鸿雁燕鸥"
    "骏马虎豹麒麟狮象鹿渝巴蜀嘉陵涪綦黔武夔"
)


def _choices(name: str) -> tuple[list[str], list[int]]:
    kept = [(word, count) for word, count in _STATS[name] if word != _OTHER]
    return [word for word, _count in kept], [count for _word, count in kept]


def _trades() -> tuple[list[str], list[int]]:
    """The tails that are words of their own; those that were cut out of a suffix or a place are not."""
    cut = ("公司", "重庆", "作社", "店", "部", "所", "处", "厅", ")", "）", "庆", "站", "行", "点")
    kept = [(word, count) for word, count in _STATS["trade_tail_top400"] if not any(each in word for each in cut)]
    return [word for word, _count in kept], [count for _word, count in kept]


_PREFIXES, _SUFFIXES, _TRADES = _choices("prefix_freq_top60"), _choices("suffix_freq"), _trades()
_LENGTHS = ([int(length) for length in _STATS["length_hist"]], list(_STATS["length_hist"].values()))
_WEIGHTS = [1 / (rank + 8) for rank in range(len(_LIKED))]
TRADES = _TRADES[0]


def names(chance: Random, count: int) -> list[str]:
    """So many names, in the lengths that real ones have; the same for the same chance."""
    prefixes = chance.choices(*_PREFIXES, k=count)
    trades = chance.choices(*_TRADES, k=count)
    suffixes = chance.choices(*_SUFFIXES, k=count)
    lengths = chance.choices(*_LENGTHS, k=count)
    letters = iter(chance.choices(_LIKED, _WEIGHTS, k=count * 4))
    made = []
    for prefix, trade, suffix, length in zip(prefixes, trades, suffixes, lengths, strict=True):
        own = min(max(length - len(prefix) - len(trade) - len(suffix), 2), 4)
        made.append(prefix + "".join(next(letters) for _ in range(own)) + trade + suffix)
    return made
