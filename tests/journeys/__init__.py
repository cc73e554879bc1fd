"""Whole stories in a real browser, each from the portal to the verified paper and the public register."""
