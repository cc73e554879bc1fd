"""Scanners for uploads; settings.HALL_SCANNER names the one in use."""
