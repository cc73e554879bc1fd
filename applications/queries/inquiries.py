"""Questions to the applicant: which is open, and whether a text names a material (domain.md §7.4, R03)."""

from applications.models import Application, Inquiry, Room
from hall.catalogue.spec import ItemSpec, on_record


def open_inquiry(application: Application) -> Inquiry | None:
    if not application.has_been_in(Room.INQUIRY):
        return None
    return application.inquiries.filter(ended_at=None).first()


def materials_named(spec: ItemSpec, text: str) -> list[str]:
    """The materials of the item's list whose name stands in the text, blanks left aside."""
    said = "".join(text.split())
    return [name for one in spec.materials if (name := on_record(one.name)) and "".join(name.split()) in said]
