# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads C++ sources for the tidy test: text with comments or strings blanked out, includes, function lengths.

Blanking keeps every character's position, so line numbers found in blanked text are those of the file.
"""
import pathlib
import re

CPP_SUFFIXES = (".h", ".cpp")
RAW_STRING = re.compile(r'R"([^()\\ ]{0,16})\(')
SCOPE_WORDS = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
ACCESS = re.compile(r"(?:public|protected|private|Q_SIGNALS)(?: Q_SLOTS)?")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)


def blank(text):
    """`text` with everything but its line ends turned into spaces."""
    return re.sub(r"[^\n]", " ", text)


def token_end(text, start):
    """(kind, end) of the comment or literal that starts here; kind is "" for anything else."""
    two = text[start:start + 2]
    if two == "//":
        end = text.find("\n", start)
        return "comment", len(text) if end < 0 else end
    if two == "/*":
        end = text.find("*/", start + 2)
        return "comment", len(text) if end < 0 else end + 2
    if text[start] == "R":
        raw = RAW_STRING.match(text, start)
        if raw:
            end = text.find(")" + raw.group(1) + '"', raw.end())
            return "string", len(text) if end < 0 else end + len(raw.group(1)) + 2
    quote = text[start]
    # A quote after a digit or letter separates digits (1'000) or follows an encoding prefix (u8"").
    if quote == '"' or (quote == "'" and not (start and text[start - 1].isalnum())):
        end = start + 1
        while end < len(text) and text[end] != quote and text[end] != "\n":
            end += 2 if text[end] == "\\" else 1
        return "string", min(end + 1, len(text))
    return "", start + 1


def blanked(text, strings):
    """`text` without comments and, when `strings` is true, without the insides of string literals."""
    parts = []
    at = 0
    while at < len(text):
        kind, end = token_end(text, at)
        piece = text[at:end]
        if kind == "comment":
            piece = blank(piece)
        elif kind == "string" and strings:
            piece = piece[:1] + blank(piece[1:-1]) + piece[-1:]
        parts.append(piece)
        at = end
    return "".join(parts)


class Source:
    """One file: `path` relative to the root with forward slashes; texts are made when first asked for."""

    def __init__(self, root, path):
        self.path = pathlib.PurePosixPath(path)
        self.text = (pathlib.Path(root) / path).read_text(encoding="utf-8")
        self._code = None
        self._uncommented = None

    @property
    def lines(self):
        return self.text.split("\n")

    @property
    def is_cpp(self):
        return self.path.suffix in CPP_SUFFIXES

    @property
    def uncommented(self):
        if self._uncommented is None:
            self._uncommented = blanked(self.text, strings=False)
        return self._uncommented

    @property
    def code(self):
        """Neither comments nor string contents."""
        if self._code is None:
            self._code = blanked(self.text, strings=True)
        return self._code

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def includes(self):
        """(line, name, is_quoted) of every include."""
        for found in INCLUDE.finditer(self.uncommented):
            yield self.line_of(found.start(1 if found.group(1) else 2)), found.group(1) or found.group(2), \
                found.group(1) is not None

    def functions(self):
        """(first line, last line) of every outermost function body with its signature."""
        return list(function_spans(without_directives(self.code)))


def without_directives(code):
    """Preprocessor lines, with their continuations, blanked out: their braces need not balance."""
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", lambda found: blank(found.group()), code, flags=re.M)


def brace_kind(head, outer):
    """What a brace opens, judged by the text before it: "scope" (namespace, type), "function" or "init"."""
    if outer in ("function", "init"):
        return outer
    head = head.strip()
    if SCOPE_WORDS.search(head) and not head.endswith((")", "const", "noexcept", "override")):
        return "scope"
    if head.endswith(("=", "]", ",", "(")):
        return "init"
    return "function" if ")" in head or not head else "init"


def function_spans(code):
    stack = []  # (kind, line where its head begins)
    head_start = 0
    line = 1
    head_line = 1
    for at, char in enumerate(code):
        if char == "\n":
            line += 1
        if not code[head_start:at].strip():
            head_line = line
        if char == "{":
            outer = stack[-1][0] if stack else "scope"
            kind = brace_kind(code[head_start:at], outer)
            stack.append((kind, head_line if outer == "scope" else 0))
        elif char == "}" and stack:
            kind, first = stack.pop()
            if kind == "function" and first:
                yield first, line
        if char in "{};" or (char == ":" and ACCESS.fullmatch(code[head_start:at].strip())):
            head_start = at + 1
