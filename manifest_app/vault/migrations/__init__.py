"""The steps that lead from one schema of the vault to the next."""
