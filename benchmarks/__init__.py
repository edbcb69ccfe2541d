"""Every job beside the bare work under it, in one run, as ratios (`make bench`)."""
