"""Prints the state diagram of ARCHITECTURE.md, in Mermaid, from the one table of transitions.

What every live state accepts alike is drawn once; what leaves a state as it is, is not drawn.
"""

from __future__ import annotations

from collections import defaultdict

from engine.states import TRANSITIONS, JobEvent, JobState

BEGIN = "<!-- state diagram: begin -->"
END = "<!-- state diagram: end -->"

LIVE = [state for state in JobState if not state.is_final]


def diagram() -> str:
    """The block between the markers, markers included."""
    lines = ["stateDiagram-v2", '    state "any live state" as LIVE', "    [*] --> SUSPENDED"]
    for state in LIVE:
        lines += _arrows(state.name, _own_events(state))
    lines += _arrows("LIVE", _shared_events())
    lines += [f"    {state.name} --> [*]" for state in JobState if state.is_final]
    return "\n".join([BEGIN, "```mermaid", *lines, "```", END])


def _shared_events() -> dict[JobEvent, JobState]:
    """The events that lead every live state to the same other one."""
    targets = {event: {TRANSITIONS[state].get(event) for state in LIVE} for event in JobEvent}
    return {
        event: target
        for event, (target, *others) in targets.items()
        if target is not None and not others
    }


def _own_events(state: JobState) -> dict[JobEvent, JobState]:
    shared = _shared_events()
    return {
        event: target
        for event, target in TRANSITIONS[state].items()
        if target is not state and event not in shared
    }


def _arrows(source: str, events: dict[JobEvent, JobState]) -> list[str]:
    """One arrow for each target, labelled with all that leads there."""
    labels: dict[JobState, list[str]] = defaultdict(list)
    for event, target in events.items():
        labels[target].append(event.value)
    return [f"    {source} --> {to.name}: {', '.join(labels[to])}" for to in labels]


if __name__ == "__main__":
    print(diagram())
