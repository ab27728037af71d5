"""Somebody leaves: who takes over what he owned."""
