"""Addresses of the applicant's pages."""

from django.urls import path

from applications.views.applicant import (
    case,
    check,
    correction,
    doing,
    draft,
    files,
    licences,
    mandates,
    materials,
    mine,
    section,
    start,
)

app_name = "apply"

urlpatterns = [
    path("", mine.cases, name="mine"),
    path("start/<task_code:task_code>/", start.start_page, name="start"),
    path("licences/", licences.licences, name="licences"),
    path("licences/<uuid:uid>/", licences.licence, name="licence"),
    path("licences/offered/<uuid:uid>/", licences.conveyance, name="conveyance"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/new/", mandates.grant, name="mandate_new"),
    path("mandates/<uuid:uid>/end/", mandates.end, name="mandate_end"),
    path("<uuid:uid>/", case.case, name="case"),
    path("<uuid:uid>/form/<int:number>/", section.section, name="section"),
    path("<uuid:uid>/materials/", materials.materials, name="materials"),
    path("<uuid:uid>/materials/<uuid:material>/", files.material, name="material"),
    path("<uuid:uid>/check/", check.check, name="check"),
    path("<uuid:uid>/receipt/", check.receipt, name="receipt"),
    path("<uuid:uid>/correction/", correction.correction, name="correction"),
    path("<uuid:uid>/papers/<uuid:paper>/", files.paper, name="paper"),
    path("<uuid:uid>/discard/", draft.discard_page, name="discard"),
    path("<uuid:uid>/<slug:deed>/", doing.do, name="deed"),
]
