"""Give up and retries: how long jobs hold on, and how they wait."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine import BY_PROFILE, Priority, Profile
from gui.fields import DurationField, Option, RadioField
from gui.formatting import DAY
from gui.give_up import GiveUpChooser, problem_with_delay
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page


class RetriesPage(Page):
    """When jobs try again, when they give up, and when they are forgotten."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(
            self.tr("New jobs"),
            self.tr("Jobs in the list keep what they have; Properties changes them."),
        )
        self._add_profile()
        self._add_give_up()
        self._add_delay()
        self._add_longest_time()
        self.begin_section(self.tr("All jobs"))
        self._add_inactivity()
        self.end()
        self._warn()

    def look(self) -> None:
        super().look()
        self._warn()

    def _add_profile(self) -> None:
        field = RadioField(
            self.tr("Profile"),
            (
                Option(self.tr("&BITS"), Profile.BITS),
                Option(self.tr("&Delivery Optimization"), Profile.DO),
            ),
            (
                self.tr("Every job gives up after 14 days without progress."),
                self.tr(
                    "Jobs in the foreground and of high priority give up after 1 hour without "
                    "progress, all others after 1 day."
                ),
            ),
            self,
        )
        self.bind(
            field,
            self.add_field(self.tr("Profile"), field),
            lambda: self.desk.settings.profile,
            lambda profile: self.desk.change_settings(profile=profile),
        )

    def _add_give_up(self) -> None:
        own = (Option(self.tr("As the profile says"), BY_PROFILE),)
        field = GiveUpChooser(None, self, own)
        self.bind(
            field,
            self.add_field(
                self.tr("&Give up after"),
                field,
                self.tr(
                    "The clock starts at the first error, every new byte sets it back to zero, and "
                    "it stands still while a job is paused or on hold."
                ),
            ),
            lambda: self.desk.settings.no_progress_timeout,
            lambda seconds: self.desk.change_settings(no_progress_timeout=seconds),
        )

    def _add_delay(self) -> None:
        field = DurationField(self.tr("Wait before a retry"), parent=self)
        problem = self.add_field(
            self.tr("&Wait before a retry"),
            field,
            self.tr("At least this long; it doubles with each further failure, up to 5 minutes."),
        )
        self._warning = self.add_hint()
        self.bind(
            field,
            problem,
            lambda: self.desk.settings.minimum_retry_delay,
            lambda seconds: self.desk.change_settings(minimum_retry_delay=seconds),
            problem_with_delay,
        )

    def _warn(self) -> None:
        """A wait that is longer than jobs hold on is allowed, and means something, as in BITS."""
        settings = self.desk.settings
        policy = settings.retry_policy(Priority.NORMAL)
        is_odd = policy.never_retries and policy.no_progress_timeout != 0
        self._warning.setText(
            self.tr("That is longer than jobs hold on: they give up at the first error.")
            if is_odd
            else ""
        )
        self._warning.setVisible(is_odd)

    def _add_longest_time(self) -> None:
        field = DurationField(
            self.tr("Longest download time"),
            self.tr("No limit"),
            self.tr("At most"),
            at_first=90 * DAY,
            parent=self,
        )
        self.bind(
            field,
            self.add_field(
                self.tr("&Longest download time"),
                field,
                self.tr("How long a job may connect and transfer, all in all. Waits do not count."),
            ),
            lambda: self.desk.settings.maximum_download_time,
            lambda seconds: self.desk.change_settings(maximum_download_time=seconds),
        )

    def _add_inactivity(self) -> None:
        field = DurationField(
            self.tr("End forgotten jobs"),
            self.tr("Never"),
            self.tr("After"),
            at_first=90 * DAY,
            parent=self,
        )
        self.bind(
            field,
            self.add_field(
                self.tr("&End forgotten jobs"),
                field,
                self.tr(
                    "A job that brought nothing and that nobody touched for this long is ended. "
                    "What is here of it goes to the trash."
                ),
            ),
            lambda: self.desk.settings.inactivity_limit,
            lambda seconds: self.desk.change_settings(inactivity_limit=seconds),
        )
