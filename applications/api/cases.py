"""Reading my cases, and beginning one."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response

from applications.actions import start
from applications.api.own import OwnView, asking, own, told
from applications.api.shapes import CaseSerializer, FactSerializer, StartSerializer
from applications.history import events_of
from applications.models import Application
from applications.rules import owned_by
from hall.accounts.mandates import held_mandate
from hall.api.paging import ByCursor
from hall.catalogue import queries as catalogue


class NewestFirst(ByCursor):
    ordering = "-id"


@method_decorator(never_cache, name="dispatch")
class CaseListView(generics.ListAPIView[Application]):
    """My cases, newest first."""

    serializer_class = CaseSerializer
    pagination_class = NewestFirst
    queryset = Application.objects.none()

    def get_queryset(self) -> QuerySet[Application]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return owned_by(asking(self.request)).select_related("offering__department")

    @extend_schema(operation_id="cases_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """My cases, newest first."""
        return super().get(request, *args, **kwargs)

    @extend_schema(operation_id="cases_start", request=StartSerializer, responses={201: CaseSerializer})
    def post(self, request: Request) -> Response:
        """Begin a draft; the open draft for the same item and division is returned when there is one."""
        wish = told(StartSerializer, request)
        offering = catalogue.offering(wish["task_code"])
        user, uid = asking(request), wish.get("mandate")
        mandate = held_mandate(user, uid) if uid else None
        draft = start.start(user, offering, division_code=wish["division_code"], mandate=mandate)
        return Response(CaseSerializer(draft).data, status.HTTP_201_CREATED)


class CaseView(OwnView):
    @extend_schema(operation_id="cases_one", responses=CaseSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """One of my cases."""
        return Response(CaseSerializer(own(request, uid)).data)


class TimelineView(OwnView):
    @extend_schema(operation_id="cases_timeline", responses=FactSerializer(many=True))
    def get(self, request: Request, uid: UUID) -> Response:
        """What has happened to my case, oldest first."""
        return Response(FactSerializer(events_of(own(request, uid)), many=True).data)
