"""Numbers with their units and bounds, in running text."""
