"""What is known, as data: the rules of rules/*.toml, loaded and checked."""
