"""Rules of the statutory tables (公开表): inside one, between them, and against the prose."""
