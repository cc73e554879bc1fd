"""One deed a module. Pages, API, exchange inbox and commands call the same ones, so that no path skips a check."""
