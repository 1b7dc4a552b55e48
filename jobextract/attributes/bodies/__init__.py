"""The bodies that figures belong to: their names, and which of them an article is about."""
