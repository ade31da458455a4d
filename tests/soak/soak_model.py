"""The engine beside the model of the contract, for as long as somebody likes.

`MODEL_EXAMPLES` is how many runs of `MODEL_STEPS` steps are made, at random.
"""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from test_reference_model import SETTINGS, EngineAndModel

EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "3000"))
STEPS = int(os.environ.get("MODEL_STEPS", "50"))


def soak_the_engine_beside_its_model() -> None:
    longer = settings(
        SETTINGS,
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        derandomize=False,
        print_blob=True,
    )
    run_state_machine_as_test(EngineAndModel, settings=longer)
