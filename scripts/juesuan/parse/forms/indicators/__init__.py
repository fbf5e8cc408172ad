"""The indicators of a form: cells bound to fields, levels repeated, points decided, written."""

from juesuan.parse.forms.indicators.read import labels_float, printed_columns, read_indicators

__all__ = ["labels_float", "printed_columns", "read_indicators"]
