#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing that words.py looks for, done wrong once."""
import pathlib
import tempfile
import unittest

from words import Message, Translation, compare, unqualified

PLAIN = Message("A", "&Stop %1 of %2\nnow", "", False)
COUNTED = Message("B", "%n event(s)", "", True)
TEXTS = {PLAIN: None, COUNTED: None}
GOOD = {PLAIN: Translation(["&Halt %2 von %1\njetzt"], True),
        COUNTED: Translation(["%n Ereignis", "%n Ereignisse"], True)}


class Words(unittest.TestCase):
    def finds(self, change, words, language="de"):
        findings = compare(TEXTS, {**GOOD, **change}, language)
        self.assertTrue(any(words in f for f in findings), findings)

    def test_a_complete_file_is_clean(self):
        self.assertEqual(compare(TEXTS, GOOD, "de"), [])

    def test_a_missing_text_and_its_lost_context_are_found(self):
        findings = compare(TEXTS, {PLAIN: GOOD[PLAIN]}, "de")
        self.assertEqual(len(findings), 2, findings)
        self.assertIn("missing", findings[0])
        self.assertIn("context B is lost", findings[1])

    def test_an_unfinished_or_empty_text_is_found(self):
        self.finds({PLAIN: Translation(["&Halt %1 %2\n"], False)}, "not translated")
        self.finds({PLAIN: Translation([""], True)}, "not translated")

    def test_a_class_without_its_namespace_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "ui").mkdir()
            (pathlib.Path(folder) / "ui" / "page.h").write_text(
                "class Page : public QWidget {\n    Q_OBJECT\n};\n"
                "class Card : public QFrame {\n    Q_OBJECT\n};\n"
                "struct Texts {\n    Q_DECLARE_TR_FUNCTIONS(Card)\n};\n", encoding="utf-8")
            self.assertEqual(unqualified({"Page", "Card", "sb::Page"}, pathlib.Path(folder)), ["Page"])

    def test_a_missing_plural_form_is_found(self):
        self.finds({COUNTED: Translation(["%n Ereignisse"], True)}, "1 plural forms, 2 are needed")
        self.finds({}, "2 plural forms, 6 are needed", "ar")

    def test_other_placeholders_are_found(self):
        self.finds({PLAIN: Translation(["&Halt %1 von %1\njetzt"], True)}, "placeholders")
        self.finds({COUNTED: Translation(["Ereignis", "%n Ereignisse"], True)}, "placeholders")

    def test_words_for_none_one_and_two_need_no_number_in_arabic(self):
        six = Translation(["لا", "واحد", "اثنان", "%n", "%n", "%n"], True)
        findings = compare({COUNTED: None}, {COUNTED: six}, "ar")
        self.assertEqual(findings, [])
        seven = Translation(["لا", "واحد", "اثنان", "بعض", "%n", "%n"], True)
        self.assertTrue(compare({COUNTED: None}, {COUNTED: seven}, "ar"))

    def test_lost_mnemonics_and_line_breaks_are_found(self):
        self.finds({PLAIN: Translation(["Halt %1 von %2\njetzt"], True)}, "mnemonic")
        self.finds({PLAIN: Translation(["&Halt %1 von %2 jetzt"], True)}, "line breaks")

    def test_what_nobody_uses_is_found(self):
        self.finds({Message("A", "Old", "", False): Translation(["Alt"], True)}, "used nowhere")

    def test_english_needs_its_plurals_alone(self):
        self.assertEqual(compare(TEXTS, {COUNTED: Translation(["%n event", "%n events"], True)}, "en"), [])
        self.assertTrue(compare(TEXTS, {}, "en"))


if __name__ == "__main__":
    unittest.main()
