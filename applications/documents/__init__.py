"""The papers 文书 of a case: what they say (facts, builders), how they are printed (pdf), signed and checked.

Papers are legal acts in Chinese, so their templates are not translated; only the pages around them are.
"""
