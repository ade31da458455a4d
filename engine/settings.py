"""What the person set for the whole program; a small file in the home, read at start."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from engine.choices import keep_choices, stored_choices
from engine.errors import RefusedError
from engine.job import MeteredPolicy, Priority, Profile
from engine.retry import (
    BITS_NO_PROGRESS_TIMEOUT,
    DAY,
    DEFAULT_RETRY_DELAY,
    DO_NO_PROGRESS_TIMEOUT_ATTENDED,
    DO_NO_PROGRESS_TIMEOUT_BACKGROUND,
    RetryPolicy,
)

log = logging.getLogger(__name__)

FILE_NAME = "settings.json"

BY_PROFILE: Final = "profile"
"""For a timeout, which may be None: as the profile has it."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Defaults for new jobs and limits for all. Durations are seconds; None is "never".

    `inactivity_limit` and the limits of numbers are those of BITS (JobInactivityTimeout,
    MaxJobsPerUser, MaxFilesPerJob), the numbers more generous.
    """

    profile: Profile = Profile.BITS
    no_progress_timeout: Annotated[float, msgspec.Meta(ge=0)] | Literal["profile"] | None = (
        BY_PROFILE
    )
    """For new jobs: what the profile says, or the person's own choice; None never gives up."""
    minimum_retry_delay: Annotated[float, msgspec.Meta(ge=0)] = DEFAULT_RETRY_DELAY
    max_active_jobs: Annotated[int, msgspec.Meta(ge=1)] = 4
    max_active_jobs_per_host: Annotated[int, msgspec.Meta(ge=1)] = 4
    max_jobs: Annotated[int, msgspec.Meta(ge=1)] = 100_000
    max_files_per_job: Annotated[int, msgspec.Meta(ge=1)] = 10_000
    maximum_download_time: Annotated[float, msgspec.Meta(gt=0)] | None = None
    inactivity_limit: Annotated[float, msgspec.Meta(gt=0)] | None = 90 * DAY
    metered: MeteredPolicy = MeteredPolicy.ALWAYS
    connections: Annotated[int, msgspec.Meta(ge=1)] = 8
    """The most for one file of a new job."""
    connections_per_host: Annotated[int, msgspec.Meta(ge=1)] = 8
    """The most for all jobs together, unless one was given more."""
    rate_limit: Annotated[int, msgspec.Meta(ge=0)] = 0
    """Bytes a second for all jobs together; 0 is no limit."""
    folder: str | None = None
    """Where new jobs put their files; None is the platform's download folder."""
    proxy_mode: Literal["system", "none", "manual"] = "system"
    """How servers are reached, unless a job has a way of its own."""
    proxy: str | None = None
    """For "manual": an address without a sign-in, such as "socks5h://host:1080"."""
    proxy_bypass: tuple[str, ...] = ()
    """For "manual": hosts that are reached directly (see `engine.wire.proxies.Bypass`)."""

    def retry_policy(self, priority: Priority) -> RetryPolicy:
        """When a new job of this priority tries again and gives up."""
        return RetryPolicy(self.give_up_after(priority), self.minimum_retry_delay)

    def give_up_after(self, priority: Priority = Priority.NORMAL) -> float | None:
        """After how long without progress a new job of this priority gives up; None is never."""
        if isinstance(self.no_progress_timeout, str):
            return default_no_progress_timeout(self.profile, priority)
        return self.no_progress_timeout


def default_no_progress_timeout(profile: Profile, priority: Priority) -> float:
    """BITS: 14 days for every job; Delivery Optimization: an hour for foreground and high, else a
    day.
    """
    if profile is Profile.BITS:
        return BITS_NO_PROGRESS_TIMEOUT
    if priority in (Priority.FOREGROUND, Priority.HIGH):
        return DO_NO_PROGRESS_TIMEOUT_ATTENDED
    return DO_NO_PROGRESS_TIMEOUT_BACKGROUND


def checked(settings: Settings) -> Settings:
    """The same, unless a number is out of its bounds: then `RefusedError`."""
    try:
        return msgspec.convert(msgspec.to_builtins(settings), Settings)
    except msgspec.ValidationError as failure:
        raise RefusedError(f"These settings cannot be: {failure}.") from failure


def load_settings(home: Path) -> Settings:
    """The stored settings. What is missing or cannot be read is as it came, and is left in the file
    until something is chosen anew.
    """
    path = home / FILE_NAME
    stored = stored_choices(path, Settings)
    if stored.unread is None:
        log.warning("%s cannot be read; the settings are as they came", path)
    elif stored.unread:
        log.warning("%s has entries that cannot be read: %s", path, ", ".join(stored.unread))
    return stored.choices


def save_settings(home: Path, settings: Settings) -> None:
    """Write the file whole or not at all; raises OSError."""
    keep_choices(home / FILE_NAME, settings)
