"""Builds the city in a few statements, however often it is asked."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from hall.organisations.demo.departments import build_departments
from hall.organisations.demo.divisions import build_divisions
from hall.organisations.demo.halls import build_halls
from hall.organisations.models import Department, Hall


@transaction.atomic
def build_city(
    on: date, *, codes: Collection[str] | None = None, kinds: Collection[str] | None = None
) -> tuple[list[Hall], list[Department]]:
    """Divisions, then halls, then departments; ``codes`` and ``kinds`` keep a test's city small."""
    divisions = build_divisions(codes)
    halls = build_halls([division for division in divisions if division.is_current(on)])
    return halls, build_departments(halls, kinds)
