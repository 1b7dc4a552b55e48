"""What a figure is: its item, subject, status and period."""
