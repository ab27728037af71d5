"""Reminders of a person: their preferences, their absences, what is planned, and why it came."""
