"""Models that tables and lists read pages from."""
