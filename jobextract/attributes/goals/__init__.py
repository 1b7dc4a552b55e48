"""What was aimed at beside what came of it: the two are told together, and so are read together."""
