"""Implementation codes 实施编码: credit code of the department, level, catalog code (domain.md §3.1)."""

from hall.catalogue.spec import Level

# GB/T 39046 A.2 as Chongqing reads it: the city acts as a province, a district as a county.
USE_LEVELS: dict[Level, str] = {"city": "2", "district": "4"}


def task_code(uscc: str, level: Level, catalog_code: str, *, use_level: str = "") -> str:
    return f"{uscc}{use_level or USE_LEVELS[level]}{catalog_code}"
