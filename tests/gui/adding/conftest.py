"""What the tests of adding share: preferences in a home of their own."""

from __future__ import annotations

import pytest

from gui.preferences import PreferenceKeeper


@pytest.fixture
def preferences(qapp, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return PreferenceKeeper(home)
