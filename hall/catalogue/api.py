"""The catalogue over the API: published entries of a hall, and one entry with the whole content of its version."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers
from rest_framework.permissions import AllowAny

from hall.api.paging import ByCursor
from hall.catalogue.models import Offering
from hall.catalogue.queries import offering, offerings_for
from hall.catalogue.wishes import wish_of
from hall.catalogue.wording import limit_in_words, statutory_in_words
from hall.clock import today
from hall.errors import NotFound
from hall.organisations.requests import hall_of

WISHES = {
    "q": "名称、部门、编码中的词，多个词用空格分开",
    "audience": "person（个人）或 organisation（法人和其他组织）",
    "topic": "主题",
    "department": "部门类别或统一社会信用代码",
    "level": "city（市级）或 district（区县级）；不写为本大厅的一级；在市级大厅查 district 时每个事项只列一条",
}


class ByCode(ByCursor):
    ordering = "catalog_code"


class OfferingSerializer(serializers.ModelSerializer[Offering]):
    """One entry of the implementation list 实施清单."""

    department = serializers.CharField(source="department.name")
    department_uscc = serializers.CharField(source="department.uscc")
    hall = serializers.CharField(source="hall.code")
    local_code = serializers.BooleanField(source="item.local_code", help_text="编码为自编，非国家统一编码")
    version = serializers.IntegerField(source="version.number")

    class Meta:
        model = Offering
        fields = [
            "task_code", "catalog_code", "local_code", "name", "level", "hall", "department", "department_uscc",
            "audiences", "topics", "version",
        ]  # fmt: skip
        read_only_fields = fields


class GuideSerializer(OfferingSerializer):
    """The entry with its periods in words and the content of its version, as docs/items.md describes it."""

    can_be_filed = serializers.SerializerMethodField()
    promise = serializers.SerializerMethodField()
    statutory = serializers.SerializerMethodField()
    sm3 = serializers.CharField(source="version.sm3")
    content = serializers.SerializerMethodField()

    class Meta(OfferingSerializer.Meta):
        fields = [*OfferingSerializer.Meta.fields, "can_be_filed", "promise", "statutory", "sm3", "content"]
        read_only_fields = fields

    def get_can_be_filed(self, entry: Offering) -> bool:
        return entry.can_be_filed(today())

    def get_promise(self, entry: Offering) -> str:
        return limit_in_words(entry.version.spec.promise)

    def get_statutory(self, entry: Offering) -> str:
        return statutory_in_words(entry.version.spec, entry.level)

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_content(self, entry: Offering) -> dict[str, Any]:
        content: dict[str, Any] = entry.version.content
        return content


class ItemList(generics.ListAPIView[Offering]):
    """事项列表：本大厅已发布的事项，按编码翻页。"""

    serializer_class = OfferingSerializer
    permission_classes = [AllowAny]
    pagination_class = ByCode
    queryset = Offering.objects.none()

    @extend_schema(parameters=[OpenApiParameter(name, str, description=words) for name, words in WISHES.items()])
    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        if getattr(self, "swagger_fake_view", False):
            return self.queryset
        found = offerings_for(hall_of(self.request), **wish_of(self.request)).filter(published=True)
        return found.select_related("department", "hall", "item", "version")


class ItemDetail(generics.RetrieveAPIView[Offering]):
    """一个事项的办事指南全文。"""

    serializer_class = GuideSerializer
    permission_classes = [AllowAny]
    queryset = Offering.objects.none()
    lookup_field = "task_code"

    def get_object(self) -> Offering:
        found = offering(self.kwargs["task_code"])
        if not found.published:
            raise NotFound(_("没有找到这个事项，可能已停止实施。"))
        return found
