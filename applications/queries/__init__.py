"""Reading cases: each list goes through a rule first, and is paged by keyset."""
