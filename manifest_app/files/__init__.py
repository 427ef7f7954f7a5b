"""Opening what a stranger made (pre-scan, limited child process), and writing files whole or not at all."""
