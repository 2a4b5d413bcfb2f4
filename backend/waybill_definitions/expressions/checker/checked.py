"""The checked tree of an expression: what Google's checker found, as protobuf messages.

`Expression.serialize()` gives a `cel.expr.CheckedExpr`; cel-expr-python does not bring its Python
classes, so they are made here from the parts of the definition that Waybill reads
(https://github.com/google/cel-spec/tree/master/proto/cel/expr).
"""

from __future__ import annotations

from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_Field = descriptor_pb2.FieldDescriptorProto
_KINDS: Final = {
    "bool": _Field.TYPE_BOOL,
    "bytes": _Field.TYPE_BYTES,
    "double": _Field.TYPE_DOUBLE,
    "enum": _Field.TYPE_INT32,  # an enum's number is all that is read
    "int32": _Field.TYPE_INT32,
    "int64": _Field.TYPE_INT64,
    "string": _Field.TYPE_STRING,
    "uint64": _Field.TYPE_UINT64,
}

# Message: fields by name, as (number, kind). "*" repeats a kind; "?" belongs to the oneof `kind`.
_DEFINITION: Final[dict[str, dict[str, tuple[int, str]]]] = {
    "Wrapping": {"type_url": (1, "string"), "value": (2, "CheckedExpr")},
    "CheckedExpr": {
        "reference_map": (2, "*ReferenceEntry"),
        "type_map": (3, "*TypeEntry"),
        "source_info": (5, "SourceInfo"),
        "expr": (4, "Expr"),
    },
    "ReferenceEntry": {"key": (1, "int64"), "value": (2, "Reference")},
    "TypeEntry": {"key": (1, "int64"), "value": (2, "Type")},
    "PositionEntry": {"key": (1, "int64"), "value": (2, "int32")},
    "Reference": {"name": (1, "string"), "overload_id": (3, "*string"), "value": (4, "Constant")},
    "SourceInfo": {"line_offsets": (3, "*int32"), "positions": (4, "*PositionEntry")},
    "Type": {
        "dyn": (1, "?Empty"),
        "null": (2, "?enum"),
        "primitive": (3, "?enum"),
        "wrapper": (4, "?enum"),
        "well_known": (5, "?enum"),
        "list_type": (6, "?ListType"),
        "map_type": (7, "?MapType"),
        "message_type": (9, "?string"),
        "type_param": (10, "?string"),
        "type": (11, "?Type"),
        "error": (12, "?Empty"),
        "abstract_type": (14, "?AbstractType"),
    },
    "Empty": {},
    "ListType": {"elem_type": (1, "Type")},
    "MapType": {"key_type": (1, "Type"), "value_type": (2, "Type")},
    "AbstractType": {"name": (1, "string"), "parameter_types": (2, "*Type")},
    "Expr": {
        "id": (2, "int64"),
        "const_expr": (3, "?Constant"),
        "ident_expr": (4, "?Ident"),
        "select_expr": (5, "?Select"),
        "call_expr": (6, "?Call"),
        "list_expr": (7, "?CreateList"),
        "struct_expr": (8, "?CreateStruct"),
        "comprehension_expr": (9, "?Comprehension"),
    },
    "Constant": {
        "null_value": (1, "?enum"),
        "bool_value": (2, "?bool"),
        "int64_value": (3, "?int64"),
        "uint64_value": (4, "?uint64"),
        "double_value": (5, "?double"),
        "string_value": (6, "?string"),
        "bytes_value": (7, "?bytes"),
    },
    "Ident": {"name": (1, "string")},
    "Select": {"operand": (1, "Expr"), "field": (2, "string"), "test_only": (3, "bool")},
    "Call": {"target": (1, "Expr"), "function": (2, "string"), "args": (3, "*Expr")},
    "CreateList": {"elements": (1, "*Expr"), "optional_indices": (2, "*int32")},
    "CreateStruct": {"message_name": (1, "string"), "entries": (2, "*Entry")},
    "Entry": {
        "field_key": (2, "string"),
        "map_key": (3, "Expr"),
        "value": (4, "Expr"),
        "optional_entry": (5, "bool"),
    },
    "Comprehension": {
        "iter_var": (1, "string"),
        "iter_range": (2, "Expr"),
        "accu_var": (3, "string"),
        "accu_init": (4, "Expr"),
        "loop_condition": (5, "Expr"),
        "loop_step": (6, "Expr"),
        "result": (7, "Expr"),
        "iter_var2": (8, "string"),
    },
}


