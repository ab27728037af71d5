"""Escalation of what stays overdue or moves too often: who is told, and who decides."""
