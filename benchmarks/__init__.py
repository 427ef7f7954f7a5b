"""What `make bench` measures: the speed and the memory that the README promises, on this machine."""
