"""What a sheet says and for whom, before it is drawn or shown: pure, the same for paper and for the screen."""
