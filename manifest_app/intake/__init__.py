"""Reading lists: a file becomes a table, a table gets a layout, its rows become passengers or records."""
