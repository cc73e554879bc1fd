"""From a fresh clone to a running hall, with nothing but the standard library of Python 3.11."""

import sys

# Asked before anything else is imported: an older Python could not even read the rest.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Python 3.11 or newer is needed. Name one: make run PYTHON=python3.11")
