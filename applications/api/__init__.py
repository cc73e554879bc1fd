"""An applicant's own cases over the API: the same deeds and rules as the pages, other shapes.

A case that is not yours answers as if it were absent. Every write is safe to retry.
"""
