"""What a clerk reads: the desk of their departments, and one case as their agency may see it."""
