"""An applicant's own cases over the API: the same deeds and rules as the pages, other shapes.

A case that is not yours answers as if it were absent. Every write is safe to retry.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers, status
from rest_framework.pagination import CursorPagination
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from applications import filling
from applications.actions import correct, materials, settling, start, submit
from applications.history import events_of
from applications.models import Application
from applications.rules import owned_by
from hall.accounts.models import User
from hall.catalogue import queries as catalogue
from hall.errors import NotAllowed, NotFound
from hall.events.announcements import label_of
from hall.events.models import Event


class NewestFirst(CursorPagination):
    ordering = "-id"
    page_size = 20


class CaseSerializer(serializers.ModelSerializer[Application]):
    """A case as its applicant sees it."""

    item = serializers.CharField(source="offering.name", read_only=True)
    task_code = serializers.CharField(source="offering.task_code", read_only=True)
    department = serializers.CharField(source="offering.department.name", read_only=True)
    state_label = serializers.CharField(source="get_state_display", read_only=True)

    class Meta:
        model = Application
        fields = [
            "uid",
            "case_no",
            "version",
            "item",
            "task_code",
            "department",
            "division_code",
            "state",
            "state_label",
            "received_at",
            "intake_due",
            "accepted_on",
            "acceptance_mode",
            "promise_due",
            "decided_at",
            "delivered_at",
        ]
        read_only_fields = fields


class StartSerializer(serializers.Serializer[Any]):
    task_code = serializers.CharField(max_length=31)
    division_code = serializers.CharField(max_length=12)


class AnswersSerializer(serializers.Serializer[Any]):
    """``problems`` tells what keeps the draft from being filed; a draft may be half full."""

    answers = serializers.DictField(child=serializers.JSONField())
    problems = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), read_only=True)


class SubmitSerializer(serializers.Serializer[Any]):
    truth_stated = serializers.BooleanField()


class MaterialSerializer(serializers.Serializer[Any]):
    uid = serializers.UUIDField(read_only=True)
    key = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    file = serializers.FileField(write_only=True)


class FactSerializer(serializers.ModelSerializer[Event]):
    """One announced fact of the case; clerks are named as on the applicant's page."""

    what = serializers.SerializerMethodField()

    class Meta:
        model = Event
        fields = ["version", "kind", "what", "happened_at", "actor_name"]

    def get_what(self, event: Event) -> str:
        return label_of(event.kind)


def _user(request: Request) -> User:
    if not isinstance(request.user, User):
        raise NotAllowed(_("请先登录。"))
    return request.user


def _own(request: Request, uid: UUID) -> Application:
    """The visitor's case, as the law has it now."""
    own = owned_by(_user(request)).select_related("offering__department", "item_version")
    found = own.filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    if found.settle_at and settling.settle_one(uid):
        found = own.get(uid=uid)
    return found


class CaseListView(generics.ListAPIView[Application]):
    """My cases, newest first."""

    serializer_class = CaseSerializer
    pagination_class = NewestFirst

    def get_queryset(self) -> Any:
        return owned_by(_user(self.request)).select_related("offering__department")

    @extend_schema(request=StartSerializer, responses={201: CaseSerializer})
    def post(self, request: Request) -> Response:
        """Begin a draft; the open draft for the same item and division is returned when there is one."""
        asked = StartSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        offering = catalogue.offering(asked.validated_data["task_code"])
        draft = start.start(_user(request), offering, division_code=asked.validated_data["division_code"])
        return Response(CaseSerializer(draft).data, status.HTTP_201_CREATED)


class CaseView(APIView):
    @extend_schema(responses=CaseSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """One of my cases."""
        return Response(CaseSerializer(_own(request, uid)).data)


class AnswersView(APIView):
    @extend_schema(responses=AnswersSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """The answers of my case, personal ones in clear: they are mine."""
        own = _own(request, uid)
        problems = filling.fill(own.spec, own.all_answers, whole=True)[1]
        return Response({"answers": own.all_answers, "problems": problems})

    @extend_schema(request=AnswersSerializer, responses=AnswersSerializer)
    def put(self, request: Request, uid: UUID) -> Response:
        """Keep the answers of a draft."""
        asked = AnswersSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        draft, problems = start.save_draft(uid, _user(request), asked.validated_data["answers"])
        return Response({"answers": draft.all_answers, "problems": problems})


class MaterialView(APIView):
    parser_classes = [MultiPartParser]

    @extend_schema(request=MaterialSerializer, responses={201: MaterialSerializer})
    def post(self, request: Request, uid: UUID, key: str) -> Response:
        """Hand in one material; a new one replaces the earlier."""
        asked = MaterialSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        material = materials.hand_in(uid, _user(request), key, asked.validated_data["file"])
        return Response(MaterialSerializer(material).data, status.HTTP_201_CREATED)


class SubmitView(APIView):
    @extend_schema(request=SubmitSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """File the draft; sent twice it is one case."""
        asked = SubmitSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        case = submit.submit(uid, _user(request), truth_stated=asked.validated_data["truth_stated"])
        return Response(CaseSerializer(case).data)


class CorrectionView(APIView):
    @extend_schema(request=AnswersSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """Answer the correction notice: the listed fields here, the listed materials beforehand."""
        asked = AnswersSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        case = correct.supply_correction(uid, _user(request), asked.validated_data["answers"])
        return Response(CaseSerializer(case).data)


class TimelineView(APIView):
    @extend_schema(responses=FactSerializer(many=True))
    def get(self, request: Request, uid: UUID) -> Response:
        """What has happened to my case, oldest first."""
        return Response(FactSerializer(events_of(_own(request, uid)), many=True).data)
