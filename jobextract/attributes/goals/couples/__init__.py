"""A target and what came of it where the text calls neither by name."""
