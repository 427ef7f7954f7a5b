"""Office documents: containers, markup, sheets."""
