"""Which ruled table is which of the nine: by its title, and where two are printed as one."""
