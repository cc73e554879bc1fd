"""Translations without the gettext tools, which a fresh machine lacks: Babel reads, writes and compiles.

Source strings are Chinese; ``hall/locale/<language>/LC_MESSAGES/django.po`` holds each other language.
"""

from hall.translations.catalogs import collect, compile_all
from hall.translations.gaps import gaps

__all__ = ["collect", "compile_all", "gaps"]
