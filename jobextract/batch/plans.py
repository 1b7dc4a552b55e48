"""What a run does to an output that is there already: replace it, append to it, or go on where an earlier run stopped."""

from __future__ import annotations

from ..io.atomic import OutputError
from ..io.writers import registry
from . import failures, journal


def planned(output: str, earlier: journal.Journal, resume: bool, append: bool, force: bool) -> journal.Plan | None:
    """What this run does to the output: what an interrupted one set out to do, or else what it is asked to.

    None where the interrupted run had come to its end but for its journal. Raises OutputError where going on would lose
    rows or double them.
    """
    plan = earlier.plan
    if plan is None or not resume:
        _refuse_leftovers(output, earlier, resume, append, force)
        before = registry.digest(output) if append else None
        return journal.Plan(append, before, failures.held(output) if before else 0)
    now = registry.digest(output)
    if append and not plan.append and now is not None:
        cause = "the run that was interrupted was to replace it, not to append to it"
        raise OutputError(output, cause, "leave --append out to go on, or begin anew with --append --force")
    if plan.append and now != plan.before:
        if now is not None and now == plan.after:
            return None
        remedy = "put back what it held then, or begin anew with --append --force"
        raise OutputError(output, "was changed after the run that appends to it was interrupted", remedy)
    return plan


def _refuse_leftovers(output: str, earlier: journal.Journal, resume: bool, append: bool, force: bool) -> None:
    """Raises OutputError where an interrupted run is neither gone on with nor given up, or had done all but tidy up."""
    plan = earlier.plan
    if plan is not None and plan.append and plan.after is not None and plan.after == registry.digest(output):
        raise OutputError(output, "an earlier run has appended to it and was interrupted", "add --resume to end it")
    if resume and not (earlier.held or append or force) and registry.path_of(output).exists():
        cause = "the run that was interrupted had not begun, so that it is not known whether it was to append"
        raise OutputError(output, cause, "start it again without --resume")
    if earlier.held and not (resume or force):
        cause = f"an earlier run was interrupted after {earlier.held} documents"
        raise OutputError(output, cause, "add --resume to go on, or --force to begin anew")
    if not resume:
        earlier.forget()
