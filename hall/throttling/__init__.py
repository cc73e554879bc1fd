"""Limits on how often something may be tried, counted in the database and so across all processes.

``from hall.throttling.spending import spend``: a package that is an app cannot import its models this early.
"""
