"""The parts of the dialog for adding links: what is in a paste, patterns, duplicates, probes.

`patterns`, `judging`, `duplicates` and `rows` are pure; the other modules know Qt.
"""
