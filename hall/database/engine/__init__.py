"""Django's PostgreSQL engine, which brings the embedded server up before the first connection."""
