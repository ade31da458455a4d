"""The transfer engine: knows jobs, never widgets.

What is listed in `__all__` is the face of the engine; a front end uses nothing else. The names are
looked up when they are first used, so that `holdfast --version` imports no Qt.

Values      states, errors, clock, durations, part, timeline, retry, job, snapshot, spec, settings
Rules       scheduling, speed, retry
Edges       wire/ (sockets and part files), store/ (SQLite), choices (small files), credentials
            (keyring), threads, holds
Work        runner (one job), manager (all of them, the front door)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from engine._version import __version__

if TYPE_CHECKING:
    from engine.access_keys import AccessKey, AccessKeys, KeyringSilentError
    from engine.choices import keep_choices, stored_choices
    from engine.clock import Clock
    from engine.durations import parse_delay, parse_duration, parse_rate
    from engine.elapsed_clock import ElapsedClock, sleepless_time
    from engine.errors import Act, ErrorContext, ErrorKind, JobError, RefusedError
    from engine.exchange import ImportedJob, export_jobs, read_import
    from engine.home import open_private, prepare_home, write_private
    from engine.job import FileState, MeteredPolicy, Priority, Profile
    from engine.manager import JobManager, News, NewsKind, NoSuchJobError
    from engine.metalink import Metalink, MetalinkFile
    from engine.netrc_file import default_netrc
    from engine.network import Network, NetworkState
    from engine.part import Checksum, FileRanges, FileSource, Mirrors, Validator
    from engine.qt_network import QtNetwork
    from engine.redaction import RedactingFilter, without_secrets
    from engine.retry import GIVE_UP_PRESETS
    from engine.scheduling import Move
    from engine.settings import BY_PROFILE, Settings, default_no_progress_timeout
    from engine.sign_in import SignIn
    from engine.snapshot import FileSnapshot, JobSnapshot
    from engine.spec import DEFAULT, Default, FileSpec, Headers, JobSpec
    from engine.speed_history import SpeedHistory
    from engine.states import InvalidStateError, JobEvent, JobState
    from engine.store import StoreError
    from engine.threads import in_thread
    from engine.timeline import TimelineEntry, TimelineKind
    from engine.trust import KeyringState, SavedSignIn, ServerCertificates, TrustCommands
    from engine.unfold import metalink_specs, read_metalink
    from engine.wire.checksum import parse_checksum
    from engine.wire.links import find_links, host_of, parse_link, redacted
    from engine.wire.metalink import is_metalink_name, parse_metalink
    from engine.wire.naming import safe_name
    from engine.wire.proxies import Proxy, parse_bypass, parse_proxy
    from engine.wire.spec import ClientCertificate, Exchange, Probe, ProbeSpec
    from engine.wire.tls import check_client_certificate

_HOMES = {
    "access_keys": ("AccessKey", "AccessKeys", "KeyringSilentError"),
    "choices": ("keep_choices", "stored_choices"),
    "clock": ("Clock",),
    "durations": ("parse_delay", "parse_duration", "parse_rate"),
    "elapsed_clock": ("ElapsedClock", "sleepless_time"),
    "errors": ("Act", "ErrorContext", "ErrorKind", "JobError", "RefusedError"),
    "exchange": ("ImportedJob", "export_jobs", "read_import"),
    "home": ("open_private", "prepare_home", "write_private"),
    "intake": ("check_authorities",),
    "job": ("FileState", "MeteredPolicy", "Priority", "Profile"),
    "manager": ("JobManager", "News", "NewsKind", "NoSuchJobError"),
    "netrc_file": ("default_netrc",),
    "metalink": ("Metalink", "MetalinkFile"),
    "network": ("Network", "NetworkState"),
    "part": ("Checksum", "FileRanges", "FileSource", "Mirrors", "Validator"),
    "qt_network": ("QtNetwork",),
    "redaction": ("RedactingFilter", "without_secrets"),
    "retry": ("GIVE_UP_PRESETS",),
    "scheduling": ("Move",),
    "settings": ("BY_PROFILE", "Settings", "default_no_progress_timeout"),
    "sign_in": ("SignIn",),
    "snapshot": ("FileSnapshot", "JobSnapshot"),
    "spec": ("DEFAULT", "Default", "FileSpec", "Headers", "JobSpec"),
    "speed_history": ("SpeedHistory",),
    "states": ("InvalidStateError", "JobEvent", "JobState"),
    "store": ("StoreError",),
    "threads": ("in_thread",),
    "timeline": ("TimelineEntry", "TimelineKind"),
    "trust": ("KeyringState", "SavedSignIn", "ServerCertificates", "TrustCommands"),
    "wire.checksum": ("parse_checksum",),
    "wire.links": ("find_links", "host_of", "parse_link", "redacted"),
    "wire.proxies": ("Proxy", "parse_bypass", "parse_proxy"),
    "unfold": ("metalink_specs", "read_metalink"),
    "wire.metalink": ("is_metalink_name", "parse_metalink"),
    "wire.naming": ("safe_name",),
    "wire.spec": ("ClientCertificate", "Exchange", "Probe", "ProbeSpec"),
    "wire.tls": ("check_client_certificate",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "BY_PROFILE",
    "DEFAULT",
    "GIVE_UP_PRESETS",
    "AccessKey",
    "AccessKeys",
    "Act",
    "Checksum",
    "ClientCertificate",
    "Clock",
    "Default",
    "ElapsedClock",
    "ErrorContext",
    "ErrorKind",
    "Exchange",
    "FileRanges",
    "FileSnapshot",
    "FileSource",
    "FileSpec",
    "FileState",
    "Headers",
    "ImportedJob",
    "InvalidStateError",
    "JobError",
    "JobEvent",
    "JobManager",
    "JobSnapshot",
    "JobSpec",
    "JobState",
    "KeyringSilentError",
    "KeyringState",
    "Metalink",
    "MetalinkFile",
    "MeteredPolicy",
    "Mirrors",
    "Move",
    "Network",
    "NetworkState",
    "News",
    "NewsKind",
    "NoSuchJobError",
    "Priority",
    "Probe",
    "ProbeSpec",
    "Profile",
    "Proxy",
    "QtNetwork",
    "RedactingFilter",
    "RefusedError",
    "SavedSignIn",
    "ServerCertificates",
    "Settings",
    "SignIn",
    "SpeedHistory",
    "StoreError",
    "TimelineEntry",
    "TimelineKind",
    "TrustCommands",
    "Validator",
    "__version__",
    "check_authorities",
    "check_client_certificate",
    "default_netrc",
    "default_no_progress_timeout",
    "export_jobs",
    "find_links",
    "host_of",
    "in_thread",
    "is_metalink_name",
    "keep_choices",
    "metalink_specs",
    "open_private",
    "parse_bypass",
    "parse_checksum",
    "parse_delay",
    "parse_duration",
    "parse_link",
    "parse_metalink",
    "parse_proxy",
    "parse_rate",
    "prepare_home",
    "read_import",
    "read_metalink",
    "redacted",
    "safe_name",
    "sleepless_time",
    "stored_choices",
    "without_secrets",
    "write_private",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(importlib.import_module(f"engine.{_HOME_OF[name]}"), name)
