"""Sources in, records out: corpora, columns, formats."""