def _message_class(name: str) -> Any:
    file = descriptor_pb2.FileDescriptorProto(name="checked.proto", package="c", syntax="proto3")
    for message, fields in _DEFINITION.items():
        _declare(file.message_type.add(name=message), fields)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"c.{name}"))


def _declare(message: descriptor_pb2.DescriptorProto, fields: dict[str, tuple[int, str]]) -> None:
    for name, (number, kind) in fields.items():
        word = kind.lstrip("*?")
        label = _Field.LABEL_REPEATED if kind.startswith("*") else _Field.LABEL_OPTIONAL
        field = message.field.add(name=name, number=number, label=label)
        field.type = _KINDS.get(word, _Field.TYPE_MESSAGE)
        if word not in _KINDS:
            field.type_name = f".c.{word}"
        if kind.startswith("?"):
            if not message.oneof_decl:
                message.oneof_decl.add(name="kind")
            field.oneof_index = 0


# A `google.protobuf.Any`, read as what it always contains.
_SERIALIZED = _message_class("Wrapping")


class Tree:
    """A checked expression. ``root`` and all below it are `cel.expr.Expr` messages."""

    def __init__(self, serialized: bytes) -> None:
        checked = _SERIALIZED.FromString(serialized).value
        self.root = checked.expr
        self._types = {entry.key: entry.value for entry in checked.type_map}
        self._positions = {entry.key: entry.value for entry in checked.source_info.positions}
        self._names = {entry.key: entry.value.name for entry in checked.reference_map}

    def kind(self, node: Any) -> str:
        """Which kind of node it is, such as ``call_expr``."""
        return str(node.WhichOneof("kind"))

    def type_of(self, node: Any) -> Any:
        """Its `cel.expr.Type`; None where the checker left it out, which means dyn."""
        return self._types.get(node.id)

    def name_of(self, node: Any) -> str:
        """The name that an identifier or a selection stands for as a whole, or an empty text."""
        return str(self._names.get(node.id, ""))

    def position(self, node: Any) -> int:
        """Where it stands in the expression: characters from its beginning."""
        return int(self._positions.get(node.id, 0))


def size_of(tree: Tree, node: Any) -> int:
    """How many nodes there are, this one included."""
    return 1 + sum(size_of(tree, each) for each in children(tree, node))


def loop_body(tree: Tree, node: Any) -> list[Any]:
    """What a macro computes for each item."""
    loop = node.comprehension_expr
    step = loop.loop_step.call_expr
    match step.function:
        case "_&&_" | "_||_":
            return [step.args[1]]
        case "_+_":
            return [appended(step)]
        case "_?_:_" if tree.kind(loop.accu_init) == "list_expr":
            return [step.args[0], appended(step.args[1].call_expr)]
        case "_?_:_":
            return [step.args[0]]
        case _:
            return [loop.loop_step]


def appended(addition: Any) -> Any:
    """The item in ``@result + [item]``."""
    return addition.args[1].list_expr.elements[0]


def children(tree: Tree, node: Any) -> list[Any]:
    """The nodes directly below."""
    match tree.kind(node):
        case "select_expr":
            return [node.select_expr.operand]
        case "call_expr":
            target = [node.call_expr.target] if node.call_expr.HasField("target") else []
            return [*target, *node.call_expr.args]
        case "list_expr":
            return list(node.list_expr.elements)
        case "struct_expr":
            return [
                part for each in node.struct_expr.entries for part in (each.map_key, each.value)
            ]
        case "comprehension_expr":
            loop = node.comprehension_expr
            return [loop.iter_range, loop.accu_init, loop.loop_step, loop.result]
        case _:
            return []
