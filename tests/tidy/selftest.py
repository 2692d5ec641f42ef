#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the tidy test can fail.

Plants one offence at a time in a small clean tree and expects exactly that finding; plants lawful look-alikes
and expects none.
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from rules import RULES, Tree
from source import Source, blanked

HERE = pathlib.Path(__file__).resolve().parent
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = SPDX + "#pragma once\n"
LIST = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
# A clean tree of the house's shape; every test adds to it.
CLEAN = {
    "backend/base/ids.h": HEADER,
    "backend/net/link.h": HEADER + '#include "backend/base/ids.h"\n',
    "backend/store/CMakeLists.txt": LIST + "sb_room(sb_store SOURCES store.cpp)\n",
    "backend/store/store.h": HEADER + '#include "backend/base/ids.h"\n\n#include <vector>\n',
    "backend/store/store.cpp": SPDX + '#include "backend/store/store.h"\n',
    "backend/api/snapshot.h": HEADER + '#include "backend/base/ids.h"\n',
    "backend/kernel/env.h": HEADER,
    "backend/control/headless.h": HEADER + '#include "backend/api/snapshot.h"\n',
    "resources/resources.h": HEADER,
    "ui/theme/theme.h": HEADER + "#include <QColor>\nconst QColor red(200, 0, 0);\n",
    "ui/map/map.h": HEADER + '#include "backend/api/snapshot.h"\n#include "ui/theme/theme.h"\n',
    "ui/shell/shell.h": HEADER + '#include "ui/map/map.h"\n',
    "app/main.h": HEADER + '#include "backend/control/headless.h"\n#include "ui/shell/shell.h"\n',
}
ENGINE = "backend/store/store.cpp"  # where engine offences are planted


class TidyTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        for path, text in CLEAN.items():
            self.plant(path, text)
        architecture = HERE.parents[1] / "docs" / "architecture.md"
        self.plant("docs/architecture.md", architecture.read_text(encoding="utf-8"))

    def plant(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def found(self, rule):
        return list(RULES[rule](Tree(self.root)))

    def expect(self, rule, path, line, words):
        """Exactly one finding of this rule, and it says where and what."""
        found = self.found(rule)
        self.assertEqual(len(found), 1, found)
        self.assertEqual((str(found[0].path), found[0].line), (path, line))
        self.assertIn(words, found[0].message)

    def engine(self, code):
        self.plant(ENGINE, SPDX + code)

    def test_clean_tree_has_no_findings(self):
        for rule in RULES:
            self.assertEqual(self.found(rule), [], rule)

    # includes

    def test_include_upwards_is_found(self):
        self.plant("backend/base/ids.h", HEADER + '#include "backend/store/store.h"\n')
        self.expect("includes", "backend/base/ids.h", 3, "base may include no room, not store")
        self.plant("backend/base/ids.h", HEADER)
        self.plant("backend/store/store.h", HEADER + '#include "backend/control/headless.h"\n')
        self.expect("includes", "backend/store/store.h", 3, "(floor 1) may not include control (floor 7)")

    def test_include_on_the_same_floor_is_found(self):
        self.plant("backend/net/link.h", HEADER + '#include "backend/store/store.h"\n')
        self.expect("includes", "backend/net/link.h", 3, "net (floor 1) may not include store (floor 1)")
        self.plant("backend/net/link.h", HEADER)
        self.plant("backend/kernel/env.h", HEADER + '#include "resources/resources.h"\n')
        self.expect("includes", "backend/kernel/env.h", 3, "kernel may include base, not resources")

    def test_api_sees_only_base_and_telemetry(self):
        self.plant("backend/api/snapshot.h", HEADER + '#include "backend/kernel/env.h"\n')
        self.expect("includes", "backend/api/snapshot.h", 3, "api may include base, telemetry, not kernel")

    def test_window_sees_only_api(self):
        for other in ("backend/base/ids.h", "backend/control/headless.h", "app/main.h"):
            self.plant("ui/map/map.h", HEADER + f'#include "{other}"\n')
            self.expect("includes", "ui/map/map.h", 3, "ui may include api, not")

    def test_window_libraries_include_downwards(self):
        self.plant("ui/theme/theme.h", HEADER + '#include "ui/map/map.h"\n')
        self.expect("includes", "ui/theme/theme.h", 3, "ui/theme (floor 0) may not include ui/map (floor 2)")

    def test_window_libraries_of_one_floor_do_not_meet(self):
        self.plant("ui/charts/charts.h", HEADER + '#include "ui/map/map.h"\n')
        self.expect("includes", "ui/charts/charts.h", 3, "(floor 2) may not include ui/map (floor 2)")

    def test_qt_in_the_engine_is_found(self):
        self.engine("#include <QString>\n")
        self.expect("includes", ENGINE, 2, "no Qt below the window")

    def test_relative_or_missing_include_is_found(self):
        self.engine('#include "store.h"\n')
        self.expect("includes", ENGINE, 2, "from the top of the repository")
        self.engine('#include "backend/store/gone.h"\n')
        self.expect("includes", ENGINE, 2, "from the top of the repository")

    def test_room_without_a_row_is_found(self):
        self.plant("backend/attic/box.h", HEADER + '#include "backend/base/ids.h"\n')
        self.expect("includes", "backend/attic/box.h", 3, "attic has no row")

    def test_include_in_a_comment_is_no_include(self):
        self.engine('// #include <QString>\n/*\n#include "backend/control/headless.h"\n*/\n')
        self.assertEqual(self.found("includes"), [])

    # engine

    def test_banned_calls_are_found(self):
        for code, words in (
                ("auto a = std::chrono::system_clock::now();", "system_clock"),
                ("auto a = std::chrono::steady_clock::now();", "steady_clock"),
                ("using C = std::chrono::high_resolution_clock;", "high_resolution_clock"),
                ("long a = time(nullptr);", "time("),
                ("long a = std::time(&b);", "time("),
                ("int a = clock_gettime(CLOCK_REALTIME, &b);", "clock_gettime"),
                ("int a = std::rand();", "rand("),
                ("int a = rand();", "rand("),
                ("std::random_device device;", "random_device"),
                ("std::mt19937_64 engine;", "random engine"),
                ("std::uniform_int_distribution<int> d(1, 6);", "std distribution"),
                ("void f() { std::shuffle(a, b, c); }", "std::shuffle"),
                ("std::thread worker;", "std::thread"),
                ("std::jthread worker;", "std::thread"),
                ("std::mutex guard;", "std::mutex"),
                ("std::shared_mutex guard;", "std::mutex"),
                ("std::condition_variable wake;", "std::condition_variable"),
                ("void f() { std::this_thread::yield(); }", "std::this_thread"),
                ("auto a = tr(\"Failed\");", "tr()")):
            with self.subTest(code):
                self.engine(f"\n{code}\n")
                self.expect("engine", ENGINE, 3, words)

    def test_lawful_look_alikes_are_not_found(self):
        self.engine("// std::mutex, time(nullptr) and rand() are banned\n"
                    'const char* a = "std::thread system_clock tr(";\n'
                    "Instant time(int a);\nlong b = world.time(0);\nint operand(int);\nint str(int);\n"
                    "Duration runtime(0);\nlong n = 1'000'000; // std::mutex\n"
                    "std::atomic<int> flag;\nbool e = m_map.find(1) == m_map.end();\n")
        self.assertEqual(self.found("engine"), [])

    def test_walks_over_unordered_containers_are_found(self):
        for code in ("for (const auto& [key, value] : m_items)", "for (auto& item : this->m_items)",
                     "auto first = m_items.begin();", "auto all = std::vector<int>(m_items.cbegin(), e);",
                     "for (auto& item :\n other.m_items)", "auto x = std::begin(m_items);"):
            with self.subTest(code):
                self.plant("backend/store/store.h",
                    HEADER + "std::unordered_map<int, std::pair<int, std::vector<int>>> m_items;\n")
                self.engine(f"\n{code}\n")
                self.expect("engine", ENGINE, 3, "walks m_items")

    def test_walks_over_local_and_aliased_unordered_containers_are_found(self):
        self.engine("std::unordered_set<int> seen;\nfor (int i : seen) { }\n")
        self.expect("engine", ENGINE, 3, "walks seen")
        self.engine("using Index = std::unordered_map<int, int>;\nIndex byName;\n"
                    "for (auto& i : byName) { }\n")
        self.expect("engine", ENGINE, 4, "walks byName")

    def test_walks_over_ordered_containers_are_lawful(self):
        self.engine("std::map<int, int> m_sorted;\nstd::unordered_map<int, int> m_items;\n"
                    "for (auto& item : m_sorted) { m_items.find(1); }\n")
        self.assertEqual(self.found("engine"), [])

    def test_allow_list_frees_one_path_and_pattern_only(self):
        self.plant("tests/tidy/allow.txt", "backend/store/*.cpp | std::thread | the reason\n")
        self.engine("std::thread worker;\n")
        self.assertEqual(self.found("engine"), [])
        self.engine("std::thread worker;\nstd::mutex guard;\n")
        self.expect("engine", ENGINE, 3, "std::mutex")

    def test_allow_list_entry_that_nothing_needs_is_found(self):
        self.plant("tests/tidy/allow.txt", "# words\nbackend/store/*.cpp | std::thread | the reason\n")
        self.expect("engine", "tests/tidy/allow.txt", 2, "nothing needs this entry")

    def test_allow_list_entry_without_a_reason_is_refused(self):
        self.plant("tests/tidy/allow.txt", "backend/store/*.cpp | std::thread |\n")
        with self.assertRaisesRegex(SystemExit, "allow.txt:1: expected"):
            Tree(self.root)

    # text

    def test_faults_of_the_text_are_found(self):
        for text, line, words in (
                (SPDX + "int " + "a" * 110 + ";\n", 2, "columns"),
                (SPDX + "\tint a;\n", 2, "a tab"),
                (SPDX + "int a; \n", 2, "white space at the end"),
                (SPDX + "int a;", 2, "one line end"),
                (SPDX + "int a;\n\n", 3, "one line end"),
                ("int a;\n", 1, "SPDX"),
                (SPDX + "// TO" "DO: later\n", 2, "open end"),
                (SPDX + "// FIX" "ME later\n", 2, "open end"),
                (SPDX + "int a;\n" * 600, 601, "601 lines"),
                (SPDX + "void f()\n{\n" + "    g();\n" * 68 + "}\n", 2, "a function of 71 lines")):
            with self.subTest(words + str(line)):
                self.plant(ENGINE, text)
                self.expect("text", ENGINE, line, words)

    def test_what_just_fits_is_lawful(self):
        self.engine("int " + "é" * 105 + ";\n// TO" "DO(#12): later\n")
        self.assertEqual(self.found("text"), [])
        self.engine("int a;\n" * 599)
        self.assertEqual(self.found("text"), [])
        self.engine("void f()\n{\n" + "    g();\n" * 67 + "}\n")
        self.assertEqual(self.found("text"), [])

    def test_header_without_pragma_once_is_found(self):
        self.plant("backend/net/link.h", SPDX + "int a;\n")
        self.expect("text", "backend/net/link.h", 1, "#pragma once")

    # function lengths

    def spans(self, code):
        self.plant("a.cpp", code)
        return Source(self.root, "a.cpp").functions()

    def test_functions_are_measured_inside_namespaces_and_classes(self):
        code = ("namespace a {\nclass B final : public C {\npublic:\n    int d() const\n    {\n"
                "        return 1;\n    }\n    int e;\n};\n\nvoid f(int x)\n{\n    if (x) {\n    }\n}\n"
                "} // namespace a\n")
        self.assertEqual(self.spans(code), [(4, 7), (11, 15)])

    def test_constructors_lambdas_and_strings_do_not_confuse_the_measure(self):
        code = ('A::A(int x)\n    : m_x { x }\n{\n    auto f = [&](int y) {\n        g("}");\n    };\n'
                "    // }\n}\n")
        self.assertEqual(self.spans(code)[-1], (3, 8))
        self.assertEqual(self.spans("const char* a = R\"({{{)\";\nchar b = '{';\nint c()\n{\n}\n"), [(3, 5)])

    def test_tables_types_and_macros_are_no_functions(self):
        self.assertEqual(self.spans("const Row kRows[] = {\n    { 1, f(2) },\n    { 2, f(3) },\n};\n"
                                    "#define BLOCK(x) { \\\n    x\nenum class E : int { A, B };\n"
                                    "struct S {\n    int a { 1 };\n};\n"), [])

    # colours

    def test_colour_literals_outside_the_theme_are_found(self):
        for code in ("QColor c(255, 0, 0);", "auto c = QColor(12, 13, 14);", "auto c = QColor { 1, 2, 3 };",
                     'auto c = QStringLiteral("#ff8800");', "auto c = QColor(0xff0000);",
                     "auto c = qRgb(1, 2, 3);",
                     "auto c = QColor::fromRgb(1, 2, 3);", "auto c = Qt::darkRed;", 'QColor c("tomato");'):
            with self.subTest(code):
                self.plant("ui/map/map.h", HEADER + code + "\n")
                self.expect("colours", "ui/map/map.h", 3, "tokens of ui/theme")

    def test_colours_taken_from_the_theme_are_lawful(self):
        self.plant("ui/map/map.h", HEADER + "QColor c = theme.accent;\nQColor mix(QColor a, double share);\n"
                                            'auto s = "#12 of 30";\nauto t = Qt::transparent; // "#ffffff"\n')
        self.assertEqual(self.found("colours"), [])

    # targets

    def test_source_without_a_target_is_found(self):
        self.plant("backend/store/old_store.cpp", SPDX)
        self.expect("targets", "backend/store/old_store.cpp", 1, "no CMakeLists.txt")
        self.plant("backend/store/CMakeLists.txt",
            LIST + "# old_store.cpp is left out\nsb_room(sb_store SOURCES store.cpp very_old_store.cpp)\n")
        self.expect("targets", "backend/store/old_store.cpp", 1, "no CMakeLists.txt")

    def test_source_listed_further_up_is_lawful(self):
        self.plant("backend/store/codec/old.cpp", SPDX)
        self.plant("backend/store/CMakeLists.txt",
            LIST + "sb_room(sb_store SOURCES store.cpp codec/old.cpp)\n")
        self.assertEqual(self.found("targets"), [])

    # drills

    def test_a_drill_without_a_row_and_a_row_without_a_drill_are_found(self):
        self.plant("docs/drills.md", "| file |\n| --- |\n| `outage.toml` | see `surge.toml` |\n")
        self.plant("resources/drills/outage.toml", "")
        self.assertEqual(self.found("drills"), [])
        self.plant("resources/drills/surge.toml", "")  # named in the text only
        self.expect("drills", "resources/drills/surge.toml", 1, "no row")
        self.plant("docs/drills.md", "| `outage.toml` |\n| `surge.toml` |\n| `gone.toml` |\n")
        self.expect("drills", "docs/drills.md", 3, "gone.toml")

    # the program

    def test_blanking_keeps_every_position(self):
        text = 'a = "x//y"; // "z\n/* " */ b = \'"\'; c = R"q(")" )q";\nd = 1\'000;\n'
        for strings in (False, True):
            self.assertEqual([i for i, c in enumerate(text) if c == "\n"],
                             [i for i, c in enumerate(blanked(text, strings)) if c == "\n"])
        self.assertIn("x//y", blanked(text, strings=False))
        self.assertNotIn("x//y", blanked(text, strings=True))
        self.assertIn("d = 1'000;", blanked(text, strings=True))

    def run_tidy(self, *arguments):
        command = [sys.executable, "-B", str(HERE / "tidy.py"), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_program_ends_with_one_for_findings_and_two_for_bad_usage(self):
        run = self.run_tidy("--root", str(self.root))
        self.assertEqual(run.returncode, 0, run.stdout)
        self.engine("std::mutex guard;\n")
        run = self.run_tidy("--root", str(self.root), "engine")
        self.assertEqual(run.returncode, 1)
        self.assertIn(ENGINE + ":2: engine: std::mutex", run.stdout)
        run = self.run_tidy("grammar")
        self.assertEqual(run.returncode, 2)
        self.assertIn("no rule is named grammar", run.stderr)


if __name__ == "__main__":
    unittest.main()
