"""Pages of the catalogue: the list with its doors, the guide, the choice of a division, the drafts for staff."""
