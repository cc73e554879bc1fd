"""One deed a module."""
