"""What people read, in Korean and English: words, values as they are written, periods in words."""
