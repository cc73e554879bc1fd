import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from hall.workdays.calendars import calendar_for
from hall.workdays.models import CalendarYear
from hall.workdays.rest_days import forecast


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments: str) -> CommandError:
    with pytest.raises(CommandError) as refused:
        run(*arguments)
    return refused.value


@pytest.mark.django_db
class TestDeadline:
    def test_it_prints_the_date_and_the_rule(self):
        said = run("deadline", "--start", "2026-02-10", "--days", "20")
        assert "2026年3月16日（星期一）" in said
        assert "《行政许可法》第八十二条" in said
        assert "其中调休上班日：2月14日（春节调休上班）、2月28日（春节调休上班）。" in said

    def test_machines_get_the_same_as_json(self):
        shown = json.loads(run("deadline", "--start", "2026-02-10", "--days", "20", "--json"))
        assert (shown["start"], shown["due"], shown["days"]) == ("2026-02-10", "2026-03-16", 20)
        assert len(shown["counted"]) == 20
        assert shown["skipped"][0] == {"date": "2026-02-15", "reason": "春节"}
        assert shown["provisional"] is False
        assert shown["calendar_version"] == calendar_for("500000").version
        assert shown["explanation"]

    def test_a_suspension_moves_the_end(self):
        shown = json.loads(
            run("deadline", "--start", "2026-02-10", "--days", "20", "--suspend", "2026-03-05..2026-03-12", "--json")
        )
        assert shown["due"] == "2026-03-24"
        assert [each["date"] for each in shown["excluded"]] == [f"2026-03-{day:02d}" for day in range(5, 13)]

    def test_suspensions_may_be_repeated_and_overlap(self):
        gaps = ["--suspend", "2026-03-05..2026-03-12", "--suspend", "2026-03-09..2026-03-12", "--suspend", "2026-09-01"]
        shown = json.loads(run("deadline", "--start", "2026-02-10", "--days", "20", *gaps, "--json"))
        assert shown["due"] == "2026-03-24"

    def test_natural_days_and_months(self):
        natural = run("deadline", "--start", "2026-09-25", "--days", "7", "--unit", "natural", "--json")
        month = run("deadline", "--start", "2026-01-31", "--days", "1", "--unit", "month", "--json")
        assert json.loads(natural)["due"] == "2026-10-08"
        assert json.loads(month)["due"] == "2026-02-28"

    def test_a_year_without_notice_is_called_provisional(self):
        assert "暂定" in run("deadline", "--start", "2026-12-20", "--days", "20")

    @pytest.mark.parametrize(
        ("arguments", "word"),
        [
            (["--start", "2026-02-30", "--days", "5"], "2026-02-30"),
            (["--start", "20260210", "--days", "5"], "20260210"),
            (["--start", "2026-02-10", "--days", "-1"], "天数"),
            (["--start", "2026-02-10", "--days", "5.5"], "天数"),
            (["--start", "2026-02-10", "--days", "999999"], "天数"),
            (["--start", "2026-02-10", "--days", "5", "--suspend", "2026-03-12..2026-03-05"], "早于"),
            (["--start", "2026-02-10", "--days", "5", "--suspend", "2026-02-29..2026-03-05"], "2026-02-29"),
            (["--start", "2026-02-10", "--days", "5", "--division", "渝中"], "6位"),
            (["--start", "9999-12-30", "--days", "20"], "范围"),
            (["--days", "20"], "--start"),
        ],
    )
    def test_what_cannot_be_is_refused_with_a_clear_word(self, arguments, word):
        assert word in str(refusal("deadline", *arguments))

    def test_the_shell_sees_exit_code_two(self):
        command = [sys.executable, "manage.py", "deadline", "--start", "2026-02-30", "--days", "5"]
        done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "2026-02-30" in done.stderr


@pytest.mark.django_db
class TestCalendarImport:
    @pytest.fixture
    def notice(self, tmp_path: Path) -> Path:
        path = tmp_path / "notice.csv"
        rows = "".join(f"{row.date},{row.name},1\n" for row in forecast(2027))
        path.write_text("date,name,is_off_day\n" + rows, encoding="utf-8")
        return path

    def test_a_notice_is_loaded_once(self, notice):
        call = ["calendar_import", str(notice), "--year", "2027", "--notice", "国办发明电〔2026〕7号"]
        assert "工作日历版本" in run(*call)
        assert not CalendarYear.objects.get(year=2027).provisional
        assert "没有变化" in run(*call)

    def test_a_region_gets_days_of_its_own(self, notice):
        run("calendar_import", str(notice), "--region", "500243", "--notice", "彭水府发〔2026〕1号")
        assert CalendarYear.objects.get(year=2027).provisional

    def test_a_notice_of_the_wrong_year_is_refused(self, notice):
        refused = refusal("calendar_import", str(notice), "--year", "2028", "--notice", "国办发")
        assert refused.returncode == 2
        assert "不属于2028年" in str(refused)

    def test_it_must_be_said_for_which_year_or_region(self, notice):
        refusal("calendar_import", str(notice), "--notice", "国办发")

    def test_a_preview_tells_what_would_move_and_changes_nothing(self, notice):
        call = ["calendar_import", str(notice), "--year", "2027", "--notice", "国办发明电〔2026〕7号", "--preview"]
        assert "共有0件的期限会变动；日历没有改动" in run(*call)
        assert CalendarYear.objects.get(year=2027).provisional
