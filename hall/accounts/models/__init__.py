"""People, legal persons and staff; the posts that staff hold, and the mandates by which people act for others."""

from hall.accounts.models.mandate import EndedBy, Mandate, Scope
from hall.accounts.models.password import UsedPassword
from hall.accounts.models.post import Duty, Post
from hall.accounts.models.user import Kind, RealNameLevel, User

__all__ = ["Duty", "EndedBy", "Kind", "Mandate", "Post", "RealNameLevel", "Scope", "UsedPassword", "User"]
