"""The data as typed pandas frames, for those who work with them in Python.

    >>> import juesuan
    >>> package = juesuan.read("datapackages/urumqi-government-office-2024")
    >>> package["measures"].query("measure == 'three_public.total'")["actual"].item()
    Decimal('102.36')
    >>> every = juesuan.read_collection("datapackages", department="urumqi-government-office")
    >>> every.only(region="650000", year=2024)["disclosure"]["department"].item()
    '乌鲁木齐市人民政府办公室'

Columns have the types of the package's own Table Schema: codes and other texts are ``string``,
amounts :class:`decimal.Decimal` and never binary floats, years and whole numbers ``Int64``, days
:class:`datetime.date`. What is not printed is missing, and is not 0.
"""

from juesuan.frames.over import Collection, read_collection
from juesuan.frames.package import Package, read, read_all

__all__ = ["Collection", "Package", "read", "read_all", "read_collection"]
