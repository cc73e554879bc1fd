"""The clerk's pages: the desk, one case, and an address for each deed."""
