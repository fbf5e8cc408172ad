"""Sheets become rows: every cell is bound by the path of its headings."""

from __future__ import annotations

import re
from collections.abc import Callable

from juesuan import terms
from juesuan.model import Document
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.statutory.find import Found, find
from juesuan.parse.statutory.label import CODE, Label, group_of, joined, level, parted
from juesuan.parse.statutory.sheet import Amount, Row, Sheet, SheetCell, texts
from juesuan.parse.view import Reader, View


def read_statutory(document: Document, reader: Reader, draft: Draft) -> list[tuple[int, int]]:
    """Read the nine tables.

    Args:
        document: with ruled tables; a document without any is left alone.
        reader: of the document.
        draft: takes the rows.

    Returns:
        Ranges of the source that belong to these tables and not to the prose.
    """
    ranges: list[tuple[int, int]] = []
    seen: set[str] = set()
    for found in find(document, reader):
        where = document.place_of(found.pieces[0].start)
        ranges += [(piece.start, piece.end) for piece in found.pieces]
        ranges += [
            (view.at[0], view.at[-1] + 1)
            for view in (found.title, *found.above, *found.notes)
            if len(view)
        ]
        if found.table.id in seen:
            draft.remarks.append(
                f"{where}: {found.table.label} is printed a second time; only the first is read"
            )
            _leave(found, reader, draft)
            continue
        seen.add(found.table.id)
        _read(found, reader, draft, where)
    lacking = [one.label for one in terms.statutory_tables() if one.id not in seen]
    if lacking and document.tables:
        draft.remarks.append(
            f"not found among the ruled tables: {'、'.join(lacking)}; what is printed of them was not read"
        )
    return ranges


def _leave(found: Found, reader: Reader, draft: Draft) -> None:
    """Publish a table that is not read as the text that it is, so that its figures are not lost."""
    for piece in found.pieces:
        _text(found, "unread_table", reader.view(piece.start, piece.end), draft)


def _read(found: Found, reader: Reader, draft: Draft, where: str) -> None:
    _text(found, "title", found.title, draft)
    for line in found.above:
        if re.search(terms.statutory_words()["unit"], line.text):
            _text(found, "unit", line, draft)
        else:
            draft.refer(line)
    sheet = found.sheet(reader)
    _notes_inside(found, sheet, draft)
    reading = _Reading(found, sheet, draft, where)
    {
        "sides": reading.sides,
        "coded": reading.coded,
        "blocks": reading.blocks,
        "matrix": reading.matrix,
    }[found.table.shape]()
    for note in found.notes:
        about = re.search(terms.statutory_words()["empty"], note.text)
        body = (
            note[match.end() :]
            if (match := re.match(terms.statutory_words()["note"], note.text))
            else note
        )
        _text(found, "empty" if about else "note", passage.strip_marks(body), draft)


def _notes_inside(found: Found, sheet: Sheet, draft: Draft) -> None:
    """Take away the rows that hold nothing but a note."""
    notes = {
        i
        for i, row in enumerate(sheet.rows)
        if (one := texts(row)) and len(one) == 1 and _is_note(one[0])
    }
    for i in sorted(notes):
        for cell in sheet.rows[i]:
            if cell.begins:
                _text(found, "note", cell.view, draft)
    sheet.drop(notes)


def _is_note(text: str) -> bool:
    return any(
        re.match(terms.statutory_words()[word], text) for word in ("note", "note_about_table")
    )


def _text(found: Found, kind: str, body: View, draft: Draft) -> None:
    rows = [
        one
        for one in draft.tables.get("texts", [])
        if one["section"] == found.table.id and one["kind"] == kind
    ]
    if not len(body):
        return
    row = draft.add(
        "texts",
        section=found.table.id,
        kind=kind,
        position=str(len(rows) + 1),
        text=passage.publish(body),
    )
    draft.quote("texts", row, "text", body)


