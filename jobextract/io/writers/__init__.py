"""A file for each format that a batch can write."""
