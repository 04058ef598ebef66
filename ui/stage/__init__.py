"""The stage: one column for each exchange, all on one price axis and one depth scale."""
