"""Announced facts as rows, reactions, letters to the world, and the worker."""
