"""How fast the program is beside the bare libraries that it stands on: ``make bench``."""
