"""The rules looked into: their own examples run, why a piece of text was found or not."""
