"""Search by an OpenSearch service, for what one PostgreSQL does not carry: HALL_SEARCH names its backend."""
