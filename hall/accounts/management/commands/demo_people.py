"""``manage.py demo_people [--print]``: staff with posts and applicants, all invented; idempotent."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from hall.accounts.demo import build_applicants, build_staff
from hall.accounts.demo.tour import tour
from hall.organisations.models import Department
from hall.organisations.queries import open_halls


class Command(BaseCommand):
    help = "演示人员：各大厅工作人员及其岗位、申请人（可重复执行）；--print 打印账号和密码"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--print", action="store_true", dest="show", help="打印演示账号、密码和第一步")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.HALL_DEMO:
            raise CommandError("HALL_DEMO 已关闭：正式安装不创建演示账号。")
        staff = build_staff(open_halls(), list(Department.objects.select_related("hall")))
        applicants = build_applicants()
        self.stdout.write(f"演示人员：{len(staff)}名工作人员，{len(applicants)}个申请人账号。")
        if options["show"]:
            self.stdout.write(tour())
