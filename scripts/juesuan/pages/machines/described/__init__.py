"""What search engines and catalogues of data are told: schema.org, DCAT, an Atom feed."""
