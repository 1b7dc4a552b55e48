"""Imported by the fork server of ``batch`` and by nothing else: its workers inherit rules and model already loaded.

Patterns are compiled, and the analyser's tables built, by their first use: so a small page is read once, and all else that it
did not ask for is compiled, two seconds that no worker spends again.
"""

import gc

from .. import pipeline
from ..korean import deferred_patterns, morphology

SENTENCE = "한들시는 올해 일자리 30개를 만든다고 6일 밝혔다."

pipeline.extract(f"한들시, 일자리 30개 만든다\n강민서 기자\n2024-02-06 09:10\n\n{SENTENCE}\n댓글 0\n")
morphology.tokens(SENTENCE)
deferred_patterns.compile_all()
gc.freeze()  # the collector of a worker would copy, page by page, what it shares with the others
