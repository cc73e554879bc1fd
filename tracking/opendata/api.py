"""The open data over the API: five hundred rows a page by cursor, oldest decision first."""

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
from hall.throttling.spending import spend
from tracking.opendata import queries
from tracking.opendata.dictionary import FIELDS, row_of
from tracking.opendata.forms import ChosenForm
from tracking.opendata.reading import Place, batch
from tracking.opendata.views import problems

PAGE = 500
# What a page that has to be looked for takes of an address's allowance, against one that is read in order.
_LOOKED_THROUGH = 10


class OpenRowSerializer(serializers.Serializer[Any]):
    """The fields of the data dictionary; a gap is null."""

    def get_fields(self) -> dict[str, Any]:
        return {
            one.name: serializers.CharField(allow_null=True, help_text=str(one.label), label=one.name) for one in FIELDS
        }


class OpenPageSerializer(serializers.Serializer[Any]):
    """``next`` is the cursor to send as ``after``; empty at the end."""

    next = serializers.CharField(allow_blank=True)
    results = OpenRowSerializer(many=True)


class OpenDataView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="open_data",
        parameters=[
            OpenApiParameter("decided_from", str, description="决定日期自，YYYY-MM-DD"),
            OpenApiParameter("decided_to", str, description="决定日期至，YYYY-MM-DD"),
            OpenApiParameter("department", str, description="许可机关名称或者其中一部分"),
            OpenApiParameter("status", str, description="当前状态"),
            OpenApiParameter("after", str, description="上一页返回的 next"),
        ],
        responses=OpenPageSerializer,
    )
    def get(self, request: Request) -> Response:
        """Organisations' published records in bulk, once the data set was reviewed."""
        hall = queries.opened(hall_of(request._request)).hall
        form = ChosenForm(request.query_params)
        if not form.is_valid():
            raise Invalid(_("查询条件有误。"), fields=problems(form))
        chosen = form.chosen()
        # By department or status every row may have to be looked at.
        cost = _LOOKED_THROUGH if chosen.department or chosen.status else 1
        spend("open-data-api", request.META.get("REMOTE_ADDR", ""), limit=3600, period=3600, cost=cost)
        found = batch(hall, chosen, Place.read(request.query_params.get("after", "")), PAGE + 1)
        shown = found[:PAGE]
        more = str(Place.of(shown[-1])) if len(found) > PAGE else ""
        return Response({"next": more, "results": [row_of(one) for one in shown]})
