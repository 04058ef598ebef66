"""Charts: one file a chart; all of time on one axis, so that nothing jumps while the market runs."""
