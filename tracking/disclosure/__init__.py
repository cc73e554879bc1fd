"""Disclosure 公示: from a decision to a reviewed, masked and published record."""
