"""Korean text: numerals, sentences, tokens and their particles, the morphological analyser."""
