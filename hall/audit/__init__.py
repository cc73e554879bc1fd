"""The audit trail: who did what to which, when, from where."""
