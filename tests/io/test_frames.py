"""Records as Arrow, polars and pandas tables: types, exact numbers, Korean, and what is said where a library is missing."""

from __future__ import annotations

import builtins
from decimal import Decimal

import pytest

from jobextract import extract
from jobextract.io import frames
from jobextract.model import Record

TEXT = "한들시는 지난해 일자리 1만2천개를 만들었고 고용률은 65.3%였다."


@pytest.fixture
def result():
    return extract(TEXT, published="2024-02-06")


def test_an_arrow_table_has_the_fields_of_the_record_in_order(result) -> None:
    pytest.importorskip("pyarrow")
    table = result.to_arrow()
    assert table.column_names == list(Record.__struct_fields__)
    assert table["text"].to_pylist() == [record.text for record in result.records]
    assert {name: str(table.schema.field(name).type) for name in ("id", "start", "value", "approx")} == {
        "id": "string",
        "start": "int64",
        "value": "decimal128(38, 10)",
        "approx": "bool",
    }
    assert table["value"].to_pylist() == [record.value for record in result.records]


def test_an_empty_table_has_its_types() -> None:
    pytest.importorskip("pyarrow")
    table = frames.to_arrow([])
    assert table.num_rows == 0 and str(table.schema.field("value").type) == "decimal128(38, 10)"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("54700000000", "54700000000"),
        ("-0.5", "-0.5"),
        ("1.0000000001", "1.0000000001"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("1E+4", "10000"),
        ("0.12345678901", None),
        ("1E+28", None),
    ],
)
def test_numbers_are_exact_or_null(record, value, wanted) -> None:
    pytest.importorskip("pyarrow")
    [number] = frames.to_arrow([record(value=Decimal(value))])["value"].to_pylist()
    assert number == (None if wanted is None else Decimal(wanted))


def test_a_polars_frame_is_exact_and_typed(result) -> None:
    polars = pytest.importorskip("polars")
    frame = result.to_polars()
    assert frame.schema["year"] == polars.Int64 and frame.schema["approx"] == polars.Boolean
    assert frame.filter(polars.col("kind") == "count")["value"].to_list() == [Decimal(12000)]


def test_a_pandas_frame_has_nullable_types_and_reckons(result, record) -> None:
    pandas = pytest.importorskip("pandas")
    frame = result.to_pandas()
    assert list(frame.columns) == list(Record.__struct_fields__)
    assert {name: str(frame.dtypes[name]) for name in ("value", "year", "approx")} == {
        "value": "Float64",
        "year": "Int64",
        "approx": "boolean",
    }
    assert frame.loc[frame["unit"] == "개", "value"].sum() == 12000
    assert frames.to_pandas([record(value=None, year=None)])["year"].isna().all()
    assert pandas.api.types.is_string_dtype(frame["subject"])


@pytest.mark.parametrize(
    ("method", "name", "extra"),
    [("to_arrow", "pyarrow", "arrow"), ("to_polars", "polars", "polars"), ("to_pandas", "pandas", "pandas")],
)
def test_a_missing_library_is_named_with_its_command(result, monkeypatch, method, name, extra) -> None:
    real = frames.import_module

    def missing(wanted: str):
        if wanted == name:
            raise ModuleNotFoundError(f"No module named {wanted!r}", name=wanted)
        return real(wanted)

    monkeypatch.setattr(frames, "import_module", missing)
    with pytest.raises(ImportError, match=rf"{name} is not installed; pip install 'jobextract\[{extra}\]'"):
        getattr(result, method)()


def test_the_package_loads_no_table_library(monkeypatch) -> None:
    """A plain import must not pay for extras: none of them may be needed by the package's own modules."""
    real = builtins.__import__

    def guarded(name, *arguments, **named):
        assert name.partition(".")[0] not in ("pyarrow", "polars", "pandas")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", guarded)
    assert extract(TEXT).records
