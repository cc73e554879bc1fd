"""The applicant's pages and the desk of the organ."""
