"""The outside credit register; settings.HALL_CREDIT names the adapter in use."""
