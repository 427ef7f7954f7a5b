"""The program in a process of its own, as ``python -m manifest_app``, with passwords that cost little to check."""

import sys

from manifest_app.cli import main
from tests.helpers.demonstrations import cheap_passwords

if __name__ == "__main__":
    with cheap_passwords():
        sys.exit(main())
