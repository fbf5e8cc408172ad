"""Collection: the folders of all disclosures, and what is done to them.

``registry`` holds the departments; ``whose`` says which one a title means, ``held`` what there is,
``entering`` where a new disclosure goes. ``add`` puts new ones in (``given`` says which files are
one, ``by_hand`` what a maintainer says of it, ``looked`` what it is; ``received`` and ``alike``
know what is there already; ``scanned`` has scans recognised, ``offered`` takes back what may be
misread), ``replace`` exchanges one for a newer one (``changes`` tells values),
``remove`` and ``rename`` do what they say (``log`` keeps what was done),
``convert`` makes one package (``prepare`` makes many of them faster), ``build`` what has changed
(``cache`` knows which), ``mask`` takes a text out, ``privacy`` the numbers of persons
(``exchange`` puts the result in place). ``report`` says what became of a conversion, compared with
``before``; ``findings`` what the rules find, ``draft`` what they would find; ``proof`` whether
packages are what their sources give, ``differences`` where they are not. ``folders`` knows where
everything lies, ``texts`` in what text figures are printed, ``kin`` which disclosures speak of one
thing, and which are missing. ``guard`` catches the faults of one disclosure, ``standing`` keeps its
last good package, ``anew`` makes one that is damaged, ``versions`` finds earlier ones, ``spread``
shares the work between processes, or asks a ``cluster``, which gets what is ``carried`` to its
``worker``; ``lock`` keeps two commands apart.
"""

from juesuan.collection.add import add, add_all
from juesuan.collection.anew import remade
from juesuan.collection.build import build
from juesuan.collection.by_hand import ByHand
from juesuan.collection.cache import file_hash, hash_of
from juesuan.collection.carried import Task
from juesuan.collection.convert import convert, prepare
from juesuan.collection.draft import Draft, draft
from juesuan.collection.findings import checked, finding_lines
from juesuan.collection.folders import ID, folder_of, ids, load_all, sources_of
from juesuan.collection.given import each, listed
from juesuan.collection.guard import stage, told
from juesuan.collection.held import Held, held, registry_problems
from juesuan.collection.kin import Follows, Place, Whole, changed, expected, following, wholes
from juesuan.collection.lock import alone
from juesuan.collection.log import LOG, Logged, gone, log_schema, log_text, now_called, read_log
from juesuan.collection.looked import Entry
from juesuan.collection.mask import Masked, mask, preview
from juesuan.collection.offered import is_scan
from juesuan.collection.proof import Proof, prove
from juesuan.collection.registry import FILE as REGISTRY
from juesuan.collection.registry import (
    Department,
    english_name,
    read_registry,
    registry_schema,
    registry_text,
)
from juesuan.collection.remove import remove
from juesuan.collection.rename import Renamed, rename
from juesuan.collection.replace import Replaced, replace_source
from juesuan.collection.report import Report, markdown_report, report_lines
from juesuan.collection.scanned import scans
from juesuan.collection.spread import ENDED, Executor, Workers, spread
from juesuan.collection.standing import is_outdated, known_text, notes_of, standing
from juesuan.collection.texts import in_its_line, text_of
from juesuan.collection.versions import CHANGES, earlier

__all__ = [
    "CHANGES",
    "ENDED",
    "ID",
    "LOG",
    "REGISTRY",
    "ByHand",
    "Department",
    "Draft",
    "Entry",
    "Executor",
    "Follows",
    "Held",
    "Logged",
    "Masked",
    "Place",
    "Proof",
    "Renamed",
    "Replaced",
    "Report",
    "Task",
    "Whole",
    "Workers",
    "add",
    "add_all",
    "alone",
    "build",
    "changed",
    "checked",
    "convert",
    "draft",
    "each",
    "earlier",
    "english_name",
    "expected",
    "file_hash",
    "finding_lines",
    "folder_of",
    "following",
    "gone",
    "hash_of",
    "held",
    "ids",
    "in_its_line",
    "is_outdated",
    "is_scan",
    "known_text",
    "listed",
    "load_all",
    "log_schema",
    "log_text",
    "markdown_report",
    "mask",
    "notes_of",
    "now_called",
    "prepare",
    "preview",
    "prove",
    "read_log",
    "read_registry",
    "registry_problems",
    "registry_schema",
    "registry_text",
    "remade",
    "remove",
    "rename",
    "replace_source",
    "report_lines",
    "scans",
    "sources_of",
    "spread",
    "stage",
    "standing",
    "text_of",
    "told",
    "wholes",
]
