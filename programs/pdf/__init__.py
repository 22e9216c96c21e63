"""A plan on paper: sheets as PDF files, drawn from a plan and a letterhead alone."""
