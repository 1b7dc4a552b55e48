"""The JSON Schema of a record, made from the model, with what each field means."""

from __future__ import annotations

import msgspec

from ..model import Record

MEANING = {
    "id": "12 hex digits of the text's SHA-256, then `:start-end`; unique together with `source`",
    "source": "path, URL or corpus id of the document",
    "article": "1-based number of the article in the document",
    "title": "title of the article",
    "published": "when the article was published, ISO 8601; null where the page does not say",
    "publisher": "who published the article",
    "reporter": "who wrote the article",
    "section": "where in the article the figure stands",
    "subject": "whose figure it is: municipality, ministry, company, institution",
    "region": "administrative code of the subject (province 2 digits, municipality 5); null where it has none",
    "item": "what is counted or measured, as the text names it",
    "category": "kind of local job figure (지역일자리 목표공시제) where the text names one",
    "kind": "kind of quantity",
    "text": "the figure as written",
    "start": "where the figure starts, in code points of the text",
    "end": "where the figure ends, exclusive",
    "value": "exact value; null where only a range is given",
    "low": "lower end of a range or of a bound",
    "high": "upper end of a range or of a bound",
    "unit": "counter (개, 명), ISO 4217 (KRW), %, %p, UCUM (m2, km, Cel), unit of time, or as written (평)",
    "bound": "min 이상, over 초과, max 이하·이내·최대, under 미만, upto 까지·육박",
    "approx": "whether the text calls the figure approximate: 약, 여, 가량, 안팎, 남짓",
    "change": "whether the figure is an increase or a decrease rather than a level",
    "status": "target 목표, plan announced and not yet done, actual has happened or is so",
    "year": "year that the figure counts for",
    "period": "period that the figure counts for, EDTF; a clock time ISO 8601",
    "period_basis": "what the period rests on: the text itself, the date of publication, the years in the text",
    "same_as": "id of the record that gives the same figure more exactly",
    "sentence": "the sentence that the figure stands in",
    "rule": "id of the rule that found the figure",
    "member": "of a list or breakdown: whose of its members the figure is, as the text names it (서울, 20대, 한빛은행)",
    "confidence": "0 to 1: how likely item, subject, status and period are all right; null where it was not weighed",
    "carried": "columns of the corpus that were carried through (`--keep`), by their names; null where there are none",
}


def record_schema() -> dict[str, object]:
    """JSON Schema 2020-12 of one line of ``--format jsonl``; exact numbers are JSON numbers or null."""
    (_,), components = msgspec.json.schema_components([Record])
    record = components["Record"]
    properties = {
        name: {"description": MEANING[name], **_number(schema)} for name, schema in record["properties"].items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jobextract record",
        "description": " ".join(record["description"].split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _number(schema: dict) -> dict:
    """msgspec writes a Decimal's schema as a string; the export writes it as a number."""
    if {"type": "string", "format": "decimal"} in schema.get("anyOf", ()):
        return {"type": ["number", "null"]}
    return schema
