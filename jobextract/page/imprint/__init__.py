"""What a page says of the publication of its articles: who wrote them, when they came out, which paper they stand in."""
