"""This computer: folders, settings, the keyring, the log, and who drives the jobs."""
