"""Items: what each figure counts or measures, and the member of a list that it is told of."""
