"""Python looks for garbage less often: thousands of tests and all modules stay to the end, and each look costs."""

import gc

# A page of a test leaves a few thousand objects behind; the usual 700 would look ten times while it is drawn.
_OBJECTS = 50_000


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 10, 10)
