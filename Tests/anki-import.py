#!/usr/bin/env python3
"""Lets Anki itself import a package twice, and looks whether the second time adds anything.

Not run by CI: it needs Anki's own library, once.

    python3 -m venv build/anki && build/anki/bin/pip install anki
    ANKI_PACKAGE=deck.apkg swift test --disable-xctest --filter AnkiTests   # or awsnotes export anki
    build/anki/bin/python Tests/anki-import.py deck.apkg
"""
import os
import sqlite3
import sys
import tempfile
import zipfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def expected(package, folder):
    """How many notes the package holds."""
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None, "the archive is damaged"
        path = archive.extract("collection.anki2", folder)
    with sqlite3.connect(path) as database:
        return database.execute("SELECT count(*) FROM notes").fetchone()[0]


def main():
    package = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        wanted = expected(package, folder)
        collection = Collection(os.path.join(folder, "fresh.anki2"))
        request = ImportAnkiPackageRequest(
            package_path=package, options=ImportAnkiPackageOptions())
        first = collection.import_anki_package(request).log
        notes, cards = collection.note_count(), collection.card_count()
        second = collection.import_anki_package(request).log
        problems, _ = collection.fix_integrity()
        for number in collection.find_cards("")[:200]:
            card = collection.get_card(number)
            assert card.question() and card.answer(), f"card {number} shows nothing"
        types = sorted({collection.models.get(note.mid)["name"] for note in (
            collection.get_note(number) for number in collection.find_notes(""))})
        decks = sorted(deck.name for deck in collection.decks.all_names_and_ids())
        clean = collection.db.scalar("PRAGMA integrity_check")
        print(f"package: {wanted} notes; first import: {len(first.new)} new, {notes} notes, {cards} cards")
        print(f"second import: {len(second.new)} new, {collection.note_count()} notes")
        print(f"decks: {', '.join(decks)}")
        print(f"note types: {', '.join(types)}; database: {clean}; {problems.strip()}")
        assert len(first.new) == notes == wanted and cards == wanted
        assert len(second.new) == 0 and collection.note_count() == notes
        assert clean == "ok"
        collection.close()
    print("ok")


if __name__ == "__main__":
    main()
