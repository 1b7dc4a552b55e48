"""The time that each figure counts for."""
