"""From the text of a document, YAML or JSON, to plain data and to the place of each part."""

from __future__ import annotations

from waybill_definitions.document.faults import document_refuse, place_at
from waybill_definitions.document.source.json_text import json_into
from waybill_definitions.document.source.tree import UNSTORABLE, UNSTORABLE_WORDS, Tree
from waybill_definitions.document.source.yaml_text import yaml_into
from waybill_definitions.text.coded import Coded, FaultCode

MOST_BYTES = 1024 * 1024


def tree_read(text: str) -> Tree:
    """Read JSON or YAML. Raises DefinitionRefused with the line and column."""
    if len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        document_refuse(Coded(FaultCode.DOCUMENT_LARGE, "the document is larger than 1 MiB"))
    text = text.removeprefix("\ufeff")
    if unstorable := UNSTORABLE.search(text):
        document_refuse(UNSTORABLE_WORDS, place_at(text, unstorable.start()))
    tree = Tree(text=text, is_json=text.lstrip().startswith("{"))
    if tree.is_json:
        json_into(tree)
    elif text.strip():
        yaml_into(tree)
    if tree.data is None:
        document_refuse(Coded(FaultCode.DOCUMENT_EMPTY, "the document is empty"))
    return tree
