"""Corpora: documents that stand together in a file, row by row and in blocks of rows."""
