"""Dates, numbers of days and suspensions as they are typed after a command; each refusal names what is wrong."""

from argparse import ArgumentTypeError
from datetime import date

from hall.workdays.periods import Suspension

# Ten years of working days: what lies beyond is a slip of the finger.
MOST_DAYS = 2600


def a_date(text: str) -> date:
    try:
        # fromisoformat alone would also read 20260210 and 2026-W07-2.
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ArgumentTypeError(f"日期“{text}”不存在或写法不对，应为2026-02-10的形式")
    return day


def days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_DAYS):
        raise ArgumentTypeError(f"天数“{text}”应为0到{MOST_DAYS}之间的整数")
    return int(text)


def suspension(text: str) -> Suspension:
    first, dots, last = text.partition("..")
    begin = a_date(first)
    end = a_date(last) if dots else begin
    if end < begin:
        raise ArgumentTypeError(f"中止期间“{text}”的结束日期早于开始日期")
    return Suspension(begin, end)


def division(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        raise ArgumentTypeError(f"区划代码“{text}”应为6位数字")
    return text
