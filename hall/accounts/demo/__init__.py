"""The people of the demo city: invented, one password for all, refused outside a demo installation."""

from hall.accounts.demo.applicants import APPLICANTS, build_applicants
from hall.accounts.demo.password import DEMO_PASSWORD
from hall.accounts.demo.staff import build_staff

__all__ = ["APPLICANTS", "DEMO_PASSWORD", "build_applicants", "build_staff"]
