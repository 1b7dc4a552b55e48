"""From bytes to articles: one text, its lines, which of them are the article."""
