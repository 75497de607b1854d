"""`python -m cli` is `interviews`."""

from cli.main import main

main()
