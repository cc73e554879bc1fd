"""The case and its parts, one model a file."""

from applications.models.application import Application
from applications.models.correction import Correction
from applications.models.decision import Decision
from applications.models.handling import ON_DESK, OPEN, Handling
from applications.models.licence import Licence, LicenceState
from applications.models.material import Material
from applications.models.package import Package
from applications.models.paper import Paper
from applications.models.step import Step

__all__ = [
    "ON_DESK",
    "OPEN",
    "Application",
    "Correction",
    "Decision",
    "Handling",
    "Licence",
    "LicenceState",
    "Material",
    "Package",
    "Paper",
    "Step",
]
