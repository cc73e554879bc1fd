"""Deeds on accounts, one a module."""
