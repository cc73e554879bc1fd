"""The guide 办事指南 of one offering, ready for its page: every text in the reader's language."""

from hall.catalogue.guide.building import Guide, guide_of

__all__ = ["Guide", "guide_of"]
