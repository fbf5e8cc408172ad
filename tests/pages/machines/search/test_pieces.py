"""Pieces of the index: scripts of about one size."""

from __future__ import annotations

import json

from juesuan.pages.machines.search.cutting import piece_of
from juesuan.pages.machines.search.pieces import SIZE, Shards, piece


def test_a_piece_is_a_script() -> None:
    assert piece("t0", {"甲": 1}) == ("d/search/t0.js", 'juesuanSearch("t0",{"甲":1});\n')


def test_each_token_stands_in_its_piece() -> None:
    shards = Shards("n", {f"k{i}": f'"{"x" * 100}"' for i in range(300)})
    files = dict(shards.files())
    assert len(files) == shards.number == 8  # of about 4,100 characters each; 11 would have SIZE
    assert SIZE / 2 <= 300 * (102 + 4 + 3.63) / shards.number <= SIZE * 2
    for i in (0, 150, 299):
        script = files[f"d/search/n{piece_of(f'k{i}', shards.number)}.js"]
        assert json.loads(script.partition(",")[2].rpartition(")")[0])[f"k{i}"] == "x" * 100


def test_a_piece_tells_how_many_there_are() -> None:
    shards = Shards("n", {f"k{i}": f'"{"x" * 100}"' for i in range(300)})
    for _, script in shards.files():
        assert json.loads(script.partition(",")[2].rpartition(")")[0])["#"] == shards.number
