"""PDF: objects, streams, pages, and what their letters look like."""
