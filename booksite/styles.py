"""Style sheets without the rules that no page of the site needs.

Material styles all that it can do, which is five times what the book does. A rule goes if each of
its selectors asks for a class, id, element or attribute that occurs in no page and in no script.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import rcssmin
import tinycss2

WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
TAG = re.compile(r"<([a-z][\w-]*)([^>]*)")
NAMES = re.compile(r'\b(?:class|id)="([^"]*)"')
ATTRIBUTE = re.compile(r'\s([a-z][\w-]*)(?:="([^"]*)")?')
VARIABLE = re.compile(r"--[a-z][\w-]*")
VARIABLE_READ = re.compile(r"var\(\s*(--[\w-]+)")
GROUPS = {"media", "supports"}
# What Material's bundle can make, and on which pages it does: where such a class is.
FAMILIES = {
    "tabbed": "tabbed-set",
    "md-annotation": "annotate",
    "md-tag": "md-tags",
    "md-version": "md-version",
}
ALTERNATIVES = {"is", "where", "has"}
Tokens = list[Any]  # tinycss2's, which are of a class each


@dataclass(frozen=True)
class Used:
    """What occurs in the pages and scripts of a site."""

    names: frozenset[str]  # classes, ids and elements
    attributes: frozenset[tuple[str, str]]  # each with its values and with ""
    variables: frozenset[str]  # that pages and scripts read
    words: frozenset[str]  # of scripts, which may make any of those

    def name(self, name: str) -> bool:
        """Tell whether a class, id or element of this name may be on a page."""
        return name in self.names or name in self.words

    def attribute(self, name: str, value: str) -> bool:
        """Tell whether an attribute may be on a page, and have the value if one is given."""
        if (name, value) in self.attributes:
            return True
        made = name in self.words and (not value or value in self.words)
        return made and name != "dir"  # no script turns a page round


def used_by(pages: Iterable[str], scripts: Iterable[str]) -> Used:
    """Return what occurs in the HTML of the pages and in the scripts."""
    names: set[str] = set()
    attributes: set[tuple[str, str]] = set()
    tags = {tag for page in pages for tag in TAG.findall(page)}
    for element, rest in tags:
        names.add(element)
        for found in NAMES.findall(rest):
            names.update(found.split())
        for name, value in ATTRIBUTE.findall(rest):
            attributes |= {(name, ""), (name, value)}
    text = "\n".join(scripts)
    variables = frozenset(VARIABLE.findall(text + " ".join(rest for _, rest in tags)))
    idle = tuple(family for family, sign in FAMILIES.items() if sign not in names)
    words = frozenset(word for word in WORD.findall(text) if not word.startswith(idle))
    return Used(frozenset(names), frozenset(attributes), variables, words)


def slimmed(sheets: dict[str, str], used: Used) -> dict[str, str]:
    """Return the style sheets without the rules that nothing can match, in few bytes.

    Then no one reads some variables. Most hold an icon, drawn in place: the longest lines of all.
    """
    kept = {file: "".join(_kept(_rules(sheet), used)) for file, sheet in sheets.items()}
    read = used.variables.union(*(VARIABLE_READ.findall(sheet) for sheet in kept.values()))
    return {
        file: rcssmin.cssmin("".join(_without_idle_variables(_rules(sheet), read)))
        for file, sheet in kept.items()
    }


def _rules(sheet: str) -> Tokens:
    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _inner(rule: Any) -> Tokens:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _kept(rules: Tokens, used: Used) -> Iterator[str]:
    """Yield the rules that may match, each with the selectors that may."""
    for rule in rules:
        if rule.type == "at-rule" and rule.at_keyword in GROUPS:
            yield _group(rule, _kept(_inner(rule), used))
        elif rule.type == "qualified-rule":
            selectors = [s for s in _split(rule.prelude) if _may_match(s, used)]
            if selectors:
                head = ",".join(tinycss2.serialize(selector) for selector in selectors)
                yield f"{head}{{{tinycss2.serialize(rule.content)}}}"
        else:
            yield rule.serialize()


def _without_idle_variables(rules: Tokens, read: frozenset[str]) -> Iterator[str]:
    """Yield the rules without the variables that are not read."""
    for rule in rules:
        if rule.type == "at-rule" and rule.at_keyword in GROUPS:
            yield _group(rule, _without_idle_variables(_inner(rule), read))
        elif rule.type == "qualified-rule":
            lines = tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            needed = [line for line in lines if not _idle(line, read)]
            if needed:
                body = ";".join(line.serialize() for line in needed)
                yield f"{tinycss2.serialize(rule.prelude)}{{{body}}}"
        else:
            yield rule.serialize()


def _idle(line: Any, read: frozenset[str]) -> bool:
    """Tell whether a line of a rule sets a variable that is not read."""
    return line.type == "declaration" and line.name.startswith("--") and line.name not in read


def _group(rule: Any, inner: Iterable[str]) -> str:
    content = "".join(inner)
    head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
    return f"{head}{{{content}}}" if content else ""


def _split(tokens: Tokens) -> list[Tokens]:
    """Return the selectors of a list with commas."""
    selectors: list[Tokens] = [[]]
    for token in tokens:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _may_match(selector: Tokens, used: Used) -> bool:
    """Tell whether there may be an element for every part of the selector."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "function" and token.lower_name in ALTERNATIVES:
            found = any(_may_match(s, used) for s in _split(token.arguments))
        elif token.type == "[] block":
            found = _attribute_may_match(token.content, used)
        elif token.type == "hash" or (token.type == "ident" and before != ":"):
            found = used.name(token.value)
        else:
            found = True
        if not found:
            return False
    return True


def _attribute_may_match(tokens: Tokens, used: Used) -> bool:
    name, *rest = (token for token in tokens if token.type != "whitespace")
    value = rest[1].value if len(rest) > 1 and rest[0] == "=" else ""
    return used.attribute(name.value, value)
