"""Panels around the stage: what the user may change, where we are in time, what happened, and what it changed."""
