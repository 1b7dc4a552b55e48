"""Records, articles and checks as typed Arrow tables: what Parquet, DuckDB and Arrow batches hold.

Columns have the names and the order of the model. Whole numbers are ``int64``, exact ones ``decimal128(38, 10)``: 28 digits
before the point and 10 after it. A number that does not fit is null there; ``text`` still says it as written.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from decimal import Context, Decimal

import msgspec
import pyarrow as pa

from ..model import Article, Check, Record, Target

EXACT = pa.decimal128(38, 10)
_STEP, _END = Decimal("1E-10"), Decimal("1E+28")
_WIDE = Context(prec=400)
_TYPES = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), Decimal: EXACT}


def _arrow(annotation: object) -> pa.DataType:
    """The Arrow type of a field of the model: a union with None is its other side, a Literal is text."""
    if isinstance(annotation, types.UnionType):
        annotation = next(side for side in typing.get_args(annotation) if side is not types.NoneType)
    origin = typing.get_origin(annotation)
    if origin in (typing.Literal, typing.Union):
        return pa.string()
    if origin is dict:
        return pa.map_(pa.string(), pa.string())
    return pa.list_(pa.string()) if origin is tuple else _TYPES[annotation]  # type: ignore[index]


def _schema(model: type[msgspec.Struct], without: Iterable[str] = ()) -> pa.Schema:
    hints = typing.get_type_hints(model)
    return pa.schema([(name, _arrow(hints[name])) for name in model.__struct_fields__ if name not in without])


RECORDS = _schema(Record)
ARTICLES = pa.schema([("source", pa.string()), *_schema(Article, ("segments",))])
CHECKS = pa.schema([("source", pa.string()), *_schema(Check)])
TARGETS = _schema(Target)
SCHEMAS = {"records": RECORDS, "articles": ARTICLES, "checks": CHECKS}


def exact(number: Decimal | None) -> Decimal | None:
    """The number where 28 digits before the point and 10 after it hold it, else None."""
    if number is None or abs(number) >= _END:
        return None
    digits = number.as_tuple().exponent
    if isinstance(digits, int) and digits >= -10:
        return number
    rounded = number.quantize(_STEP, context=_WIDE)
    return rounded if rounded == number else None


def from_records(records: Iterable[Record]) -> pa.RecordBatch:
    """A batch of records."""
    rows = list(records)
    return pa.record_batch([_column(field, [getattr(row, field.name) for row in rows]) for field in RECORDS], RECORDS)


def from_json(name: str, lines: bytes) -> pa.RecordBatch:
    """A batch of the table ``name`` from JSON Lines as ``export`` writes them."""
    schema = SCHEMAS[name]
    rows = _decoders[name].decode_lines(lines)
    columns = [_column(field, [getattr(row, field.name) for row in rows]) for field in schema]
    return pa.record_batch(columns, schema)


def of_targets(rows: Iterable[Target]) -> pa.RecordBatch:
    """A batch of targets."""
    held = list(rows)
    return pa.record_batch([_column(field, [getattr(row, field.name) for row in held]) for field in TARGETS], TARGETS)


def _column(field: pa.Field, values: list) -> pa.Array:
    if field.type == EXACT:
        values = [exact(value) for value in values]
    elif pa.types.is_map(field.type):
        values = [None if value is None else list(value.items()) for value in values]
    return pa.array(values, field.type)


_ROWS: dict[str, type[msgspec.Struct]] = {"records": Record}
for _name, _model in (("articles", Article), ("checks", Check)):
    _hints = typing.get_type_hints(_model)
    _fields = [("source", str), *((f, _hints[f]) for f in _model.__struct_fields__ if f != "segments")]
    _ROWS[_name] = msgspec.defstruct(_name, _fields)
_decoders = {name: msgspec.json.Decoder(model) for name, model in _ROWS.items()}
