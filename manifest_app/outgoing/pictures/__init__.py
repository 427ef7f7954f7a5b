"""Pictures: what they carry, and what Tesseract reads in them."""
