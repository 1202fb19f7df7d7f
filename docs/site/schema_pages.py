# SPDX-License-Identifier: BSL-1.0
"""The JSON schemas as tables: each object with its keys, what they hold, and what is default."""

import json
from typing import Any

from pages import ROOT

Schema = dict[str, Any]

SCHEMAS = ROOT / "docs/schema"
#: Definitions that only give a name to a value are told where the value stands.
BOUNDS = {
    "minimum": "≥ {}",
    "exclusiveMinimum": "> {}",
    "maximum": "≤ {}",
    "exclusiveMaximum": "< {}",
    "minLength": "{} characters or more",
    "maxLength": "at most {} characters",
    "minItems": "{} items or more",
    "maxItems": "at most {} items",
}


def pages() -> dict[str, str]:
    result = {}
    names = []
    for file in sorted(SCHEMAS.glob("*.schema.json")):
        name = file.name.removesuffix(".schema.json")
        names.append(name)
        schema = json.loads(file.read_text(encoding="utf-8"))
        result[f"reference/schema/{name}.md"] = page(name, file.name, schema)
    entries = "\n".join(names)
    result["reference/schema/index.md"] = (
        "# JSON schemas\n\nEvery JSON document that jinjiang writes follows one of these, and one "
        "that does not is refused with file, line, column and JSON pointer. They are JSON Schema "
        "2020-12; what the keys mean is told at more length in "
        "[File formats](../../docs/formats.md).\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{entries}\n```\n"
    )
    return result


def page(name: str, file: str, schema: Schema) -> str:
    title = name.removesuffix("-1")
    parts = [
        f"# `{title}`, version {name.rpartition('-')[2]}",
        f"{schema['description']} The schema itself: [{file}](../../docs/schema/{file}).",
        "## The document",
        keys(schema),
    ]
    definitions = schema.get("$defs", {})
    objects = {key: value for key, value in definitions.items() if is_composed(value)}
    values = {key: value for key, value in definitions.items() if key not in objects}
    for key, value in objects.items():
        parts += [f"## {key}", value.get("description", ""), body(value)]
    if values:
        parts.append("## Values")
        for key, value in values.items():
            parts += [f"### {key}", f"{value.get('description', '')}\n\n{kind(value)}"]
    return "\n\n".join(part for part in parts if part) + "\n"


def is_composed(schema: Schema) -> bool:
    return "properties" in schema or "oneOf" in schema


def body(schema: Schema) -> str:
    """The keys of an object, or each of the forms that a value may have."""
    if "properties" in schema:
        return "\n\n".join(part for part in (keys(schema), conditions(schema)) if part)
    forms = []
    for form in schema["oneOf"]:
        text = form.get("description", "")
        forms.append(f"**{text}**\n\n{kind(form)}" if "properties" not in form else f"**{text}**")
        if "properties" in form:
            forms.append(keys(form))
    return "One of these:\n\n" + "\n\n".join(forms)


def keys(schema: Schema, prefix: str = "") -> str:
    """A table of keys; those of objects within are told in the same table, behind a point."""
    lines = ["| key | holds | meaning |", "|---|---|---|", *rows(schema, prefix)]
    for pattern, value in schema.get("patternProperties", {}).items():
        begin = pattern.removeprefix("^")
        lines.append(f"| `{begin}…` | anything | {cell(value.get('description', ''))} |")
    return "\n".join(lines)


def rows(schema: Schema, prefix: str) -> list[str]:
    lines = []
    required = set(schema.get("required", []))
    for key, value in schema.get("properties", {}).items():
        name = f"`{prefix}{key}`" + (" (required)" if key in required else "")
        lines.append(f"| {name} | {cell(kind(value))} | {cell(meaning(value))} |")
        for inner, below in objects_within(value, f"{prefix}{key}"):
            lines += rows(inner, f"{below}.")
    return lines


def objects_within(schema: Schema, name: str) -> list[tuple[Schema, str]]:
    if "properties" in schema:
        return [(schema, name)]
    if "items" in schema:
        return objects_within(schema["items"], f"{name}[]")
    return [found for form in schema.get("oneOf", []) for found in objects_within(form, name)]


def meaning(schema: Schema) -> str:
    text = schema.get("description", "")
    forms = schema.get("oneOf") or schema.get("items", {}).get("oneOf", [])
    said = [form["description"] for form in forms if "description" in form]
    return " ".join([text, *said]).strip()


def conditions(schema: Schema) -> str:
    said = [rule["description"] for rule in schema.get("allOf", []) if "description" in rule]
    return "\n".join(f"* {text}" for text in said)


def kind(schema: Schema) -> str:
    """What a value is, in words: type, range, and what it is by default."""
    if "$ref" in schema:
        words = reference(schema["$ref"])
    elif "const" in schema:
        words = literal(schema["const"])
    elif "enum" in schema:
        words = ", ".join(literal(value) for value in schema["enum"])
    elif "items" in schema:
        words = f"list of: {kind(schema['items'])}"
    elif "oneOf" in schema:
        words = " or ".join(kind(form) for form in schema["oneOf"])
    else:
        kinds = schema.get("type", "anything")
        words = " or ".join(kinds) if isinstance(kinds, list) else kinds
    bounds = [form.format(number(schema[key])) for key, form in BOUNDS.items() if key in schema]
    if "pattern" in schema:
        bounds.append(f"matches `{schema['pattern']}`")
    if bounds:
        words += "; " + ", ".join(bounds)
    if "default" in schema:
        words += f"; default {literal(schema['default'])}"
    return words


def reference(target: str) -> str:
    name = target.rpartition("/")[2]
    return f"[{name}](#{name})"


def literal(value: Any) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def number(value: float) -> str:
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else f"{value:g}"


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
