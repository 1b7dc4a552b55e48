"""What records say together: sums, targets beside results, right against annotation."""
