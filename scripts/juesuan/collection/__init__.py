"""Collection: the folders of all disclosures, and what is done to them.

Its rooms, from the ground up, each using those before it: ``disk``, how a collection lies there;
``departments``, whose disclosures they are; ``reports``, what a maintainer is told; ``conversion``,
from the folder of one disclosure to its package; ``work``, the same for all of them, spread over
processes; ``adding`` new ones and ``changing`` those that are there. Each room says what is in it;
what others of the program need is handed on here.
"""

from juesuan.collection.adding.add import add, add_all
from juesuan.collection.adding.by_hand import ByHand
from juesuan.collection.adding.draft import Draft, draft
from juesuan.collection.adding.given import each, listed
from juesuan.collection.adding.looked import Entry
from juesuan.collection.changing.mask import Masked, mask, preview
from juesuan.collection.changing.remove import remove
from juesuan.collection.changing.rename import Renamed, rename
from juesuan.collection.changing.replace import Replaced, replace_source
from juesuan.collection.conversion.convert import convert, prepare
from juesuan.collection.conversion.offered import is_scan
from juesuan.collection.conversion.scanned import scans
from juesuan.collection.departments.held import Held, held, registry_problems
from juesuan.collection.departments.kin import (
    ExpectedYear,
    Follows,
    Whole,
    changed,
    expected,
    following,
    wholes,
)
from juesuan.collection.departments.registry import FILE as REGISTRY
from juesuan.collection.departments.registry import (
    Department,
    english_name,
    read_registry,
    registry_schema,
    registry_text,
)
from juesuan.collection.disk.folders import ID, folder_of, ids, load_all, sources_of
from juesuan.collection.disk.guard import stage, told
from juesuan.collection.disk.lock import alone
from juesuan.collection.disk.log import (
    LOG,
    Logged,
    gone,
    log_schema,
    log_text,
    now_called,
    read_log,
)
from juesuan.collection.disk.standing import is_outdated, known_text, notes_of, standing
from juesuan.collection.disk.texts import in_its_line, text_of
from juesuan.collection.disk.versions import CHANGES, earlier
from juesuan.collection.reports.report import Report, markdown_report, report_lines
from juesuan.collection.work.anew import remade
from juesuan.collection.work.build import build
from juesuan.collection.work.cache import file_hash, hash_of
from juesuan.collection.work.carried import Task
from juesuan.collection.work.findings import checked, finding_lines
from juesuan.collection.work.proof import Proof, prove
from juesuan.collection.work.spread import ENDED, Executor, Workers, spread

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
    "ExpectedYear",
    "Follows",
    "Held",
    "Logged",
    "Masked",
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
