"""The `casedesk` command, one command group a file, over the same services as the window."""
