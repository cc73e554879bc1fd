"""Older registers, read from CSV and JSON Lines: dry run, duplicates found, gaps kept as gaps, safe to run again."""
