"""What was handed in and counts now, without the files themselves."""

from applications.models import Application, Material
from hall.database.statements import rows


def handed_in(application: Application) -> list[Material]:
    """In the order in which it came; what was replaced or taken back is left out."""
    return rows(Material, "application_id = %s AND replaced_at IS NULL ORDER BY id", application.pk)
