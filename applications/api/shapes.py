"""What is read and written, as JSON."""

from typing import Any

from rest_framework import serializers

from applications.models import Application
from applications.models.confidential_claim import Secret
from hall.events.announcements import label_of
from hall.events.models import Event


class CaseSerializer(serializers.ModelSerializer[Application]):
    """A case as its applicant sees it."""

    item = serializers.CharField(source="offering.name", read_only=True)
    task_code = serializers.CharField(source="offering.task_code", read_only=True)
    department = serializers.CharField(source="offering.department.name", read_only=True)
    state_label = serializers.CharField(source="get_state_display", read_only=True)
    query_code = serializers.CharField(read_only=True, help_text="与办件编号一起，可以不登录查询进度")

    class Meta:
        model = Application
        fields = [
            "uid", "case_no", "query_code", "version", "item", "task_code", "department", "division_code",
            "applicant_name", "agent_name",
            "state", "state_label", "received_at", "intake_due", "accepted_on", "acceptance_mode",
            "promise_due", "decided_at", "delivered_at",
        ]  # fmt: skip
        read_only_fields = fields


class StartSerializer(serializers.Serializer[Any]):
    task_code = serializers.CharField(max_length=31)
    division_code = serializers.CharField(max_length=12, help_text="申请人所在区划的六位代码")
    mandate = serializers.UUIDField(
        required=False, allow_null=True, help_text="受他人委托办理的，写委托的编号（uid），申请人是委托人"
    )


class ClaimSerializer(serializers.Serializer[Any]):
    """A material or an answer that holds a trade secret, undisclosed or confidential business information."""

    place = serializers.CharField(max_length=70, help_text="material.代号 或者 field.代号")
    kind = serializers.ChoiceField(choices=Secret.choices)
    reason = serializers.CharField(max_length=1000)


class AnswersSerializer(serializers.Serializer[Any]):
    """``problems`` tells what keeps the draft from being filed; a draft may be half full."""

    answers = serializers.DictField(child=serializers.JSONField(allow_null=True))
    problems = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), read_only=True)
    seen = serializers.CharField(
        default="",
        allow_blank=True,
        max_length=100,
        help_text="读到的内容的标记，保存时原样送回；还没有保存过的草稿可以不送",
    )
    confidential = ClaimSerializer(many=True, required=False, help_text="标注的保密内容；写了就以所写的为准，不写不变")


class CorrectionSerializer(serializers.Serializer[Any]):
    answers = serializers.DictField(child=serializers.JSONField(allow_null=True), default=dict)
    unsupplied = serializers.DictField(
        child=serializers.CharField(allow_blank=True),
        default=dict,
        help_text="不能补正的条目及其理由；条目写作 field-字段代号 或 material-材料代号",
    )


PROMISE, LATER = "promise", "later"


class InsteadSerializer(serializers.Serializer[Any]):
    """What stands in the place of a material: a promise signed by name, or a later day."""

    key = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    way = serializers.ChoiceField(choices=[(PROMISE, "告知承诺"), (LATER, "容缺后补")])
    agreed = serializers.BooleanField(write_only=True, help_text="已经阅读并同意告知的内容")
    signer = serializers.CharField(
        write_only=True, default="", allow_blank=True, max_length=100, help_text="承诺人签名，告知承诺必填"
    )


class SubmitSerializer(serializers.Serializer[Any]):
    truth_stated = serializers.BooleanField(help_text="已经阅读并作出真实性承诺")


class MaterialSerializer(serializers.Serializer[Any]):
    uid = serializers.UUIDField(read_only=True)
    key = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    file = serializers.FileField(write_only=True)


class FactSerializer(serializers.ModelSerializer[Event]):
    """One announced fact of the case. Who did it is told by office, as on the page, never by a clerk's name."""

    what = serializers.SerializerMethodField()

    class Meta:
        model = Event
        fields = ["version", "kind", "what", "happened_at"]

    def get_what(self, event: Event) -> str:
        return label_of(event.kind)
