"""The deeds of a hearing 听证 (行政许可法 Art. 46-48), one idea a module."""
