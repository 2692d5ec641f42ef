# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the tidy test. Each takes a Tree and yields Findings; docs/architecture.md says why."""
import collections
import fnmatch
import os
import pathlib
import re

from source import Source

LINE_MAX = 110
FILE_LINES_MAX = 600
FUNCTION_LINES_MAX = 70
CODE_FOLDERS = ("app", "backend", "bench", "cmake", "resources", "tests", "ui", ".ci")
CODE_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake")
QT_FLOOR_ROOMS = ("doors",)  # rooms of backend/ that may see Qt, clocks and threads

Finding = collections.namedtuple("Finding", "path line rule message")
Room = collections.namedtuple("Room", "floor only")  # only: rooms it may include; None means all lower ones
Allowance = collections.namedtuple("Allowance", "glob pattern line")


class Tree:
    """Every file that a rule looks at, read once, and the tables of docs/architecture.md."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.sources = []
        self.lists = {}  # folder -> text of its CMakeLists.txt and *.cmake files
        for top in CODE_FOLDERS:
            for folder, subfolders, names in os.walk(self.root / top):
                subfolders[:] = sorted(n for n in subfolders if not n.startswith(("build", "__pycache__")))
                self._add(pathlib.Path(folder).relative_to(self.root), sorted(names))
        if (self.root / "CMakeLists.txt").exists():
            self._add(pathlib.Path("."), ["CMakeLists.txt"])
        self.rooms, self.ui_floors = read_tables(self.root / "docs" / "architecture.md")
        self.allowances = read_allowances(self.root / "tests" / "tidy" / "allow.txt")
        self.used_allowances = set()

    def _add(self, folder, names):
        for name in names:
            is_list = name == "CMakeLists.txt" or name.endswith(".cmake")
            if is_list or name.endswith(CODE_SUFFIXES) or str(folder) == ".ci":
                source = Source(self.root, (folder / name).as_posix())
                self.sources.append(source)
                if is_list:
                    self.lists[folder.as_posix()] = self.lists.get(folder.as_posix(), "") + source.text

    def cpp(self, *tops):
        return [s for s in self.sources if s.is_cpp and s.path.parts[0] in tops]

    def allows(self, path, pattern):
        for entry in self.allowances:
            if entry.pattern == pattern and fnmatch.fnmatchcase(str(path), entry.glob):
                self.used_allowances.add(entry)
                return True
        return False


def table_cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def read_tables(path):
    """Rooms by name and window libraries with their floors, from the tables of docs/architecture.md."""
    rooms, ui_floors = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = table_cells(line) if line.startswith("|") else []
        if len(cells) < 3 or not cells[0].isdigit():
            continue
        names = re.findall(r"`([^`]+)`", cells[1])
        if len(names) != 1:
            raise SystemExit(f"{path}: a row of floor {cells[0]} does not name one room in `…`: {line}")
        if names[0].startswith("ui/"):
            ui_floors[names[0][3:]] = int(cells[0])
        elif cells[2] == "lower floors":
            rooms[names[0]] = Room(int(cells[0]), None)
        else:
            rooms[names[0]] = Room(int(cells[0]), frozenset(re.findall(r"`([^`]+)`", cells[2])))
    if "base" not in rooms or "app" not in rooms or "theme" not in ui_floors:
        raise SystemExit(f"{path}: the tables of rooms and of window libraries were not found")
    return rooms, ui_floors


def read_allowances(path):
    entries = []
    if not path.exists():
        return entries
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 3 or not all(parts):
            raise SystemExit(f"{path}:{number}: expected `path | pattern | reason`")
        entries.append(Allowance(parts[0], parts[1], number))
    return entries


# --- includes ---------------------------------------------------------------------------------------------

def room_of(path):
    """The room that a repository-rooted path belongs to; None for tests, benches and what is no room."""
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "backend" and len(parts) > 2:
        return parts[1]
    return parts[0] if parts[0] in ("app", "ui", "resources") else None


def include_fault(tree, source, target):
    """Why `source` may not include the file `target`, or None."""
    own, other = room_of(source.path), room_of(target)
    if other is None:
        return f"{target} is no part of the program"
    for name in (own, other):
        if name not in tree.rooms:
            return f"room {name} has no row in docs/architecture.md"
    if own == other:
        return ui_fault(tree, source, target) if own == "ui" else None
    rule = tree.rooms[own]
    if rule.only is not None:
        allowed = ", ".join(sorted(rule.only)) or "no room"
        return None if other in rule.only else f"{own} may include {allowed}, not {other}"
    if tree.rooms[other].floor >= rule.floor:
        return f"{own} (floor {rule.floor}) may not include {other} (floor {tree.rooms[other].floor})"
    return None


def ui_fault(tree, source, target):
    own, other = source.path.parts[1], pathlib.PurePosixPath(target).parts[1]
    if own == other:
        return None
    for name in (own, other):
        if name not in tree.ui_floors:
            return f"window library ui/{name} has no row in docs/architecture.md"
    if tree.ui_floors[other] >= tree.ui_floors[own]:
        floors = tree.ui_floors
        return f"ui/{own} (floor {floors[own]}) may not include ui/{other} (floor {floors[other]})"
    return None


def check_includes(tree):
    for source in tree.cpp("app", "backend", "ui", "resources"):
        own = room_of(source.path)
        for line, name, is_quoted in source.includes():
            if not is_quoted:
                is_qt = re.match(r"Q[A-Z]|Qt[A-Z0-9]", name)
                if is_qt and own not in ("app", "ui", *QT_FLOOR_ROOMS):
                    yield Finding(source.path, line, "includes", f"<{name}>: no Qt below the window")
            elif name.endswith(".moc") or name.startswith("ui_"):
                continue
            elif "/" not in name or not (tree.root / name).exists():
                yield Finding(source.path, line, "includes",
                    f'"{name}": write the path from the top of the repository')
            else:
                fault = include_fault(tree, source, name)
                if fault:
                    yield Finding(source.path, line, "includes", fault)


# --- what engine rooms may not call -----------------------------------------------------------------------

BANNED = [
    # name as allow.txt spells it, expression, what to do instead
    ("system_clock", r"\bsystem_clock\b", "time comes from Env::now()"),
    ("steady_clock", r"\bsteady_clock\b", "time comes from Env::now()"),
    ("high_resolution_clock", r"\bhigh_resolution_clock\b", "time comes from Env::now()"),
    ("time(", r"(?<![\w.>])time\s*\(\s*(?:nullptr|NULL|0|&)", "time comes from Env::now()"),
    ("clock_gettime", r"\b(?:clock_gettime|gettimeofday|localtime(?:_r)?|std::clock)\s*\(",
        "time comes from Env::now()"),
    ("rand(", r"(?<![\w.>])s?rand\s*\(", "chance comes from Env::rng()"),
    ("random_device", r"\brandom_device\b", "chance comes from Env::rng()"),
    ("random engine", r"\b(?:mt19937(?:_64)?|minstd_rand0?|default_random_engine|ranlux\w+)\b",
        "chance comes from Env::rng()"),
    ("std distribution", r"\bstd::\w+_distribution\b", "results differ between libraries; see base/rng.h"),
    ("std::shuffle", r"\bstd::(?:shuffle|sample|random_shuffle)\b", "its order differs between libraries"),
    ("std::thread", r"\bstd::j?thread\b", "the engine runs on one thread"),
    ("std::mutex", r"\bstd::(?:\w+_)?mutex\b", "the engine runs on one thread"),
    ("std::condition_variable", r"\bstd::condition_variable\w*\b", "the engine runs on one thread"),
    ("std::async", r"\bstd::(?:async|promise|future|packaged_task)\b", "the engine runs on one thread"),
    ("std::this_thread", r"\bstd::this_thread\b", "the engine never waits"),
]
BANNED = [(name, re.compile(expression), advice) for name, expression, advice in BANNED]
UNORDERED = re.compile(r"\bunordered_(?:multi)?(?:map|set)\s*<")
ALIAS = re.compile(r"\busing\s+(\w+)\s*=\s*(?:std::)?$")


def after_angles(code, start):
    """The offset behind the `>` that closes the `<` just before `start`."""
    depth = 1
    while start < len(code) and depth:
        depth += {"<": 1, ">": -1}.get(code[start], 0)
        start += 1
    return start


def unordered_names(code, aliases):
    """Names of variables in `code` whose type is an unordered container; adds aliases of such types."""
    names = set()
    for found in UNORDERED.finditer(code):
        alias = ALIAS.search(code, max(0, found.start() - 80), found.start())
        if alias:
            aliases.add(alias.group(1))
            continue
        name = re.compile(r"[\s&*]*(\w+)\s*[;={,)]").match(code, after_angles(code, found.end()))
        if name:
            names.add(name.group(1))
    for alias in aliases:
        names.update(re.findall(rf"\b{alias}\b[\s&*]+(\w+)\s*[;={{,)]", code))
    return names


def unordered_walks(source, names):
    """(line, name) of every loop over, or begin() of, one of the names."""
    for name in sorted(names):
        walk = re.compile(rf"\bfor\s*\([^;{{}}]*?:\s*[\w.\->*\[\]()]*?\b{name}\s*\)"
                          rf"|\b{name}\s*\.\s*c?begin\s*\(|\b(?:begin|ranges::\w+)\s*\(\s*{name}\b")
        for found in walk.finditer(source.code):
            yield source.line_of(found.start()), name


def check_engine(tree):
    engine = [s for s in tree.cpp("backend") if room_of(s.path) not in QT_FLOOR_ROOMS]
    shared, aliases = collections.defaultdict(set), collections.defaultdict(set)
    for source in engine:
        if source.path.suffix == ".h":
            shared[source.path.parent].update(unordered_names(source.code, aliases[source.path.parent]))
    for source in engine:
        for name, expression, advice in BANNED:
            for found in expression.finditer(source.code):
                if not tree.allows(source.path, name):
                    yield Finding(source.path, source.line_of(found.start()), "engine", f"{name}: {advice}")
        folder = source.path.parent
        names = shared[folder] | unordered_names(source.code, set(aliases[folder]))
        for line, name in unordered_walks(source, names):
            if not tree.allows(source.path, f"walks {name}"):
                yield Finding(source.path, line, "engine",
                    f"walks {name}: an unordered container has no order that can be relied on")
        for found in re.finditer(r"(?<![\w.>])tr\s*\(", source.code):
            yield Finding(source.path, source.line_of(found.start()), "engine",
                "tr(): words for the user belong to the window")
    for entry in tree.allowances:
        if entry not in tree.used_allowances:
            yield Finding("tests/tidy/allow.txt", entry.line, "engine",
                f"nothing needs this entry any more: {entry.glob} | {entry.pattern}")


# --- looks of the text ------------------------------------------------------------------------------------

def check_text(tree):
    for source in tree.sources:
        lines = source.lines
        if not source.text.endswith("\n") or source.text.endswith("\n\n"):
            last = len(lines) - source.text.endswith("\n")
            yield Finding(source.path, last, "text", "a file ends with one line end")
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:2]):
            yield Finding(source.path, 1, "text", "the SPDX-License-Identifier: GPL-3.0-or-later is missing")
        if source.path.suffix == ".h" and "#pragma once" not in lines:
            yield Finding(source.path, 1, "text", "a header needs #pragma once")
        if len(lines) - 1 > FILE_LINES_MAX:
            yield Finding(source.path, FILE_LINES_MAX + 1, "text",
                f"{len(lines) - 1} lines; split files of more than {FILE_LINES_MAX} by responsibility")
        for number, line in enumerate(lines, 1):
            for message in line_faults(line):
                yield Finding(source.path, number, "text", message)
        if source.is_cpp:
            for first, last in source.functions():
                if last - first + 1 > FUNCTION_LINES_MAX:
                    yield Finding(source.path, first, "text",
                        f"a function of {last - first + 1} lines; at most {FUNCTION_LINES_MAX}")


def line_faults(line):
    if len(line) > LINE_MAX:
        yield f"{len(line)} columns; at most {LINE_MAX}"
    if "\t" in line:
        yield "a tab"
    if line != line.rstrip():
        yield "white space at the end"
    # Spelt in two parts, or this line would be found.
    if re.search(r"\b(?:TO" r"DO|FIX" r"ME)\b(?!.*#\d)", line):
        yield "an open end without the number of its issue (#…)"


# --- colours ----------------------------------------------------------------------------------------------

COLOURS = re.compile(r'\bQColor\b[\w\s]*[({]\s*(?:\d|0x|"|QStringLiteral|u")|\bQColor::from\w+\(\s*[\d"]'
                     r'|\bqRgba?\s*\(\s*(?:\d|0x)|"#[0-9a-fA-F]{3,8}\b'
                     r"|\bQt::(?:dark)?(?:red|green|blue|cyan|magenta|yellow|gray|black|white)\b", re.I)


def check_colours(tree):
    for source in tree.cpp("app", "ui"):
        if source.path.parts[:2] == ("ui", "theme"):
            continue
        for found in COLOURS.finditer(source.uncommented):
            yield Finding(source.path, source.line_of(found.start()), "colours",
                f"{found.group().strip()}: colours are tokens of ui/theme")


# --- targets ----------------------------------------------------------------------------------------------

def check_targets(tree):
    for source in tree.cpp("app", "backend", "bench", "resources", "tests", "ui"):
        if source.path.suffix == ".cpp" and not is_listed(tree, source.path):
            yield Finding(source.path, 1, "targets", "no CMakeLists.txt here or further up lists this file")


def is_listed(tree, path):
    for folder in path.parents:
        text = re.sub(r"#[^\n]*", "", tree.lists.get(folder.as_posix(), ""))
        relative = path.relative_to(folder).as_posix()
        if re.search(rf"(?<![\w./-]){re.escape(relative)}(?![\w.-])", text):
            return True
    return False


# --- drills -----------------------------------------------------------------------------------------------

DRILL_PAGE = pathlib.PurePosixPath("docs/drills.md")


# Every drill that is shipped has a row of its own in the page's table, and every row a drill.
def check_drills(tree):
    page = tree.root / DRILL_PAGE
    folder = tree.root / "resources" / "drills"
    if not folder.is_dir():
        return
    shipped = {path.name for path in folder.glob("*.toml")}
    rows = {}
    lines = page.read_text(encoding="utf-8").splitlines() if page.is_file() else []
    for number, line in enumerate(lines, 1):
        cell = line.split("|")[1] if line.startswith("|") else ""
        for name in re.findall(r"`([\w.-]+\.toml)`", cell):
            rows[name] = number
    for name in sorted(shipped - rows.keys()):
        yield Finding(pathlib.PurePosixPath("resources/drills") / name, 1, "drills",
            f"{DRILL_PAGE} has no row for it")
    for name in sorted(rows.keys() - shipped):
        yield Finding(DRILL_PAGE, rows[name], "drills", f"resources/drills has no {name}")


RULES = {
    "drills": check_drills,
    "includes": check_includes,
    "engine": check_engine,
    "text": check_text,
    "colours": check_colours,
    "targets": check_targets,
}
