"""Imported by the fork server of ``batch`` and by nothing else: its workers inherit rules and model already loaded."""

from . import morphs, rulebook

rulebook.load()
morphs.analyser()
