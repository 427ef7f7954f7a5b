"""Writes the list that leaves the office, from cleared passengers only; it cannot know who is protected.

Nothing is ever removed from a file here: each file is built from nothing, out of a `Clearance` that has no field for
protection, and is read back by other means before anyone gets it.
"""
