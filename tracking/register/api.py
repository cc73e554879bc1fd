"""The public register over the API: masked rows, by cursor, open to everybody."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hall.errors import Invalid
from hall.organisations.requests import hall_of
from tracking.register import queries
from tracking.register.cursor import cursor_of
from tracking.register.forms import SearchForm
from tracking.register.models import Record


class RecordSerializer(serializers.ModelSerializer[Record]):
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
            "decided_on",
            "valid_from",
            "valid_to",
            "status",
            "published_at",
        ]


class RecordPageSerializer(serializers.Serializer[Any]):
    """``count`` is exact to 10,000 and "10000+" beyond; ``next`` is the cursor to send as ``before``."""

    count = serializers.CharField()
    next = serializers.CharField(allow_blank=True)
    results = RecordSerializer(many=True)


class RecordListView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="records_list",
        parameters=[
            OpenApiParameter("q", str, description="关键词：相对人名称、事项、文书号、许可编号、部门"),
            OpenApiParameter("department", str, description="许可机关名称或者其中一部分"),
            OpenApiParameter("decided_from", str, description="决定日期自，YYYY-MM-DD"),
            OpenApiParameter("decided_to", str, description="决定日期至，YYYY-MM-DD"),
            OpenApiParameter("before", str, description="上一页返回的 next"),
        ],
        responses=RecordPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """Published records, newest decision first."""
        form = SearchForm(request.query_params)
        if not form.is_valid():
            raise Invalid(_("查询条件有误。"), fields={name: list(map(str, es)) for name, es in form.errors.items()})
        cursor = cursor_of(request.query_params.get("before", ""))
        page = queries.page(hall_of(request._request), form.wanted(cursor))
        rows = RecordSerializer(page.records, many=True).data
        return Response({"count": page.count, "next": str(page.older or ""), "results": rows})


class RecordView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(operation_id="records_one", responses=RecordSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """One published record."""
        return Response(RecordSerializer(queries.record(hall_of(request._request), uid)).data)
