"""People, legal persons and staff; the posts that staff hold."""

from hall.accounts.models.password import UsedPassword
from hall.accounts.models.post import Duty, Post
from hall.accounts.models.user import Kind, RealNameLevel, User

__all__ = ["Duty", "Kind", "Post", "RealNameLevel", "UsedPassword", "User"]
