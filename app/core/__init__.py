"""Decisions: plain Python with no input, output, threads or clock of its own."""
