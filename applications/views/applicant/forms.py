"""The base of the applicant's deed forms: what somebody writes about their own case."""

from typing import Any

from applications.forms.deed import VersionedForm
from applications.models import Application


class OwnDeedForm(VersionedForm):
    """One deed about the applicant's own ``application``."""

    def __init__(self, application: Application, data: Any = None, files: Any = None) -> None:
        super().__init__(lambda: application.version, data, files)
        self.application = application
