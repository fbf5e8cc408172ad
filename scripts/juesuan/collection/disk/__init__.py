"""How a collection lies on disk: folders, files, their versions, the log.

In come paths; out come what lies there, and changes that are whole or not made at all.
``folders`` knows where everything of a disclosure lies, ``texts`` the text in which its figures
are printed, ``versions`` earlier versions of it, ``standing`` the last good package of one whose
source has changed. ``log`` keeps what was removed, renamed and replaced. ``exchange`` puts
something new in place of the old, ``lock`` keeps two commands apart, ``guard`` catches the faults
of one disclosure.
"""
