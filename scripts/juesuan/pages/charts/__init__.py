"""Charts: chosen from figures, drawn at build time, each with its table, its CSV and its words."""

from juesuan.pages.charts.chosen import charts_of
from juesuan.pages.charts.model import Cell, Chart, chart_csv

__all__ = ["Cell", "Chart", "chart_csv", "charts_of"]
