"""Who governs where: divisions 区划, halls 大厅, departments 部门, and who acts in whose name."""

from hall.organisations.models.department import Department
from hall.organisations.models.division import Division
from hall.organisations.models.entrustment import Entrustment
from hall.organisations.models.hall import Hall, Level

__all__ = ["Department", "Division", "Entrustment", "Hall", "Level"]
