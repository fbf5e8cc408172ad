"""One disclosure from its folder to its checked package.

In comes a folder with a source and its notes; out come a package and a report. ``convert`` shows
the whole way: ``sources`` reads the files and says what may be published of each, ``scanned`` has
pictures of pages recognised, ``privacy`` masks the numbers of persons, ``offered`` takes back what
may be misread, ``contradicted`` refuses what a person read and sums deny. ``bounded`` does it in a
process that is ended when it takes too long.
"""
