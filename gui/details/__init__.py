"""The details pane: one job told in full, in six tabs.

`pane` puts it together; `words`, `advice`, `cells` and `speed_scale` are pure.
"""

from gui.details.pane import Details

__all__ = ["Details"]
