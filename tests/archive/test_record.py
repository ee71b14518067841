import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgen.archive.record import RecordError, read_record, record_json
from tests.archive.items import entry, record, scan

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def test_a_record_is_read_as_it_was_written():
    written = record(entry(1, 2, [scan(2)]), entry(2), errors=1)
    assert read_record(record_json(written)) == written


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": 2},
        {"day": "2011年"},
        {"entries": {}},
        {"entries": [{}]},
        {"errors": -1},
        {"errors": True},
        {"code": None},
    ],
)
def test_what_is_no_record_is_refused(change):
    content = json.loads(record_json(record(entry())))
    with pytest.raises(RecordError):
        read_record(json.dumps({**content, **change}).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b"null"])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(RecordError):
        read_record(data)


@given(JSON, JSON)
def test_whatever_stands_in_it_is_refused_in_order(entries, documents):
    content = json.loads(record_json(record()))
    data = json.dumps({**content, "entries": entries, "documents": documents}).encode()
    try:
        read = read_record(data)
    except RecordError:
        return
    assert entries == documents == []
    assert read == record()
