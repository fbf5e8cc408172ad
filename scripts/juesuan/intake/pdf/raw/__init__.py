"""The process that opens a PDF, and what it finds on a page.

In comes a file; out comes one page a line of JSON: characters with their boxes, ruled lines, and
what was not read. Nothing here imports the project, for a hostile file may break the process;
``supervise`` starts it. ``worker`` goes through the pages: ``bare`` and ``calls`` ask pdfium,
``drawing`` gives what is drawn beside the text, ``letters`` the characters, ``seen`` which of them
a reader sees, ``watermarks`` which lie across the text, ``scanned`` which stand under a picture,
``notes`` what annotations show, ``layers`` what else the file holds. ``place`` turns a page
upright, ``own`` knows the pages that this program wrote.
"""
