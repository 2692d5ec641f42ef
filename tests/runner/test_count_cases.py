#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of tests/count_cases.py: what the last line of tests/run.sh adds up."""
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.sax.saxutils

PROGRAM = pathlib.Path(__file__).resolve().parents[1] / "count_cases.py"
GTEST = ("[==========] Running 3 tests from 1 test suite.\n[       OK ] A.B (0 ms)\n"
         "[==========] 3 tests from 1 test suite ran. (1 ms total)\n")


def case(status, output="", more=""):
    text = xml.sax.saxutils.escape(output)
    return f'<testcase name="t" status="{status}">{more}<system-out>{text}</system-out></testcase>'


class CountCasesTest(unittest.TestCase):
    def counted(self, *cases):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "junit.xml"
            path.write_text("<testsuite>" + "".join(cases) + "</testsuite>", encoding="utf-8")
            run = subprocess.run([sys.executable, str(PROGRAM), str(path)], capture_output=True, text=True,
                check=True)
            return run.stdout.strip()

    def test_a_script_is_one_case(self):
        self.assertEqual(self.counted(case("run"), case("fail", "boom")), "1 1")

    def test_google_test_counts_its_own_cases(self):
        self.assertEqual(self.counted(case("run", GTEST + "[  PASSED  ] 3 tests.\n")), "3 0")
        self.assertEqual(self.counted(case("fail",
            GTEST + "[  PASSED  ] 1 test.\n[  FAILED  ] 2 tests, listed below:\n")), "1 2")

    def test_qt_test_counts_its_own_cases(self):
        self.assertEqual(self.counted(case("run", "Totals: 7 passed, 0 failed, 1 skipped, 0 blacklisted\n")),
            "7 0")
        self.assertEqual(self.counted(case("fail", "Totals: 5 passed, 2 failed, 0 skipped, 0 blacklisted\n")),
            "5 2")

    def test_a_crash_in_the_middle_is_one_failure(self):
        self.assertEqual(self.counted(case("fail", "[       OK ] A.B (0 ms)\n[ RUN      ] A.C\n")), "1 1")

    def test_a_crash_after_a_good_summary_is_one_failure(self):
        self.assertEqual(self.counted(case("fail", GTEST + "[  PASSED  ] 3 tests.\n")), "3 1")

    def test_a_missing_program_is_a_failure_and_a_skipped_one_is_nothing(self):
        self.assertEqual(self.counted(case("notrun", more='<skipped message="Unable to find executable"/>')),
            "0 1")
        self.assertEqual(self.counted(case("notrun", more='<skipped message="SKIP_RETURN_CODE=77"/>'),
            case("disabled")), "0 0")

    def test_an_unreadable_file_is_no_success(self):
        run = subprocess.run([sys.executable, str(PROGRAM), "/nonexistent.xml"], capture_output=True,
            text=True, check=False)
        self.assertNotEqual(run.returncode, 0)


if __name__ == "__main__":
    unittest.main()
