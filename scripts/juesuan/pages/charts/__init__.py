"""Charts: chosen from figures, drawn at build time, each with its table and its words."""

from juesuan.pages.charts.chosen import charts_of
from juesuan.pages.charts.model import Cell, Chart

__all__ = ["Cell", "Chart", "charts_of"]
