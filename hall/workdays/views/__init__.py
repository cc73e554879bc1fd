"""Pages of the calendar: the calculator and what is known, for anyone; proposed changes, for supervisors."""
