"""Where contents come from: item files in YAML and tables of samples."""

from hall.catalogue.sources.folders import Source, read_sources

__all__ = ["Source", "read_sources"]
