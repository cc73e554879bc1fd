"""双公示: published licence decisions for the credit platform, checked field by field, sealed, and for nobody else."""
