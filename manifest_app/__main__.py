"""``python -m manifest_app``, and the entry of the frozen program.

A frozen program has no interpreter to start the file parser's child process with, so it starts itself again with
``--parser-child``.
"""

import sys


def main() -> int:
    """Runs the command line, or the parser's child process if that is what this process was started for."""
    # Each is imported where it is needed: the child that reads a stranger's file must not load the program around it.
    if sys.argv[1:2] == ["--parser-child"]:
        from manifest_app.files import child  # noqa: PLC0415

        del sys.argv[1]
        return int(child.main() or 0)
    from manifest_app import cli  # noqa: PLC0415

    return int(cli.main() or 0)


if __name__ == "__main__":
    sys.exit(main())
