"""Lessons in the window: the guide that leads through one, its panel, the teacher's notes, the handout."""
