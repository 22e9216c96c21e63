"""Parts of a page that any runner's page may show, whichever view draws it."""
