"""The website: drawn bodies in the theme's frame, and pages that are written by hand.

``workplace`` lays out what MkDocs builds and ``builder`` runs it: pages written by hand (``docs/``)
and a few frames, empty pages of the theme whose gaps ``frame`` finds. ``body`` reads what was
drawn, ``fill`` puts it into a frame, ``parts`` puts generated parts into pages written by hand,
``squeeze`` takes out what browsers do not show. ``units`` fills the pages of a disclosure once,
``written`` those that are written by hand, ``links`` holds that every link leads somewhere,
``sitemap`` lists the pages. ``site`` puts all together, ``laid`` lays it out in its place;
``serve`` shows it while it is worked on.
``begin`` makes the folder of a collection of one's own.
"""

from juesuan.website.begin import WHEELS, begin
from juesuan.website.builder import BUILDERS
from juesuan.website.serve import serve
from juesuan.website.site import SITE, Built, website

__all__ = ["BUILDERS", "SITE", "WHEELS", "Built", "begin", "serve", "website"]
