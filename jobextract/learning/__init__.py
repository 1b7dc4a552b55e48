"""Scorers whose weights are learned: weights and facts in, answer, margin and explanation out. Integers, no dependency."""
