#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases in the JUnit file of one ctest run and prints `PASSED FAILED`.

    count_cases.py junit.xml

A GoogleTest or QtTest program counts with the cases of its own summary, anything else as one case. A program
that failed without naming a failed case (it crashed, ran too long or never started) counts one failure.
Disabled tests and those that chose to be skipped count as nothing.
"""
import re
import sys
import xml.etree.ElementTree

GTEST_PASSED = re.compile(r"^\[  PASSED  \] (\d+) tests?\.", re.M)
GTEST_FAILED = re.compile(r"^\[  FAILED  \] (\d+) tests?, listed below:", re.M)
GTEST_RAN = re.compile(r"^\[==========\] \d+ tests? from \d+ test suites? ran\.", re.M)
GTEST_OK = re.compile(r"^\[       OK \] ", re.M)
QTEST_TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed,", re.M)


def count(output, is_failed):
    totals = QTEST_TOTALS.findall(output)
    if totals:
        passed, failed = sum(int(t[0]) for t in totals), sum(int(t[1]) for t in totals)
    elif GTEST_RAN.search(output):
        passed = sum(map(int, GTEST_PASSED.findall(output)))
        failed = sum(map(int, GTEST_FAILED.findall(output)))
    else:
        # No summary: a script, or a program that ended in the middle of its cases.
        passed, failed = len(GTEST_OK.findall(output)), 0
        if not passed and not is_failed:
            passed = 1
    return passed, max(failed, 1) if is_failed else failed


def is_left_out(case):
    """A test whose program is missing has the same status as one that skipped itself, but another message."""
    if case.get("status") == "notrun":
        skipped = case.find("skipped")
        return skipped is not None and skipped.get("message", "").startswith("SKIP_")
    return case.get("status") == "disabled"


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    passed = failed = 0
    for case in xml.etree.ElementTree.parse(arguments[0]).iter("testcase"):
        if is_left_out(case):
            continue
        case_passed, case_failed = count(case.findtext("system-out") or "", case.get("status") != "run")
        passed += case_passed
        failed += case_failed
    print(passed, failed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
