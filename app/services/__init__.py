"""What the program does: complete without a window; the command line, the window and the tests all use it."""
