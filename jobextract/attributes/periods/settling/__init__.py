"""What settles a time that was left open."""
