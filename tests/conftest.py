"""The people of every test, and what a skipped one means."""

import tests.hypotheses  # noqa: F401
from tests.browser import browse, chromium, open_context  # noqa: F401
from tests.cast import *  # noqa: F403 - pytest finds fixtures by name in this module
from tests.collecting import pytest_collection_finish  # noqa: F401
from tests.factories.printing import blank_papers, real_papers  # noqa: F401
from tests.flowing import streams_without_limit  # noqa: F401
from tests.flushing import django_db_setup  # noqa: F401
from tests.marking import pytest_collection_modifyitems, pytest_ignore_collect  # noqa: F401
from tests.passwords import quick_passwords  # noqa: F401
from tests.remembering import what_factories_built, what_is_remembered  # noqa: F401
from tests.rendering import only_pages_are_remembered  # noqa: F401
from tests.ringing import silent_bell  # noqa: F401
from tests.skipping import pytest_sessionfinish, pytest_terminal_summary  # noqa: F401
from tests.static_files import static_files_are_fetched_once, static_files_are_found_once  # noqa: F401
from tests.template import django_db_modify_db_settings  # noqa: F401
