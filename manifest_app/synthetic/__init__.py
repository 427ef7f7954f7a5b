"""People who don't exist, for the demonstration, tests and benchmarks: seeded, so that all of it can be repeated."""
