"""The public register over the API: masked rows, by cursor, open to everybody."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hall.audit.circumstances import circumstances
from hall.clock import local_date
from hall.errors import Invalid
from hall.organisations.requests import hall_of
from hall.uids import row_after
from tracking.register import queries
from tracking.register.cursor import cursor_of
from tracking.register.forms import SearchForm
from tracking.register.freshness import at_once
from tracking.register.models import Record, RecordKind, RecordStatus, TakenBack
from tracking.register.questions import ask
from tracking.register.seen_by_engines import kept_out


class RecordSerializer(serializers.ModelSerializer[Record]):
    """``decided_on`` is a day, or only a year or month where the source of an older register knew no more."""

    decided_on = serializers.CharField(source="decided")

    class Meta:
        model = Record
        fields = [
            "uid",
            "kind",
            "index_number",
            "item_name",
            "issuer_name",
            "issuer_uscc",
            "grantee",
            "grantee_code",
            "document_name",
            "document_number",
            "licence_name",
            "licence_number",
            "content",
            "part_ground",
            "decided_on",
            "valid_from",
            "valid_to",
            "status",
            "published_at",
            "corrected_at",
        ]


class FacetSerializer(serializers.Serializer[Any]):
    """How many of the records that were found hold a value of a field."""

    field = serializers.CharField()
    value = serializers.CharField()
    count = serializers.IntegerField()


class RecordPageSerializer(serializers.Serializer[Any]):
    """``count`` is exact to 10,000 and "10000+" beyond, where there are no ``facets``.

    ``next`` is the cursor to send as ``before``; ``best_first`` says whether the rows are in that order.
    """

    count = serializers.CharField()
    best_first = serializers.BooleanField()
    facets = FacetSerializer(many=True)
    next = serializers.CharField(allow_blank=True)
    results = RecordSerializer(many=True)


@method_decorator(at_once, name="dispatch")
class RecordListView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="records_list",
        parameters=[
            OpenApiParameter(
                "q", str, description="关键词，以空格分开，须全部符合：名称、事项、文书号、许可编号、部门"
            ),
            OpenApiParameter("where", str, enum=["content"], description="content：在决定内容中查找"),
            OpenApiParameter("department", str, description="决定机关名称或者其中一部分"),
            OpenApiParameter("division", str, description="区划代码，仅市级大厅"),
            OpenApiParameter("issuer", str, description="决定机关全称"),
            OpenApiParameter("item", str, description="事项全称"),
            OpenApiParameter("kind", str, enum=RecordKind.values, description="类别"),
            OpenApiParameter("status", str, enum=RecordStatus.values, description="当前状态"),
            OpenApiParameter("decided_from", str, description="决定日期自，YYYY-MM-DD"),
            OpenApiParameter("decided_to", str, description="决定日期至，YYYY-MM-DD"),
            OpenApiParameter("order", str, enum=["best"], description="best：最相符的在前，至多一万条时"),
            OpenApiParameter("before", str, description="上一页返回的 next"),
        ],
        responses=RecordPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """Published records, newest decision first unless asked otherwise."""
        hall = hall_of(request._request)
        form = SearchForm(request.query_params, hall)
        if not form.is_valid():
            raise Invalid(_("查询条件有误。"), fields={name: list(map(str, es)) for name, es in form.errors.items()})
        wanted = form.wanted(cursor_of(request.query_params.get("before", "")))
        ask(wanted, circumstances().address)
        page = queries.page(hall, wanted)
        facets = [
            {"field": name, "value": value, "count": count}
            for name, values in page.facets.items()
            for value, count in values
        ]
        # A list may name persons by their surname.
        rows = RecordSerializer(page.records, many=True).data
        told = {"count": page.count, "best_first": page.best_first, "facets": facets, "next": page.older}
        return kept_out(Response(told | {"results": rows}))


class TakenBackSerializer(serializers.Serializer[Any]):
    """That a record is none any more, and since which day; nothing else is told of it."""

    uid = serializers.UUIDField(source="record_uid")
    taken_back_on = serializers.SerializerMethodField()

    def get_taken_back_on(self, left: TakenBack) -> date:
        return local_date(left.at)


class TakenBackPageSerializer(serializers.Serializer[Any]):
    """``next`` is the cursor to send as ``after``; empty at the end."""

    next = serializers.CharField(allow_blank=True)
    results = TakenBackSerializer(many=True)


class SinceForm(forms.Form):
    since = forms.DateField(required=False, input_formats=["%Y-%m-%d"])


@method_decorator(at_once, name="dispatch")
class TakenBackView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="records_taken_back",
        parameters=[
            OpenApiParameter("since", str, description="撤下日期自，YYYY-MM-DD：填上一次查询的日期，不会遗漏"),
            OpenApiParameter("after", str, description="上一页返回的 next"),
        ],
        responses=TakenBackPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """Organisations' records that were taken back: whoever keeps a copy has to delete it.

        One that was published again is not listed any more.
        """
        form = SinceForm(request.query_params)
        if not form.is_valid():
            raise Invalid(_("查询条件有误。"), fields={name: list(map(str, es)) for name, es in form.errors.items()})
        after = row_after(request.query_params.get("after", ""))
        found = queries.taken_back_since(hall_of(request._request), form.cleaned_data["since"], after)
        shown = found[: queries.TAKEN_BACK]
        more = str(shown[-1].uid) if len(found) > len(shown) else ""
        return Response({"next": more, "results": TakenBackSerializer(shown, many=True).data})


@method_decorator(at_once, name="dispatch")
class RecordView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(operation_id="records_one", responses=RecordSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """One published record; 410 for an organisation's that was taken back."""
        found = queries.record(hall_of(request._request), uid)
        response = Response(RecordSerializer(found).data)
        return kept_out(response, links=False) if found.grantee_is_person else response
