from django.urls import path

from applications.views.clerk import (
    broken_rules,
    case,
    cases,
    doing,
    exams,
    licences,
    materials,
    opinions,
    prints,
    violations,
)

app_name = "desk"

urlpatterns = [
    path("", cases.cases, name="cases"),
    path("licences/", licences.licences, name="licences"),
    path("licences/<uuid:uid>/", licences.licence, name="licence"),
    path("licences/<uuid:uid>/<slug:deed>/", licences.do, name="licence_deed"),
    path("events/", broken_rules.broken_rules, name="events"),
    path("exams/", exams.exams, name="exams"),
    path("exams/<uuid:uid>/", exams.exam, name="exam"),
    path("print/", prints.prints, name="prints"),
    path("opinions/<uuid:uid>/", opinions.opinion, name="opinion"),
    path("opinions/<uuid:uid>/materials/<uuid:material>/", opinions.material, name="opinion_material"),
    path("violations/", violations.violations, name="violations"),
    path("violations/new/", violations.new, name="notify_violation"),
    path("violations/<uuid:uid>/", violations.violation, name="violation"),
    path("violations/<uuid:uid>/files/<uuid:exhibit>/", violations.enclosure, name="violation_file"),
    path("<uuid:uid>/", case.case, name="case"),
    path("<uuid:uid>/materials/<uuid:material>/", materials.material, name="material"),
    path("<uuid:uid>/materials/<uuid:material>/withdraw/", materials.withdraw, name="withdraw_material"),
    path("<uuid:uid>/exhibits/<uuid:exhibit>/", materials.exhibit, name="exhibit"),
    path("<uuid:uid>/papers/<uuid:paper>/", materials.paper, name="paper"),
    path("<uuid:uid>/decision-draft/", materials.decision_draft, name="decision_draft"),
    path("<uuid:uid>/file/<uuid:case_file>/", materials.case_file, name="case_file"),
    path("<uuid:uid>/<slug:deed>/", doing.do, name="deed"),
]
