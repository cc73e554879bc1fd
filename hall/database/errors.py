"""What goes wrong with the embedded database, in words for the person who started it."""


class DatabaseUnavailable(Exception):
    """The embedded database cannot be made or started; the message says what to do."""
