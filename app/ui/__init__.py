"""The window. Everything that knows Qt is in here, and nothing below knows it."""
