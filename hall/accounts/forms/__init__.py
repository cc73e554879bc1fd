"""Forms of accounts: they check how things are written; deeds decide whether they may be."""
