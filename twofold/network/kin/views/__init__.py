"""Pages of families and birthdays."""
