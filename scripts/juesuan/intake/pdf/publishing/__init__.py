"""What may be published of a PDF.

In come a file and the places of what must not be seen; out comes the file as received, written
anew, or made of pictures. ``publish`` decides. ``cleaner`` writes a file anew in a process of its
own: ``glyphs`` finds what draws the characters, ``signs`` puts a sign in their place. ``pictured``
makes pictures of the pages, with the text under them in ``blank_fonts``.
"""
