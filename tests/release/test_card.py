"""The card: YAML that hubs read, a configuration a table, the tables for people."""

from __future__ import annotations

import yaml

from juesuan.pages import Edition
from juesuan.release.card import Table, card


def test_hubs_read_a_configuration_a_table() -> None:
    tables = [
        Table("measures", "指标", 1200, "measures.parquet"),
        Table("figures", "数字台账", 9, "figures/**/*.parquet"),
    ]
    text = card(Edition("2026.04", "2026-04-30T00:00:00Z"), tables)
    begin, head, body = text.split("---\n", 2)
    about = yaml.safe_load(head)
    assert begin == "" and about["license"] == "cc-by-4.0" and about["language"] == ["zh"]
    assert about["version"] == "2026.04" and about["size_categories"] == ["1K<n<10K"]
    assert about["configs"] == [
        {"config_name": "measures", "data_files": "measures.parquet", "default": True},
        {"config_name": "figures", "data_files": "figures/**/*.parquet"},
    ]
    assert "| `measures` | 1,200 | 指标 |" in body and "2026.04（2026-04-30）" in body
