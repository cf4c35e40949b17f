"""The five pages, in the order in which work goes."""
