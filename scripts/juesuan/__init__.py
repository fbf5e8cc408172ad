"""juesuan: open data from the final accounts (部门决算) of Chinese government departments.

The flow is one-way: :mod:`juesuan.intake` reads a file into a Document, :mod:`juesuan.parse` turns it into
Facts, :mod:`juesuan.package` writes and loads data packages, :mod:`juesuan.check` applies rules to a loaded
package and :mod:`juesuan.pages` renders the website. Definitions are data, in :mod:`juesuan.terms`.
"""

__version__ = "0.1.0"
