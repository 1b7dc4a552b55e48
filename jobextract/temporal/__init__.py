"""Dates, ranges, durations and clock times, and the periods that they stand for."""
