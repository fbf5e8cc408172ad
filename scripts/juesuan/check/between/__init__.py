"""Rules between disclosures: this year's and last year's, a whole and its agencies, any two.

``case`` says which disclosures a rule is asked about, ``family`` how a rule is declared; ``years``,
``balances``, ``agencies`` and ``goals`` hold the rules, ``judge`` applies them, ``pinned`` knows
what a person compared. What is asked of is tables alone: who puts the cases together brings the
columns of :data:`ASKED`.
"""

from juesuan.check.between.case import Agencies, Copied, Years
from juesuan.check.between.goals import FEWEST, plain_goal
from juesuan.check.between.judge import ASKED, CITED, between_rules, judged
from juesuan.check.between.misread import without_misread
from juesuan.check.between.pinned import pinned, unmatched

__all__ = [
    "ASKED",
    "CITED",
    "FEWEST",
    "Agencies",
    "Copied",
    "Years",
    "between_rules",
    "judged",
    "pinned",
    "plain_goal",
    "unmatched",
    "without_misread",
]
