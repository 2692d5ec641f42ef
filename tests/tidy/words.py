#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every text of the window is there in every language.

    words.py --lupdate PROGRAM [--root DIR]

Reads the texts out of the sources anew and compares them with translations/signalbox_LL.ts. A text that is
missing, unfinished, without a plural form, with other placeholders, line breaks or mnemonics than in English,
or that nobody uses any more is a finding; so is a lost context, and so few texts that the reading itself must
have failed.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

FORMS = {"en": 2, "de": 2, "ja": 1, "ar": 6}  # plural forms, in Qt's order
SOURCE_LANGUAGE = "en"  # its file has the plurals alone
MAY_LACK_NUMBER = {"ar": 3}  # zero, one and two are words of their own
LEAST_TEXTS = 1000  # fewer were found when lupdate did not know the include path
SHOWN = 12  # findings per language; the rest is counted
ADVICE = """
What to do: `ninja -C BUILD sb_ui_theme_lupdate` writes the present texts into translations/*.ts; translate
what it marks as unfinished there (Qt Linguist or any editor; docs/window.md, Languages), and build again."""

Message = collections.namedtuple("Message", "context source comment numerus")
Translation = collections.namedtuple("Translation", "forms finished")


def read(path):
    """Message -> Translation of a .ts file."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for node in context.iter("message"):
            numerus = node.get("numerus") == "yes"
            key = Message(context.findtext("name"), node.findtext("source") or "",
                          node.findtext("comment") or "", numerus)
            words = node.find("translation")
            forms = [f.text or "" for f in words.iter("numerusform")] if numerus else [words.text or ""]
            found[key] = Translation(forms, words.get("type") is None)
    return found


def placeholders(text):
    return sorted(re.findall(r"%L?\d+|%n|<[^>]+>", text))


def mnemonics(text):
    return len(re.findall(r"&(?=[^\s&])", text.replace("&&", "")))


def faults_of(message, translation, language):
    """What is wrong with one translation, as short texts."""
    if not translation.finished or not all(translation.forms):
        return ["is not translated"]
    faults = []
    if message.numerus and len(translation.forms) != FORMS[language]:
        faults.append(f"has {len(translation.forms)} plural forms, {FORMS[language]} are needed")
    for index, form in enumerate(translation.forms):
        wanted, got = placeholders(message.source), placeholders(form)
        if message.numerus and index < MAY_LACK_NUMBER.get(language, 0) and "%n" not in got:
            wanted = [one for one in wanted if one != "%n"]
        if wanted != got:
            faults.append(f"has the placeholders {got} where {wanted} are needed")
        if message.source.count("\n") != form.count("\n"):
            faults.append("has other line breaks")
        if ("#" in message.source) != ("#" in form) and message.context == "Format" and index >= \
                MAY_LACK_NUMBER.get(language, 0):
            faults.append("has lost the # of its number")
        if mnemonics(message.source) != mnemonics(form) and "://" not in form:
            faults.append("has lost its mnemonic" if mnemonics(message.source) else "has a mnemonic too many")
    return faults


def compare(texts, translated, language):
    """Findings, one line each."""
    wanted = {m for m in texts if m.numerus} if language == SOURCE_LANGUAGE else set(texts)
    findings = []
    for message in sorted(wanted):
        place = f"{message.context}: {message.source!r}"
        if message not in translated:
            findings.append(f"{place} is missing")
            continue
        findings += [f"{place} {fault}" for fault in faults_of(message, translated[message], language)]
    for context in sorted({m.context for m in wanted} - {m.context for m in translated}):
        findings.append(f"context {context} is lost: none of its texts is there")
    findings += [f"{m.context}: {m.source!r} is used nowhere" for m in sorted(set(translated) - set(texts))]
    return findings


def texts_of(root, lupdate):
    folders = (root / "ui", root / "app")
    files = [p for top in folders for p in sorted(top.rglob("*")) if p.suffix in (".cpp", ".h")]
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        call = [lupdate, "-silent", "-no-obsolete", "-I", "."]
        call += [str(f.relative_to(root)) for f in files] + ["-ts", str(fresh)]
        subprocess.run(call, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return read(fresh)


def unqualified(contexts, root):
    """Contexts that name a class of the window without its namespace: at run time it has one, so none of its
    texts would be found. lupdate loses it over a declaration that it cannot read, such as that of an
    enumeration without its values."""
    classes, named = set(), set()
    for path in (root / "ui").rglob("*.[ch]*"):
        text = path.read_text(encoding="utf-8")
        classes.update(re.findall(r"class (\w+)[^;{]*\{\s*Q_OBJECT", text))
        named.update(re.findall(r"Q_DECLARE_TR_FUNCTIONS\((\w+)\)", text)) # so by intention
    return sorted((contexts & classes) - named)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lupdate", required=True)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    options = parser.parse_args()
    texts = texts_of(options.root, options.lupdate)
    failed = False
    if len(texts) < LEAST_TEXTS:
        print(f"only {len(texts)} texts were found in ui/ and app/: lupdate did not read the sources")
        failed = True
    for context in unqualified({m.context for m in texts}, options.root):
        print(f"the texts of class {context} are read without its namespace; they would never be found")
        failed = True
    for language in FORMS:
        path = options.root / "translations" / f"signalbox_{language}.ts"
        findings = compare(texts, read(path) if path.exists() else {}, language)
        failed = failed or bool(findings)
        print(f"{path.name}: {len(findings)} findings")
        for finding in findings[:SHOWN]:
            print("  " + finding)
        if len(findings) > SHOWN:
            print(f"  and {len(findings) - SHOWN} more")
    if failed:
        print(ADVICE)
    else:
        contexts = {m.context for m in texts}
        print(f"{len(texts)} texts, {len(contexts)} contexts, {len(FORMS)} languages: complete")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
