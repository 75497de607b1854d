"""`python -m cli` is `interviews`."""

from cli.start import main

main()
