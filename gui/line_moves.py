"""Several jobs moved at once in the line keep their order among themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from engine import JobSnapshot, Move, Priority


def steps(chosen: Collection[str], jobs: Iterable[JobSnapshot], move: Move) -> list[str]:
    """The jobs to move, one after the other, each among those of its priority.

    Those that are at the end of their line already, or behind chosen ones that are, stay.
    """
    lines: dict[Priority, list[str]] = {}
    for job in sorted(jobs, key=lambda job: job.position):
        if not job.state.is_final:
            lines.setdefault(job.priority, []).append(job.id)
    return [job_id for line in lines.values() for job_id in _in_line(chosen, line, move)]


def _in_line(chosen: Collection[str], line: list[str], move: Move) -> list[str]:
    goes_down = move in (Move.DOWN, Move.BOTTOM)
    order = list(reversed(line)) if goes_down else line
    stay = 0
    while stay < len(order) and order[stay] in chosen:
        stay += 1
    moving = [job_id for job_id in order[stay:] if job_id in chosen]
    # To the very end each goes before the one that went there last.
    in_jumps = move in (Move.TOP, Move.BOTTOM)
    if not in_jumps:
        return moving
    return list(reversed([*order[:stay], *moving])) if moving else []
