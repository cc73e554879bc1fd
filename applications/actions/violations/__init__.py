"""A violation found elsewhere is told to the agency that decided, and answered (行政许可法 Art. 64)."""
