"""The look-up over the API: number and query code give the same as on the page, and tell as little otherwise."""

from typing import Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hall.audit.circumstances import circumstances
from hall.audit.trail import record
from hall.organisations.requests import hall_of
from tracking.progress.reduced import progress_of
from tracking.progress.searching import look_up


class QuestionSerializer(serializers.Serializer[Any]):
    number = serializers.CharField(max_length=120, help_text="办件编号，可以带空格")
    code = serializers.CharField(max_length=40, help_text="查询码，不区分大小写")


class LampSerializer(serializers.Serializer[Any]):
    lamp = serializers.CharField(allow_null=True, help_text="green、amber、red、blue；不再计时的为空")
    label = serializers.CharField()  # type: ignore[assignment]
    days_text = serializers.CharField(allow_blank=True)


class MomentSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    state = serializers.ChoiceField(["done", "now", "next"])
    at = serializers.DateTimeField(allow_null=True)
    text = serializers.CharField(allow_blank=True)
    meta = serializers.CharField(allow_blank=True, help_text="由谁办理")


class LineSerializer(serializers.Serializer[Any]):
    """One line of the ledger: days given, used and left; the last line leaves none."""

    entry = serializers.CharField(help_text="start、run、pause、resume、extension、roll、end")
    first = serializers.DateField()
    last = serializers.DateField()
    text = serializers.CharField()
    rule = serializers.CharField()
    given = serializers.IntegerField()
    used = serializers.IntegerField()
    left = serializers.IntegerField()
    expected = serializers.BooleanField()
    calendar_version = serializers.CharField()


class ClockSerializer(serializers.Serializer[Any]):
    label = serializers.CharField()  # type: ignore[assignment]
    owner = serializers.CharField()
    due = serializers.DateField(source="due.due", help_text="暂停计时的，为预计的届满日")
    stopped = serializers.BooleanField()
    ledger = LineSerializer(many=True)


class ProgressSerializer(serializers.Serializer[Any]):
    """Where the case stands; of the applicant no more than the surname."""

    case_no = serializers.CharField()
    item = serializers.CharField()
    applicant = serializers.CharField()
    department = serializers.CharField()
    phone = serializers.CharField()
    supervision_phone = serializers.CharField()
    received_at = serializers.DateTimeField()
    state = serializers.CharField()
    lamp = LampSerializer()
    timeline = MomentSerializer(many=True)
    clocks = ClockSerializer(many=True)
    overrun_reason = serializers.CharField(allow_blank=True)


@method_decorator(never_cache, name="dispatch")
class LookUpView(APIView):
    """Nobody signs in here, so that no session and no token is asked for."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(operation_id="look_up", request=QuestionSerializer, responses=ProgressSerializer)
    def post(self, request: Request) -> Response:
        """Where a case stands. Posted, so that no number and no code stands in an address or a log."""
        asked = QuestionSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        found = look_up(**asked.validated_data, address=circumstances().address)
        record("progress.looked_up", actor=None, hall_code=hall_of(request._request).code, subject_uid=found.uid)
        return Response(ProgressSerializer(progress_of(found)).data)
