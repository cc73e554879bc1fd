"""Model fields whose column holds only sealed text. They cannot be searched; keep a blind index beside them."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from hall.crypto.sealed import seal, unseal


class EncryptedTextField(models.TextField[str, str]):
    """Text sealed with SM4-GCM in the database, plain in Python; the empty text stays empty."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return unseal(value) if value else value

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return seal(text) if text else text


class EncryptedJSONField(models.TextField[Any, Any]):
    """Any JSON value, sealed as one text."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return json.loads(unseal(value)) if value else None

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else seal(json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False))

    def to_python(self, value: Any) -> Any:
        return value
