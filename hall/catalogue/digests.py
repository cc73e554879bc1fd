"""The digest by which a content is recognised: equal contents, equal digest, whatever the order of names."""

import json
from collections.abc import Mapping
from typing import Any

from hall.crypto import sm3_hex


def digest_of(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sm3_hex(text.encode())
