"""The garbage collector at rest while a text is read.

What reading leaves behind goes when nobody holds it any more, but for one ring of objects an article, which the collector finds
when it goes on. Looking for more after every 700 objects costs a twentieth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection inside; whoever switched the collector off switches it on again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
