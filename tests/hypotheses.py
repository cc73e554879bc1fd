"""Random cases on a machine that is busy: how long one takes says nothing about the code (no timed assertion)."""

from hypothesis import HealthCheck, settings

settings.register_profile("hall", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hall")
