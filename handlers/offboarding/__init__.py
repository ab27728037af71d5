"""Somebody leaves: who takes over what they owned."""
