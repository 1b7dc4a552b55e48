"""HTML pages to text: the main part, its tables, the facts in tags and data."""
