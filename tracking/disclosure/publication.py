"""The disclosure as the register will hold it: page, preview and record are made of this one text."""

from tracking.disclosure.models import Disclosure
from tracking.register.actions import Publication


def publication_of(disclosure: Disclosure) -> Publication:
    return Publication(
        source_uid=disclosure.uid,
        hall_code=disclosure.hall.code,
        hall_name=disclosure.hall.name,
        item_name=disclosure.item_name,
        issuer_name=disclosure.department.name,
        issuer_uscc=disclosure.department.uscc,
        grantee=disclosure.grantee,
        grantee_is_person=disclosure.grantee_is_person,
        grantee_code=disclosure.grantee_code,
        document_name=disclosure.document_name,
        document_number=disclosure.document_number,
        licence_name=disclosure.licence_name,
        licence_number=disclosure.licence_number,
        content=disclosure.content,
        decided_on=disclosure.decided_on,
        valid_from=disclosure.valid_from,
        valid_to=disclosure.valid_to,
    )
