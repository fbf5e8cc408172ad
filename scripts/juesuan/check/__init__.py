"""Check: rules (勾稽关系) applied to a package as it was published."""

from juesuan.check.catalogue import all_rules
from juesuan.check.doubt import Suspected, suspected
from juesuan.check.ledger import rounded
from juesuan.check.misread import Offer, offers
from juesuan.check.passed import Passed
from juesuan.check.rule import Rule
from juesuan.check.run import run
from juesuan.check.suspect import unconfirmed
from juesuan.check.unread import Unread

__all__ = [
    "Offer",
    "Passed",
    "Rule",
    "Suspected",
    "Unread",
    "all_rules",
    "offers",
    "rounded",
    "run",
    "suspected",
    "unconfirmed",
]
