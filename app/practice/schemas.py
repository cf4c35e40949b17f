"""Structured outputs: which schemas the service takes, and JSON that fits them.

Limits: https://platform.claude.com/docs/en/build-with-claude/structured-outputs
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.practice.wire import invalid

MAX_OPTIONAL = 24
MAX_UNIONS = 16
FORMATS = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"})
_TYPES = frozenset({"object", "array", "string", "integer", "number", "boolean", "null"})
_KEYWORDS = """
type properties required additionalProperties items minItems enum const anyOf allOf $ref $defs definitions
default description title format pattern examples $schema $id $comment
"""
_KNOWN = frozenset(_KEYWORDS.split())
_WHERE = "output_config.format.schema"
Schema = Mapping[str, Any]


class SchemaCheck:
    """Walks a schema once and raises ServiceError for what the service refuses."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._optional = 0
        self._unions = 0
        self._open: list[str] = []

    def run(self) -> None:
        """Check all of it."""
        self._node(self._root)
        if self._optional > MAX_OPTIONAL:
            raise invalid(
                f"{_WHERE}: Schemas contains too many optional parameters ({self._optional}), which would make "
                f"grammar compilation inefficient. Reduce the number of optional parameters (limit: {MAX_OPTIONAL})."
            )
        if self._unions > MAX_UNIONS:
            raise invalid(
                f"{_WHERE}: Schemas contains too many parameters with union types ({self._unions} parameters with "
                f"type arrays or anyOf), which would cause exponential compilation cost (limit: {MAX_UNIONS})."
            )

    def _node(self, schema: Any) -> None:
        if not isinstance(schema, Mapping):
            raise invalid(f"{_WHERE}: a schema must be an object")
        if "$ref" in schema:
            self._reference(str(schema["$ref"]))
            return
        kinds = _kinds(schema)
        self._keywords(schema, kinds)
        if len(kinds) > 1 or "anyOf" in schema:
            self._unions += 1
        for key in ("anyOf", "allOf"):
            for option in schema.get(key, ()):
                if key == "allOf" and isinstance(option, Mapping) and "$ref" in option:
                    raise invalid(f"{_WHERE}: 'allOf' with '$ref' is not supported")
                self._node(option)
        if "object" in kinds or "properties" in schema:
            self._object(schema)
        if "array" in kinds and "items" in schema:
            self._node(schema["items"])

    def _keywords(self, schema: Schema, kinds: tuple[str, ...]) -> None:
        shown = kinds[0] if kinds else "any"
        for key in schema:
            if key not in _KNOWN:
                raise invalid(f"{_WHERE}: For '{shown}' type, property '{key}' is not supported")
        for kind in kinds:
            if kind not in _TYPES:
                raise invalid(f"{_WHERE}: Unknown type '{kind}'")
        if not kinds and not schema.keys() & {"enum", "const", "anyOf", "allOf", "properties"}:
            raise invalid(f"{_WHERE}: Schema type is missing")
        if schema.get("minItems", 0) not in (0, 1):
            raise invalid(f"{_WHERE}: For 'array' type, 'minItems' values other than 0 or 1 are not supported")
        if "format" in schema and schema["format"] not in FORMATS:
            raise invalid(f"{_WHERE}: For 'string' type, 'format' value '{schema['format']}' is not supported")
        if not all(value is None or isinstance(value, str | int | float) for value in schema.get("enum", ())):
            raise invalid(f"{_WHERE}: Enum values must be strings, numbers, booleans or null")
        if "enum" in schema and not schema["enum"]:
            raise invalid(f"{_WHERE}: 'enum' must have at least one value")

    def _object(self, schema: Schema) -> None:
        if schema.get("additionalProperties") is not False:
            raise invalid(f"{_WHERE}: For 'object' type, 'additionalProperties' must be explicitly set to false")
        properties = schema.get("properties", {})
        required = set(schema.get("required", ()))
        if not isinstance(properties, Mapping) or not required <= properties.keys():
            raise invalid(f"{_WHERE}: 'required' names a property that 'properties' does not have")
        self._optional += len(properties.keys() - required)
        for value in properties.values():
            self._node(value)

    def _reference(self, name: str) -> None:
        if name in self._open:
            raise invalid(f"{_WHERE}: Recursive schemas are not supported")
        self._open.append(name)
        self._node(resolve(self._root, name))
        self._open.pop()


def resolve(root: Schema, name: str) -> Schema:
    """What an internal ``$ref`` points to. Raises ServiceError for an external or dangling one."""
    if not name.startswith("#"):
        raise invalid(f"{_WHERE}: External '$ref' is not supported")
    found: Any = root
    for part in name[1:].split("/")[1:]:
        found = found.get(part) if isinstance(found, Mapping) else None
    if not isinstance(found, Mapping):
        raise invalid(f"{_WHERE}: '$ref' points to nothing: {name}")
    return found


def _kinds(schema: Schema) -> tuple[str, ...]:
    kind = schema.get("type", ())
    return (kind,) if isinstance(kind, str) else tuple(kind)
