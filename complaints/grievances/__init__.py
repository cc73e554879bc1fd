"""Complaints and suggestions 建议投诉: received, accepted or refused with reason, answered, rated."""
