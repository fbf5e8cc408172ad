"""Check: rules (勾稽关系) applied to a package as it was published."""

from juesuan.check.book.unread import Unread
from juesuan.check.catalogue import all_rules, is_usual
from juesuan.check.comparing.ledger import rounded
from juesuan.check.comparing.relation import Relation
from juesuan.check.passed import Passed
from juesuan.check.rule import Rule
from juesuan.check.run import run
from juesuan.check.trust.doubt import Suspected, suspected
from juesuan.check.trust.misread import Offer, offers
from juesuan.check.trust.suspect import unconfirmed

__all__ = [
    "Offer",
    "Passed",
    "Relation",
    "Rule",
    "Suspected",
    "Unread",
    "all_rules",
    "is_usual",
    "offers",
    "rounded",
    "run",
    "suspected",
    "unconfirmed",
]
