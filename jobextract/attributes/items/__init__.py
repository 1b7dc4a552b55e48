"""The finders of items: what each figure counts or measures."""
