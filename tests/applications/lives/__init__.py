"""Random lives of cases: every deed there is, whoever may do it, and a form filled in at random."""
