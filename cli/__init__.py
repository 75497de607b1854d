"""The command line: words in, calls of scheduler.app, tables and JSON out."""
