"""Learned scorers: integer weights in, scores, margins and their reasons out."""
