import pytest

from hall.errors import Invalid
from hall.workdays.kinds import DayKind
from hall.workdays.notices import check_notice, packaged, read_notice
from hall.workdays.rest_days import forecast


@pytest.fixture
def table(tmp_path):
    def write(text: str, encoding: str = "utf-8"):
        path = tmp_path / "notice.csv"
        path.write_text(text, encoding=encoding)
        return path

    return write


def refusal(call, *args) -> str:
    with pytest.raises(Invalid) as refused:
        call(*args)
    return str(refused.value.message)


def test_rest_and_worked_days_are_read(table):
    rows = read_notice(table("date,name,is_off_day\n2027-02-05,春节,1\n2027-02-13,春节,0\n2027-02-12,春节,1\n"))
    assert [row.kind for row in rows] == [DayKind.STATUTORY, DayKind.WORK, DayKind.REST]


def test_a_table_saved_by_a_spreadsheet_program_is_read(table):
    assert len(read_notice(table("date,name,is_off_day\n2027-01-01,元旦,1\n", "utf-8-sig"))) == 1


@pytest.mark.parametrize(
    "row", ["2027-02-30,春节,1", "2027-2-5,春节,1", "2027-02-05,,1", "2027-02-05,春节,是", "2027-02-05"]
)
def test_a_row_that_cannot_be_read_is_named_by_its_line(table, row):
    assert "第3行" in refusal(read_notice, table(f"date,name,is_off_day\n2027-01-01,元旦,1\n{row}\n"))


def test_a_missing_column_is_named(table):
    assert "is_off_day" in refusal(read_notice, table("date,name\n2027-01-01,元旦\n"))


def test_a_file_that_is_absent_or_no_text_is_refused(table, tmp_path):
    assert "无法读取" in refusal(read_notice, tmp_path / "absent.csv")
    assert "UTF-8" in refusal(read_notice, table("date,name,is_off_day\n2027-01-01,元旦,1\n", "gbk"))


def test_a_notice_that_forgets_a_statutory_day_is_refused():
    rows = [row for row in forecast(2027) if row.name != "清明节"]
    assert "2027-04-05（清明节）" in refusal(check_notice, rows, 2027)


def test_a_notice_of_another_year_is_refused():
    assert "不属于2027年" in refusal(check_notice, forecast(2028), 2027)


def test_a_day_that_is_told_twice_is_refused():
    rows = forecast(2027)
    assert "两次" in refusal(check_notice, [*rows, rows[0]], 2027)


def test_an_empty_notice_is_refused():
    assert "没有任何日期" in refusal(check_notice, [], 2027)


def test_every_packaged_notice_would_be_accepted():
    for year, (_url, rows) in packaged().items():
        check_notice(rows, year)
