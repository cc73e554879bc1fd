"""Deeds on the catalogue: import contents, publish and retire versions, expand them into offerings."""
