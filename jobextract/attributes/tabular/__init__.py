"""Tables in the text: what row and column say of a figure."""
