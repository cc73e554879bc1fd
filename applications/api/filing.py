"""Filling a draft, handing in materials, filing it once, and answering a correction."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from applications import filling
from applications.actions import materials, start, submit, supply
from applications.api.own import OwnView, asking, own, told
from applications.api.shapes import AnswersSerializer, CaseSerializer, MaterialSerializer, SubmitSerializer


class AnswersView(OwnView):
    @extend_schema(operation_id="cases_answers", responses=AnswersSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """The answers of my case, personal ones in clear: they are mine."""
        case = own(request, uid)
        problems = filling.fill(case.spec, case.all_answers, whole=True)[1]
        return Response({"answers": case.all_answers, "problems": problems})

    @extend_schema(operation_id="cases_answer", request=AnswersSerializer, responses=AnswersSerializer)
    def put(self, request: Request, uid: UUID) -> Response:
        """Keep the answers of a draft."""
        draft, problems = start.save_draft(uid, asking(request), told(AnswersSerializer, request)["answers"])
        return Response({"answers": draft.all_answers, "problems": problems})


class MaterialView(OwnView):
    parser_classes = [MultiPartParser]

    @extend_schema(
        operation_id="cases_hand_in",
        request={"multipart/form-data": MaterialSerializer},
        responses={201: MaterialSerializer},
    )
    def post(self, request: Request, uid: UUID, key: str) -> Response:
        """Hand in one material; a new one replaces the earlier."""
        material = materials.hand_in(uid, asking(request), key, told(MaterialSerializer, request)["file"])
        return Response(MaterialSerializer(material).data, status.HTTP_201_CREATED)


class SubmitView(OwnView):
    @extend_schema(operation_id="cases_submit", request=SubmitSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """File the draft; sent twice it is one case."""
        stated = told(SubmitSerializer, request)["truth_stated"]
        return Response(CaseSerializer(submit.submit(uid, asking(request), truth_stated=stated)).data)


class CorrectionView(OwnView):
    @extend_schema(operation_id="cases_correct", request=AnswersSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """Answer the correction notice: the listed fields here, the listed materials beforehand."""
        answers = told(AnswersSerializer, request)["answers"]
        return Response(CaseSerializer(supply.supply_correction(uid, asking(request), answers)).data)
