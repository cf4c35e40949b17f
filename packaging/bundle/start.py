"""Where the frozen program starts."""

import multiprocessing

from app.__main__ import run

if __name__ == "__main__":
    multiprocessing.freeze_support()
    run()
