"""The static API, its JSON Schemas and its description."""
