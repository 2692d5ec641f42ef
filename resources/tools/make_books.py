#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives the shop's catalogue (resources/books.csv) from resources/source/gutenberg-books.csv.

Real, taken from the Project Gutenberg catalogue: id, title, author, years, language, downloads (popularity).
  title     subfield marks are removed; titles over 120 characters are cut at a word and end in an ellipsis
  author    the words "active ..." before a name are removed
  language  the first one named
Generated, always the same for the same base file (a checksum of the id stands in for chance):
  category     the first shop category of SHELVES that one of the book's catalogue categories belongs to;
               for the few books without any, the one that UNSHELVED names
  price_cents  900 ... 2900, from a price band of the category, ending in .00, .50, .90 or .95
  stock        copies in the warehouse: more for books in demand, 25 ... about 5000, in fives
  description  one sentence from category, author and the age the author lived in

    make_books.py            writes resources/books.csv
    make_books.py --check    compares instead; ends with 1 and a message when the file is out of date
"""
import csv
import io
import pathlib
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "source" / "gutenberg-books.csv"
TARGET = ROOT / "books.csv"
TITLE_MAX = 120

# Shop category -> catalogue categories, most telling shelf first: a detective novel is crime, not a novel.
SHELVES = [
    ("Crime & Mystery", ["Crime, Thrillers and Mystery"]),
    ("Children's Books", ["Children & Young Adult Reading"]),
    ("Science Fiction & Fantasy", ["Science-Fiction & Fantasy"]),
    ("Myths & Legends", ["Mythology, Legends & Folklore"]),
    ("Poetry & Plays", ["Poetry", "Plays/Films/Dramas"]),
    ("Adventure", ["Adventure"]),
    ("Philosophy & Religion", ["Philosophy & Ethics", "Religion/Spirituality"]),
    ("Lives & Travels", ["Biographies", "Travel Writing", "Journals"]),
    ("Science & Craft", ["Science - Biology", "Science - Physics", "Science - Chemistry/Biochemistry",
        "Science - Earth/Agricultural/Farming", "Mathematics", "Engineering & Technology", "How To ...",
        "Cooking & Drinking", "Nature/Gardening/Animals", "Health & Medicine", "Architecture", "Art", "Music",
        "Fashion", "Sports/Hobbies", "Environmental Issues", "Drugs/Alcohol/Pharmacology",
        "Psychiatry/Psychology"]),
    ("Romance & Family", ["Romance", "Parenthood & Family Relations", "Sexuality & Erotica"]),
    ("Novels & Stories", ["Novels", "Historical Novels", "Short Stories"]),
    ("History & Society", ["History - *", "Archaeology & Anthropology", "Politics", "Sociology", "Economics",
        "Business/Management", "Law & Criminology", "Gender & Sexuality Studies", "Teaching & Education",
        "Reports & Conference Proceedings", "Journalism/Media/Writing"]),
    ("Reference & Essays", ["Encyclopedias/Dictionaries/Reference", "Language & Communication",
        "Essays, Letters & Speeches", "Humour"]),
]
FALLBACK_SHELF = "Novels & Stories"

# Books that the catalogue leaves without a category, by id; the rest of them are novels and stories.
UNSHELVED = {
    "Poetry & Plays": (26471, 20968, 21436),
    "Reference & Essays": (26225, 3600, 51155, 77238, 74672),
    "Science & Craft": (33283, 38769, 21076, 26839),
    "Children's Books": (28942, 20051, 114, 20027),
    "Myths & Legends": (26296, 77145),
    "Philosophy & Religion": (22789, 5740),
    "History & Society": (22788, 77058, 77692),
    "Lives & Travels": (28761, 76810, 2981),
    "Adventure": (28794, 26272),
    "Crime & Mystery": (77600, 77737),
    "Science Fiction & Fantasy": (77608, 77605, 77546),
}

# Lowest and highest whole-currency price of a category.
PRICE_BAND = {
    "Crime & Mystery": (9, 16), "Children's Books": (9, 17), "Science Fiction & Fantasy": (10, 18),
    "Myths & Legends": (12, 22), "Poetry & Plays": (9, 18), "Adventure": (9, 17),
    "Philosophy & Religion": (12, 24), "Lives & Travels": (13, 25), "Science & Craft": (16, 28),
    "Romance & Family": (9, 17), "Novels & Stories": (9, 19), "History & Society": (15, 28),
    "Reference & Essays": (12, 28),
}
PRICE_ENDINGS = (0, 50, 90, 95)

# Two openings per category; {age} and {by} are filled in.
OPENINGS = {
    "Crime & Mystery": (
        "A case from {age} that refuses to close",
        "Clues, alibis and one wrong answer, from {age}"),
    "Children's Books": (
        "A story from {age} to read aloud",
        "A favourite of {age} for readers of every height"),
    "Science Fiction & Fantasy": (
        "Strange worlds as {age} dreamed them",
        "The impossible, told straight in {age}"),
    "Myths & Legends": (
        "Gods, heroes and old wives, as told in {age}",
        "Tales that were already old in {age}"),
    "Poetry & Plays": (
        "Lines from {age} that ask to be spoken",
        "Verse and voices of {age}"),
    "Adventure": (
        "A long way from home, in {age}",
        "Ships, storms and narrow escapes from {age}"),
    "Philosophy & Religion": (
        "Arguments of {age} that are not settled yet",
        "How to live, as {age} saw it"),
    "Lives & Travels": (
        "A life and its roads, set down in {age}",
        "People and places met in {age}"),
    "Science & Craft": (
        "How things work, explained in {age}",
        "A hands-on guide from {age}"),
    "Romance & Family": (
        "Hearts and households of {age}",
        "Courtship, kin and second thoughts in {age}"),
    "Novels & Stories": (
        "A story of people and choices from {age}",
        "The world of {age}, one character at a time"),
    "History & Society": (
        "How people lived and ruled, written in {age}",
        "Causes and consequences, seen from {age}"),
    "Reference & Essays": (
        "Words worth looking up, from {age}",
        "Wit and knowledge of {age}, in short pieces"),
}
NAMELESS = {"", "Anonymous", "Various", "Unknown"}


def chance(book_id, purpose, bound):
    """A number in 0 ... bound-1 that depends on the book and the purpose alone."""
    return zlib.crc32(f"{purpose}/{book_id}".encode()) % bound


def shelf_of(book_id, categories):
    for shelf, ids in UNSHELVED.items():
        if int(book_id) in ids:
            return shelf
    for shelf, members in SHELVES:
        for member in members:
            if member.endswith("*"):
                if any(c.startswith(member[:-1]) for c in categories):
                    return shelf
            elif member in categories:
                return shelf
    return FALLBACK_SHELF


def clean_title(title):
    title = " ".join(title.replace(" : $b ", ": ").replace("$b", " ").split())
    if len(title) <= TITLE_MAX:
        return title
    return title[: TITLE_MAX - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def clean_author(author):
    words = author.split()
    if words and words[0] == "active":
        while words and not (words[0].endswith("B.C.") or words[0].endswith("century") or words[0].isdigit()):
            words.pop(0)
        while words and (words[0] in ("century", "B.C.", "century,") or words[0].isdigit()):
            words.pop(0)
    return " ".join(words) or author


def age_of(born, died, british):
    """The age a writer worked in: at about 35, or 15 years before death when only that is known."""
    if born is None and died is None:
        return "an earlier age"
    year = born + 35 if born is not None else died - 15
    for end, name in ((500, "antiquity"), (1400, "the Middle Ages"), (1620, "the Renaissance"),
                      (1700, "the seventeenth century"), (1800, "the eighteenth century")):
        if year < end:
            return name
    if year < 1901:
        return "the Victorian age" if british and year >= 1837 else "the nineteenth century"
    return "the early twentieth century" if year < 1940 else "the twentieth century"


def price_cents(book_id, shelf):
    low, high = PRICE_BAND[shelf]
    whole = low + chance(book_id, "price", high - low + 1)
    return whole * 100 + PRICE_ENDINGS[chance(book_id, "ending", len(PRICE_ENDINGS))]


def stock_of(book_id, downloads):
    copies = 25 + downloads * (80 + chance(book_id, "stock", 41)) // 4000
    return copies - copies % 5


def describe(book_id, shelf, author, age):
    sentence = OPENINGS[shelf][chance(book_id, "opening", 2)].format(age=age)
    if author == "Various":
        return f"{sentence}, by several hands."
    return f"{sentence}." if author in NAMELESS else f"{sentence}, by {author}."


def derive(row):
    book_id = row["gutenberg_id"]
    categories = row["categories"].split("|")
    born = int(row["author_birth_year"]) if row["author_birth_year"] else None
    died = int(row["author_death_year"]) if row["author_death_year"] else None
    shelf = shelf_of(book_id, categories)
    author = clean_author(row["author"])
    age = age_of(born, died, "British Literature" in categories)
    downloads = int(row["downloads"])
    return [book_id, clean_title(row["title"]), author, row["author_birth_year"], row["author_death_year"],
            shelf, row["language"].split("|")[0], price_cents(book_id, shelf), stock_of(book_id, downloads),
            downloads, describe(book_id, shelf, author, age)]


def generate():
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "title", "author", "birth_year", "death_year", "category", "language",
                     "price_cents", "stock", "popularity", "description"])
    with SOURCE.open(encoding="utf-8", newline="") as source:
        writer.writerows(derive(row) for row in csv.DictReader(source))
    return out.getvalue().encode()


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    made = generate()
    if arguments:
        if TARGET.read_bytes() == made:
            return 0
        print(f"{TARGET.name} differs from what {pathlib.Path(__file__).name} makes; run it without --check",
              file=sys.stderr)
        return 1
    TARGET.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
