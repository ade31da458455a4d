"""The command line: get, add and list; its contract is in the README and is kept stable."""
