"""Correcting one's own contact data (个人信息保护法 Art. 46)."""

from django.db import transaction

from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record


@transaction.atomic
def change_contact(user: User, *, phone: str, address: str, hall_code: str) -> None:
    user.phone, user.address = phone, address
    user.save(update_fields=["phone", "phone_index", "address"])
    changes = {"phone": phone, "address": address}
    record(
        "account.contact_changed",
        actor=actor_of(user),
        hall_code=hall_code,
        subject_uid=user.uid,
        changes=changes,
    )
