"""Rules of the words themselves: headings, years, what a template asks for or left behind."""
