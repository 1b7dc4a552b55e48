"""A limit on the time of whatever runs inside it: the last resort where something takes for ever that should not.

In the main thread a timer of the system interrupts even a pattern that is being matched (``re`` and ``regex`` look for
signals); in another thread, and where there is no such timer, between two steps of Python. What is in foreign code for
long is interrupted when it comes back: a batch, which has processes, ends it there.
"""

from __future__ import annotations

import ctypes
import math
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

USUAL = 300.0  # seconds of a document where nobody says another limit, in every command and on Spark
AGAIN = 0.5  # seconds after which it is tried again, where a clean-up that may not fail has swallowed the first try


class _ExpiredError(BaseException):
    """No ``Exception``, so that nobody on the way takes it for a trouble of his own."""


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """Raises TimeoutError after so many seconds; None and 0 are no limit. Raises ValueError for what is no number of them."""
    if seconds is not None and not 0 <= seconds < math.inf:
        raise ValueError(f"a time limit of {seconds!r} seconds; give a number above 0, or None")
    if not seconds:
        yield
        return
    expired = _ExpiredError()  # this limit's own: that of a limit around it passes through
    timed = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    try:
        with (_by_timer if timed else _by_watcher)(seconds, expired):
            yield
    except _ExpiredError as error:
        if timed and error is not expired:
            raise
        raise TimeoutError(f"took longer than {seconds:g} seconds") from None


@contextmanager
def _by_timer(seconds: float, expired: _ExpiredError) -> Iterator[None]:
    """A timer that somebody else has set rings when it would have."""
    over = rung = False
    begun = time.monotonic()

    def ring(*reason: Any) -> None:
        nonlocal rung
        if over:
            return
        if time.monotonic() - begun >= seconds:
            raise expired
        if 0 < left <= time.monotonic() - begun and not rung and callable(handler):
            rung = True
            handler(*reason)

    left, interval = 0.0, 0.0
    handler = signal.signal(signal.SIGALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    if 0 < left < seconds:
        signal.setitimer(signal.ITIMER_REAL, left, AGAIN)
    try:
        try:
            yield
        finally:
            over = True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left and not rung:
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - begun), 1e-3), interval)


@contextmanager
def _by_watcher(seconds: float, expired: _ExpiredError) -> Iterator[None]:
    """A second thread that raises an error in this one, of the same kind: the system takes a kind, no instance."""
    over, lock = threading.Event(), threading.Lock()
    watched = ctypes.c_ulong(threading.get_ident())

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            with lock:
                if not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(watched, ctypes.py_object(type(expired)))
            wait = AGAIN

    threading.Thread(target=watch, daemon=True).start()
    try:
        try:
            yield
        finally:
            over.set()
    finally:
        with lock:  # one that is on its way is called back
            ctypes.pythonapi.PyThreadState_SetAsyncExc(watched, None)