class _Reading:
    """One table being read."""

    def __init__(self, found: Found, sheet: Sheet, draft: Draft, where: str) -> None:
        self.found, self.sheet, self.draft, self.where = found, sheet, draft, where
        self.words = terms.statutory_words()
        self.unit = found.unit or "万元"
        if not found.unit:
            self._remark("no unit is printed; 万元 is assumed")

    @property
    def resource(self) -> str:
        return self.found.table.id

    def _remark(self, text: str) -> None:
        self.draft.remarks.append(f"{self.where}: {self.found.table.label}: {text}")

    # -- headings ----------------------------------------------------------------------------------------------

    def _first(self, is_data: Callable[[Row], bool], after: int = -1) -> int:
        """Number of the first row of figures behind row ``after``; the number of rows if there is none."""
        rows = self.sheet.rows
        return next((i for i in range(after + 1, len(rows)) if is_data(rows[i])), len(rows))

    def _head(self, count: int) -> list[str]:
        """Take the rows of headings, the first ``count`` ones, away and return the path of each column.

        Headings that later pages repeat go too; a row that holds headings and figures stays as a row of figures, and
        gives its headings to the path.
        """
        rows = self.sheet.rows
        head = [row for row in rows[:count] if not self._is_line_row(row)]
        shared = [self._headings_only(rows[count])] if count < len(rows) else []
        paths = self.sheet.paths([*head, *shared])
        known = {tuple(texts(row)) for row in head if texts(row)}
        again = {
            i
            for at in self.sheet.breaks
            for i in range(at, min(at + count + 1, len(rows)))
            if tuple(texts(rows[i])) in known
        }
        lined = {i for i in range(count, len(rows)) if self._is_line_row(rows[i])}
        for i in {*range(count), *again, *lined}:
            for cell in rows[i]:
                if cell.begins:
                    self.draft.refer(cell.view)
        self.sheet.drop({*range(count), *again, *lined})
        self.sheet.mend(self._begins)
        return paths

    def _begins(self, text: str) -> bool:
        """Whether a cell's text begins a row: a code, a numbered label, a total."""
        coded = (
            CODE.fullmatch(text)
            or re.match(self.words["ordinal"], text)
            or re.search("合计$|总计$", text)
        )
        return bool(coded) or self._kind(text, False) != "line"

    def _headings_only(self, row: Row) -> Row:
        """The row with only those cells that are headings of codes (类, 款, 项)."""
        blank = SheetCell(View("", ()), False, 1)
        return tuple(cell if re.fullmatch(r"类|款|项", cell.text) else blank for cell in row)

    def _is_line_row(self, row: Row) -> bool:
        """Whether a row numbers the columns (栏次 1 2 3 …)."""
        numbers = [text for text in texts(row) if not re.fullmatch(self.words["line_row"], text)]
        return len(numbers) > 1 and numbers == [str(i) for i in range(1, len(numbers) + 1)]

    def _bound(self, paths: list[str], wanted: list[int]) -> dict[str, int]:
        """Field name to column, for the columns that are asked for; what no heading explains is remarked."""
        found: dict[str, int] = {}
        for column in wanted:
            if re.search(self.words["line_number"], paths[column]):
                for row in self.sheet.rows:
                    self.draft.refer(row[column].view)
                continue
            names = [
                name
                for name, pattern in self.found.table.columns.items()
                if re.search(pattern, paths[column])
            ]
            name = next((name for name in names if name not in found), None)
            if name is not None:
                found[name] = column
            elif paths[column]:
                known = "is bound already" if names else "is not known"
                self._remark(f"the heading {paths[column]} {known}; its column is not published")
        return found

    # -- cells -------------------------------------------------------------------------------------------------

    def _amounts(self, made: dict[str, str], label: Label, cells: dict[str, SheetCell]) -> None:
        """Bind the amounts of a row; where no border parts one from another or from labels, it is none's for sure."""
        for column, cell in cells.items():
            self._amount(made, column, cell, sure=label.owns(cell, cells.values()))
        if label.amount is not None:
            columns = [column for column, cell in cells.items() if label.covers(cell)]
            self._lose(
                made,
                columns or [column for column in cells if not made[column]][:1] or list(cells)[:1],
                label.amount,
            )

    def _lose(self, made: dict[str, str], columns: list[str], cell: SheetCell) -> None:
        """Mark cells as unreadable; what is printed for them stands in the given one."""
        made["unreadable"] = " ".join(dict.fromkeys([*made["unreadable"].split(), *columns]))
        for column in columns[:1]:
            self.draft.lose(self.resource, made, column, cell.view)

    def _amount(
        self, row: dict[str, str], column: str, cell: SheetCell, *, sure: bool = True
    ) -> None:
        amount = Amount(cell)
        if amount.plain and not sure:
            self._lose(row, [column], cell)
        elif not cell.begins:
            return
        elif amount.plain:
            row[column] = published(amount.plain, self.unit)
            self.draft.bind(self.resource, row, column, row[column], cell.view, self.unit)
        elif amount.is_dash:
            row["dashes"] = f"{row['dashes']} {column}".strip()
        elif amount.is_lost:
            self._lose(row, [column], cell)

    def _is_figure(self, cell: SheetCell) -> bool:
        return (
            cell.begins
            and bool(Amount(cell).plain)
            and bool(re.search(r"\.|^\d{1,2}$|^0$|,", cell.text))
        )

    # -- shapes ------------------------------------------------------------------------------------------------

    def coded(self) -> None:
        """A row a line of the functional classification."""

        def is_data(row: Row) -> bool:
            coded = any(re.fullmatch(r"\d{3,9}", cell.text) for cell in row[:4] if cell.begins)
            named = [cell for cell in row if cell.begins and cell.text and not Amount(cell).is_dash]
            total = len(named) == 1 and bool(re.search(self.words["total"], named[0].text))
            return coded or total or any("." in cell.text and self._is_figure(cell) for cell in row)

        paths = self._head(self._first(is_data))
        name = next((i for i, path in enumerate(paths) if re.search("科目名称|名称$", path)), None)
        codes = [
            i for i, path in enumerate(paths) if re.search(self.words["code"], path) and i != name
        ]
        if name is None:
            name = (max(codes) + 1) if codes else 0
        codes = [i for i in codes if i < name]
        bound = self._bound(paths, list(range(name + 1, self.sheet.width)))
        self._missing(bound)
        for row in self.sheet.rows:
            if texts(row):
                self._coded_row(row, codes, name, bound)

    def _missing(self, bound: dict[str, int]) -> None:
        lacking = [field.title for field in self._money_fields() if field.name not in bound]
        if lacking and len(lacking) == len(self._money_fields()):
            self._remark(f"no column was found for {'、'.join(lacking)}")

    def _money_fields(self) -> list[terms.Field]:
        return [
            field
            for field in terms.resource_schemas()[self.resource].fields
            if field.column_type == "value"
        ]

    def _coded_row(self, row: Row, codes: list[int], name: int, bound: dict[str, int]) -> None:
        pieces = [(row[i], row[i].text) for i in codes if CODE.fullmatch(row[i].text)]
        label = parted(self._name_cell(row, [*codes, name]), coded=bool(pieces))
        if label.cell is None and not pieces and not any(row[i].text for i in bound.values()):
            return
        if label.code:
            pieces = [(label.code, label.code.text)]
        if label.cell is None and not pieces:
            self._remark(f"a row without a code and a name ({' '.join(texts(row))[:40]})")
        text = label.text
        code = joined([one for _, one in pieces])
        kind = "total" if re.search(self.words["total"], text) and not code else level(code)
        position = len(self.draft.tables.get(self.resource, [])) + 1
        made = self.draft.add(
            self.resource,
            position=str(position),
            kind=kind,
            code=code,
            name=passage.publish(label.view),
        )
        for cell, _ in pieces:
            if cell.begins:
                self.draft.quote(self.resource, made, "code", cell.view)
        self.draft.quote(self.resource, made, "name", label.view)
        self._amounts(made, label, {column: row[at] for column, at in bound.items()})

    def _name_cell(self, row: Row, columns: list[int]) -> SheetCell | None:
        """The cell of the name; a total may stand in the columns of the code."""
        own = row[columns[-1]]
        if own.text and own.begins:
            return own
        for i in columns[:-1]:
            cell = row[i]
            if (
                cell.begins
                and cell.text
                and not CODE.fullmatch(cell.text)
                and not re.fullmatch(r"类|款|项", cell.text)
            ):
                return cell
        return None

    def sides(self) -> None:
        """Revenue beside expenditure."""
        ordinal = re.compile(self.words["ordinal"])

        def is_data(row: Row) -> bool:
            return any(ordinal.match(text) for text in texts(row)) or any(
                "." in c.text and self._is_figure(c) for c in row
            )

        paths = self._head(self._first(is_data))
        for side, word in (("revenue", "收入"), ("expenditure", "支出")):
            columns = [i for i, path in enumerate(paths) if path.startswith(word)]
            label = next(
                (i for i in columns if re.search(r"项目(?:\([^()]*\))?$|功能分类", paths[i])), None
            )
            if label is None:
                self._remark(f"no column of labels below {word}")
                continue
            bound = self._bound(paths, [i for i in columns if i != label])
            self._side(side, label, bound)

    def _side(self, side: str, label: int, bound: dict[str, int]) -> None:
        position, below = 0, False
        for row in self.sheet.rows:
            cell = row[label]
            amounts = {name: row[at] for name, at in bound.items()}
            if not (cell.begins and cell.text):
                if any(one.begins and one.text for one in amounts.values()):
                    self._remark(f"an amount of {side} stands without a label and is not read")
                continue
            position += 1
            named = parted(cell, coded=True)
            kind = self._kind(named.text, below)
            below = kind in ("opening", "closing") or (below and kind == "part")
            self._line(side, position, kind, named, amounts)

    def _kind(self, label: str, below: bool) -> str:
        kind = next(
            (one["kind"] for one in self.words["label"] if re.search(one["pattern"], label)), ""
        )
        return kind or ("part" if below else "line")

    def _line(
        self, side: str, position: int, kind: str, label: Label, amounts: dict[str, SheetCell]
    ) -> None:
        funds = "fund" in {field.name for field in terms.resource_schemas()[self.resource].fields}
        made: list[tuple[dict[str, str], SheetCell]] = []
        for fund, amount in amounts.items():
            row = self.draft.add(
                self.resource, side=side, position=str(position), kind=kind, label=passage.publish(label.view),
                **({"fund": fund} if funds else {}),
            )  # fmt: skip
            made.append((row, amount))
        for row, amount in made:
            self._amount(row, "actual", amount, sure=label.owns(amount, amounts.values()))
        if made:
            self.draft.quote(self.resource, made[0][0], "label", label.view)
        if made and label.amount:
            self._lose(
                next((row for row, amount in made if label.covers(amount)), made[0][0]),
                ["actual"],
                label.amount,
            )

    def blocks(self) -> None:
        """Blocks of code, name and amount side by side; they are read one after another."""

        def is_data(row: Row) -> bool:
            coded = any(re.fullmatch(r"\d{3,5}", cell.text) for cell in row if cell.begins)
            return coded or any("." in cell.text and self._is_figure(cell) for cell in row)

        paths = self._head(self._first(is_data))
        start, blocks = 0, []
        for i, path in enumerate(paths):
            if re.search(self.found.table.columns["actual"], path):
                blocks.append((list(range(start, i)), i))
                start = i + 1
        taken: set[tuple[int, int]] = set()
        for columns, amount in blocks:
            self._block(paths, columns, amount, taken)
        if not blocks:
            self._remark("no column of amounts was found")

    def _block(
        self, paths: list[str], columns: list[int], amount: int, taken: set[tuple[int, int]]
    ) -> None:
        """One block; ``taken`` are the amounts (row, column) that belong to a total of a block further left."""
        name = next(
            (i for i in columns if re.search("名称$|项目$", paths[i])),
            columns[-1] if columns else amount,
        )
        codes = [i for i in columns if i < name]
        for number, row in enumerate(self.sheet.rows):
            pieces = [(row[i], row[i].text) for i in codes if CODE.fullmatch(row[i].text)]
            label = parted(self._name_cell(row, [*codes, name]), coded=bool(pieces))
            total = bool(re.search("合计|总计", label.text))
            at = (
                _behind(row, amount)
                if total and label.covers(row[amount]) and not label.amount
                else amount
            )
            if label.code:
                pieces = [(label.code, label.code.text)]
            if (
                label.cell is None
                and not pieces
                and (not row[amount].text or (number, amount) in taken)
            ):
                continue
            taken.add((number, at))
            code = joined([one for _, one in pieces])
            position = len(self.draft.tables.get(self.resource, [])) + 1
            kind = {3: "class", 5: "item"}.get(len(code), "total" if total else "line")
            made = self.draft.add(
                self.resource, position=str(position), kind=kind, code=code,
                name=passage.publish(label.view), group=group_of(code, label.text),
            )  # fmt: skip
            for cell, _ in pieces:
                if cell.begins:
                    self.draft.quote(self.resource, made, "code", cell.view)
            self.draft.quote(self.resource, made, "name", label.view)
            self._amounts(made, label, {"actual": row[at]})

    def matrix(self) -> None:
        """A heading a figure: budget and final account of each."""
        count = max((i for i, row in enumerate(self.sheet.rows) if _budget_words(row)), default=-1)

        paths = self._head(
            self._first(lambda row: not re.search("合计|小计|费", "".join(texts(row))), after=count)
        )
        rows = [row for row in self.sheet.rows if texts(row)]
        if len(rows) > 1:
            self._remark(f"{len(rows)} rows of figures; the first is read")
        row = rows[0] if rows else (self.sheet.rows[0] if self.sheet.rows else ())
        for column, path in enumerate(paths):
            phase = "budget" if "预算数" in path else "actual" if "决算数" in path else ""
            headings = [
                one
                for one in path.split("/")
                if not re.search(r"预算数|决算数|[\"]?三公[\"]?经费", one)
            ]
            below = "/".join(headings)
            measure = next(
                (name for name, p in self.found.table.columns.items() if re.search(p, below)), ""
            )
            if not phase or not measure:
                if path:
                    self._remark(f"the heading {path} is not known")
                continue
            made = self.draft.row(self.resource, measure=measure)
            made["label"] = below.replace("(", "（").replace(")", "）")
            if row:
                self._amount(made, phase, row[column])
        for extra in rows[1:]:
            for cell in extra:
                if cell.begins:
                    _text(self.found, "unread_row", cell.view, self.draft)


def _behind(row: Row, column: int) -> int:
    """The first column behind the cell that covers a column."""
    return next((i for i in range(column + 1, len(row)) if row[i].begins), column)


def _budget_words(row: Row) -> bool:
    return any("预算数" in cell.text or "决算数" in cell.text for cell in row)
