"""People of the registry and the exposure lists in a text."""
