"""Where jobs live: one SQLite database for each profile, and the only code that speaks SQL to it."""
