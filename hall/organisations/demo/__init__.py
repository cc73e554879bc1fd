"""The demo city: real divisions, invented halls and departments. Tests build smaller cities with it."""

from hall.organisations.demo.city import build_city

__all__ = ["build_city"]
