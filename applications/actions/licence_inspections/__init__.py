"""Inspecting what was licensed (行政许可法 Art. 60, 61): recorded, signed by all who went, archived, followed up."""
