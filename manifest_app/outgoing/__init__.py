"""What is about to leave: every text a file shows or hides, and whether it tells who asked for protection."""
