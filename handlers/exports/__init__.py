"""Files of action items to take along."""
