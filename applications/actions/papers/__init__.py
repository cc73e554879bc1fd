"""The life of one paper: drafted in a deed, printed by the worker, served by a person, voided if it was wrong."""

from applications.actions.papers.drafting import draft_papers
from applications.actions.papers.printing import print_paper
from applications.actions.papers.serving import serve_paper
from applications.actions.papers.voiding import void_paper

__all__ = ["draft_papers", "print_paper", "serve_paper", "void_paper"]
