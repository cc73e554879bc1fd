"""Where a treasury says what was paid: a signed message, safe to send again until it is answered."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import CharField, DateTimeField, DecimalField, Serializer
from rest_framework.views import APIView

from applications.actions.take_payment import receive_payment

SIGNATURE = "X-Hall-Signature"
SIGNED = "请求体的HMAC-SM3，十六进制"


class PaymentSerializer(Serializer[object]):
    number = CharField(max_length=50, help_text="缴款单号")
    amount = DecimalField(max_digits=16, decimal_places=2, help_text="元")
    paid_at = DateTimeField(help_text="缴款时间，带时区")
    payer = CharField(max_length=200, required=False, help_text="缴款人")
    receipt_no = CharField(max_length=50, required=False, help_text="财政电子票据号码")
    case_no = CharField(max_length=50, required=False, help_text="办件编号")


class TakenSerializer(Serializer[object]):
    number = CharField()
    state = CharField()


class PaymentsView(APIView):
    """Whoever holds the shared key may speak here, and nobody else: no session, no cookie."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="payments_take",
        request=PaymentSerializer,
        responses=TakenSerializer,
        parameters=[OpenApiParameter(SIGNATURE, str, OpenApiParameter.HEADER, required=True, description=SIGNED)],
    )
    def post(self, request: Request) -> Response:
        """A payment order was paid."""
        order = receive_payment(request.body, request.headers.get(SIGNATURE, ""))
        return Response({"number": order.number, "state": order.state})
