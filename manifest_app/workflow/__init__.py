"""Use cases: who may, in which transaction, and what the audit log says of it.

The only room that calls the vault. Every public function takes an unlocked `Session` first and is what the command
line and the desktop call.
"""
