"""What is no table by the rules, or two in one: told, and never read as if it were whole."""
