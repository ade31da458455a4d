"""The command line: get, add and list; its contract is in the help and is kept stable."""
