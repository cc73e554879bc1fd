"""Service items 事项, their immutable versions, and who offers them 实施清单."""

from hall.catalogue.models.item import ServiceItem
from hall.catalogue.models.offering import Offering
from hall.catalogue.models.version import ItemVersion, State

__all__ = ["ItemVersion", "Offering", "ServiceItem", "State"]
