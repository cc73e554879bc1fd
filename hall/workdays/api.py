"""The calculator over the API: the same question as on its page, the same answer as of ``manage.py deadline``."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hall.errors import Invalid
from hall.organisations.requests import hall_of
from hall.workdays.day_by_day import day_by_day
from hall.workdays.due import CountedKind
from hall.workdays.forms import DeadlineForm

QUESTION = [
    OpenApiParameter("start", str, required=True, description="起算日，如2026-03-02；当日不计入"),
    OpenApiParameter("days", int, required=True, description="期限；按月计算时为月数"),
    OpenApiParameter("unit", str, enum=["working", "natural", "month"], description="不写为working（工作日）"),
    OpenApiParameter("division", str, description="区划代码；不写为本大厅的"),
    OpenApiParameter("suspend", str, many=True, description="依法扣除的时间，如2026-03-10..2026-03-24，可以重复"),
    OpenApiParameter("version", str, description="日历版本；不写为现行日历"),
]


class ReasonSerializer(serializers.Serializer[Any]):
    date = serializers.DateField()
    reason = serializers.CharField(allow_blank=True)


class DaySerializer(serializers.Serializer[Any]):
    date = serializers.DateField()
    kind = serializers.ChoiceField([kind.value for kind in CountedKind])
    number = serializers.IntegerField(help_text="期限的第几日，0为不计入")
    note = serializers.CharField(allow_blank=True)


class DueSerializer(serializers.Serializer[Any]):
    """A due date with every day on the way."""

    start = serializers.DateField()
    due = serializers.DateField()
    days = serializers.IntegerField()
    unit = serializers.ChoiceField(["working", "natural", "month"])
    provisional = serializers.BooleanField(help_text="有的年份尚未公布放假安排，届满日为暂定")
    calendar_version = serializers.CharField()
    division = serializers.CharField()
    counted = serializers.ListField(child=serializers.DateField())
    skipped = ReasonSerializer(many=True)
    excluded = ReasonSerializer(many=True)
    explanation = serializers.ListField(child=serializers.CharField())
    day_by_day = DaySerializer(many=True)


class DeadlineView(APIView):
    """Nobody signs in here: a calendar is no secret."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(operation_id="deadline", parameters=QUESTION, responses=DueSerializer)
    def get(self, request: Request) -> Response:
        """期限届满日，逐日说明计入、不计入和依法扣除的日期。"""
        asked = request.query_params
        question = {
            "unit": "working",
            "division": hall_of(request._request).code,
            **asked.dict(),
            "suspend": "\n".join(asked.getlist("suspend")),
        }
        form = DeadlineForm(question)
        if not form.is_valid():
            fields = {name: [str(problem) for problem in problems] for name, problems in form.errors.items()}
            raise Invalid(_("请检查填写的内容。"), fields=fields)
        due = form.due()
        days = [
            {"date": day.date.isoformat(), "kind": str(day.kind), "number": day.number, "note": str(day.note)}
            for day in day_by_day(due)
        ]
        return Response({**due.as_json(), "day_by_day": days})
