"""What of an offering can be searched: names in both languages, department, codes and themes."""

from collections.abc import Mapping
from typing import Any

from hall.organisations.models import Department


def search_text(content: Mapping[str, Any], department: Department) -> str:
    name = content["name"]
    names = list(name.values()) if isinstance(name, Mapping) else [name]
    words = [*names, department.name, department.kind, content["code"], *content.get("topics", [])]
    # A line break parts the fields: no two-character piece crosses it.
    return "\n".join(words)
