"""Many documents: processes, resuming, Arrow, Spark."""
