"""Addresses of what is over all disclosures: pages written by hand, generated ones, files."""

from __future__ import annotations

from typing import Literal

# Pages that are written by hand, as far as generated ones lead to them.

HOME = ""
DISCLOSURES = "disclosures/"
BOARD = "checks/"
BOARD_RULES = "checks/#rules"
BOARD_BETWEEN = "checks/#between"
DATA = "data/"
PROJECTS = "projects/"
FUNCTIONS = "functions/"
TOPICS = "topics/"
GLOSSARY = "glossary/"
METHODS = "methods/"
COVERAGE = "coverage/"
CORRECTIONS = "corrections/"
ENGLISH = "en/"  # also below a disclosure

Topic = Literal["three-public", "procurement", "assets", "people"]


def topic(name: Topic) -> str:
    """The page of a topic."""
    return f"{name}/"


# What is generated over all disclosures.

GENERATED = "d/"
PARTS = "parts"
"""The folder of generated parts; nothing in it is published by itself."""

SHARED = (PARTS, "all", "departments", "findings", "regions", "rules", "search", "states")
"""Folders beside those of the disclosures."""


def folder(name: str) -> str:
    """One of the shared folders.

    >>> folder("rules")
    'd/rules/'
    """
    return f"{GENERATED}{name}/"


def rule(rule_id: str) -> str:
    """The page of a rule."""
    return f"{folder('rules')}{rule_id}/"


def finding(disclosure_id: str, anchor: str) -> str:
    """The page of a contradiction.

    >>> finding("made-up-2024", "X06-all")
    'd/findings/made-up-2024--X06-all/'
    """
    return f"{folder('findings')}{disclosure_id}--{anchor}/"


def state(name: str) -> str:
    """The list of all checks in a state.

    >>> state("not_applicable")
    'd/states/not-applicable/'
    """
    return f"{folder('states')}{name.replace('_', '-')}/"


def department(department_id: str) -> str:
    """The page of a department's years."""
    return f"{folder('departments')}{department_id}/"


def region(code: str) -> str:
    """The page of a region."""
    return f"{folder('regions')}{code}/"


def whole(name: str) -> str:
    """A file over all disclosures.

    >>> whole("measures.csv")
    'd/all/measures.csv'
    """
    return f"{folder('all')}{name}"


def asset(name: str) -> str:
    """A style sheet or script that is written by hand.

    >>> asset("juesuan.css")
    'assets/juesuan.css'
    """
    return f"assets/{name}"


EMBED = "embed/"
"""The page that shows a chart or table of a disclosure on other sites; its query names them."""

FEED = whole("feed.xml")
CATALOGUE = whole("catalog.jsonld")


ASKING = "assets/ask/{name}.js"
"""A script that understands questions."""


def piece(name: str) -> str:
    """A piece of the index of search.

    >>> piece("first")
    'd/search/first.js'
    """
    return f"{folder('search')}{name}.js"


# The API.

PART = 500
"""Entries of a list of the API in one file, at most; the next file is named in ``next``."""

LARGEST = 120_000
"""Bytes of these entries, at most."""

API = "api/v1/"
OPENAPI = f"{API}openapi.json"
API_LISTS = ("disclosures", "departments", "measures", "rules", "findings", "between")


def api(name: str, number: int = 1) -> str:
    """A file of the API; of a list in several files the n-th.

    >>> api("rules"), api("disclosures", number=2)
    ('api/v1/rules.json', 'api/v1/disclosures-2.json')
    """
    return f"{API}{name}{'' if number == 1 else f'-{number}'}.json"
