#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the source tree against the rules of the house (rules.py) and the tables of docs/architecture.md.

    tidy.py [--root DIR] [RULE …]     all rules when none is named

Prints one line per finding, `path:line: rule: message`, and ends with 1 when there is any.
"""
import pathlib
import sys

from rules import RULES, Tree


def main(arguments):
    root = pathlib.Path(__file__).resolve().parents[2]
    if arguments[:1] == ["--root"] and len(arguments) > 1:
        root, arguments = pathlib.Path(arguments[1]), arguments[2:]
    unknown = [name for name in arguments if name not in RULES]
    if unknown:
        print(f"no rule is named {unknown[0]}; there are: {', '.join(RULES)}", file=sys.stderr)
        return 2
    tree = Tree(root)
    findings = [finding for name in arguments or RULES for finding in RULES[name](tree)]
    for finding in sorted(findings, key=lambda f: (str(f.path), f.line)):
        print(f"{finding.path}:{finding.line}: {finding.rule}: {finding.message}")
    print(f"{len(tree.sources)} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
