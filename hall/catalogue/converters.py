"""Codes in addresses: what does not look like one is not found before the database is asked."""


class TaskCode:
    """31 characters: credit code of the department, level, catalog code."""

    regex = r"[0-9A-Z]{18}[0-9]{13}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class CatalogCode(TaskCode):
    """12 digits."""

    regex = r"[0-9]{12}"
