"""Filling a draft, handing in materials, filing it once, and answering a correction."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from applications import filling
from applications.actions import claims, keep, materials, stand_ins, submit, supply
from applications.api.own import OwnView, asking, own, told
from applications.api.shapes import (
    PROMISE,
    AnswersSerializer,
    CaseSerializer,
    CorrectionSerializer,
    InsteadSerializer,
    MaterialSerializer,
    SubmitSerializer,
)
from applications.models import Application
from applications.queries.claims import claims_of
from hall.catalogue.spec import FormField


class AnswersView(OwnView):
    @extend_schema(operation_id="cases_answers", responses=AnswersSerializer)
    def get(self, request: Request, uid: UUID) -> Response:
        """The answers of my case, personal ones in clear: they are mine."""
        return Response(_kept(own(request, uid), whole=True))

    @extend_schema(operation_id="cases_answer", request=AnswersSerializer, responses=AnswersSerializer)
    def put(self, request: Request, uid: UUID) -> Response:
        """Keep the answers of a draft; refused (409) when they were changed elsewhere since ``seen`` was read."""
        wish, fields = told(AnswersSerializer, request), own(request, uid).spec.fields
        seen = wish["seen"] or keep.mark_of_nothing(_keys(fields))
        kept = keep.keep_part(uid, asking(request), fields, wish["answers"], seen=seen)
        if "confidential" in wish:
            claims.restate_claims(uid, asking(request), [claims.Claimed(**one) for one in wish["confidential"]])
        return Response(_kept(own(request, uid) if "confidential" in wish else kept.draft, whole=False))


def _kept(case: Application, *, whole: bool) -> dict[str, Any]:
    answers, fields = case.all_answers, case.spec.fields
    problems = filling.fill(case.spec, answers, whole=whole)[1]
    seen = keep.mark_of(case, _keys(fields))
    return {"answers": answers, "problems": problems, "seen": seen, "confidential": _marks(case)}


def _keys(fields: Iterable[FormField]) -> list[str]:
    return [one.key for one in fields]


def _marks(case: Application) -> list[dict[str, str]]:
    return [{"place": one.place, "kind": one.kind, "reason": one.reason} for one in claims_of(case)]


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


class InsteadView(OwnView):
    @extend_schema(operation_id="cases_choose", request=InsteadSerializer, responses={201: InsteadSerializer})
    def post(self, request: Request, uid: UUID, key: str) -> Response:
        """Promise in writing instead of this material (告知承诺), or undertake to hand it in later (容缺后补)."""
        wish, user = told(InsteadSerializer, request), asking(request)
        told_of = {"key": key, "agreed": wish["agreed"]}
        if wish["way"] == PROMISE:
            name = stand_ins.promise(uid, user, **told_of, signer=wish["signer"]).name
        else:
            name = stand_ins.postpone(uid, user, **told_of).name
        return Response({"key": key, "name": name, "way": wish["way"]}, status.HTTP_201_CREATED)

    @extend_schema(operation_id="cases_reconsider", request=None, responses={204: None})
    def delete(self, request: Request, uid: UUID, key: str) -> Response:
        """Take the promise or the postponement back; the choice is open again."""
        stand_ins.reconsider(uid, asking(request), key=key)
        return Response(status=status.HTTP_204_NO_CONTENT)


class SubmitView(OwnView):
    @extend_schema(operation_id="cases_submit", request=SubmitSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """File the draft; sent twice it is one case."""
        stated = told(SubmitSerializer, request)["truth_stated"]
        return Response(CaseSerializer(submit.submit(uid, asking(request), truth_stated=stated)).data)


class CorrectionView(OwnView):
    @extend_schema(operation_id="cases_correct", request=CorrectionSerializer, responses=CaseSerializer)
    def post(self, request: Request, uid: UUID) -> Response:
        """Answer the correction notice: the listed fields, and what is out of reach; listed materials beforehand."""
        answer = told(CorrectionSerializer, request)
        supplied = supply.supply_correction(uid, asking(request), answer["answers"], unsupplied=answer["unsupplied"])
        return Response(CaseSerializer(supplied).data)
