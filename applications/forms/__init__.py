"""Shapes of what people fill in. None of them knows a rule: ``applications.filling`` and the deeds check."""
