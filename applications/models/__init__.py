"""The case and its parts, one model a file."""

from applications.models.application import Application
from applications.models.correction import Correction
from applications.models.decision import Decision
from applications.models.errand import Errand, Matter
from applications.models.handling import ON_DESK, OPEN, Handling, Role
from applications.models.licence import Licence, LicenceState
from applications.models.material import Material
from applications.models.package import Package
from applications.models.paper import Paper
from applications.models.room import Room
from applications.models.step import Step

__all__ = [
    "ON_DESK",
    "OPEN",
    "Application",
    "Correction",
    "Decision",
    "Errand",
    "Handling",
    "Licence",
    "LicenceState",
    "Material",
    "Matter",
    "Package",
    "Paper",
    "Role",
    "Room",
    "Step",
]
