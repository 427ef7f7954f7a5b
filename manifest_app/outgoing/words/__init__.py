"""The words that tell of protection."""
