"""How the years that a text names fix the present one: by arithmetic, by rows of figures, by what is published in a year."""
