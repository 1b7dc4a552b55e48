"""The rows of the table: which targets are one, what came of each, and where documents disagree."""
