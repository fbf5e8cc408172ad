"""The unit of a statutory table: where it is stated, and what proves it where it is not."""
