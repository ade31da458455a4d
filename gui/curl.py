"""A job as a command for curl: the same link, the same name, going on where it stopped.

The window knows no secrets: headers and sign-ins are in the keyring, so their place is marked.
"""

from __future__ import annotations

import shlex

from engine import FileSnapshot, JobSnapshot

NO_SECRETS = "# its headers or sign-in are in the keyring; add them with --header or --user"


def command(job: JobSnapshot, file: FileSnapshot) -> str:
    """For a POSIX shell; several lines only where something has to be said."""
    parts = ["curl", "--location", "--fail", "--continue-at", "-"]
    if job.rate_limit:
        parts += ["--limit-rate", str(job.rate_limit)]
    if job.ca_file is not None:
        parts += ["--cacert", str(job.ca_file)]
    parts += ["--output", file.requested_name or file.name or job.name]
    # A link's brackets and braces would be patterns.
    parts += ["--globoff", "--url", file.url]
    line = shlex.join(parts)
    return f"{line}\n{NO_SECRETS}" if job.has_secrets else line
