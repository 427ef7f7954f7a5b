"""Models of every list: frozen dataclasses shown through declared columns."""
