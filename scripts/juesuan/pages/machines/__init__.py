"""For machines: the static API and its description, catalogues and feeds, downloads, search, the site as a file."""
