"""Keeps a hostile environment from steering the cryptographic libraries: import this before they load.

OpenSSL, which SQLCipher and ``cryptography`` both carry inside, reads a configuration file, and through it loads
foreign code, wherever these variables say.
"""

import os

STEERING = ("OPENSSL_CONF", "OPENSSL_CONF_INCLUDE", "OPENSSL_MODULES", "OPENSSL_ENGINES")
"""Environment variables that OpenSSL obeys when it starts."""

for _name in STEERING:
    os.environ.pop(_name, None)
