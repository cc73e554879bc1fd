"""A draft that was thrown away leaves no file behind (个人信息保护法 Art. 47)."""

import pytest
from django.core.files.storage import storages

from applications.actions.start import discard
from applications.actions.withdraw_material import withdraw_material
from hall.files.forgetting import forget
from hall.files.models import StoredFile
from tests.factories import cases

pytestmark = pytest.mark.django_db


def test_a_discarded_draft_takes_its_files_along(city, django_capture_on_commit_callbacks):
    draft = cases.draft_case()
    files = [material.file for material in draft.materials.all()]
    assert all(storages["vault"].exists(file.key) for file in files)
    with django_capture_on_commit_callbacks(execute=True):
        discard(draft.uid, draft.applicant)
    assert not StoredFile.objects.exists()
    assert not any(storages["vault"].exists(file.key) for file in files)


def test_what_was_taken_out_of_circulation_is_evidence_and_stays(city):
    handling = cases.accepted_case()
    material = handling.application.materials.all()[0]
    window = cases.clerk(handling, "window")
    withdraw_material(handling.uid, window, seen=cases.seen(handling), material=material.uid, reason="涉密，停止流转")
    material.file.refresh_from_db()
    forget([material.file])
    assert StoredFile.objects.filter(pk=material.file_id).exists()
