"""One page for each place of the program."""
