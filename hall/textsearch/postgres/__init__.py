"""The default backend: PostgreSQL alone finds, counts and orders."""

from hall.textsearch.postgres.backend import PostgresSearch

__all__ = ["PostgresSearch"]
