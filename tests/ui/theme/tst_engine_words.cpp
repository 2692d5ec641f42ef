// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's English in the window's language: over the notes that the shipped drills really write.
#include "ui/theme/engine_words.h"
#include "ui/theme/languages.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace sb;

namespace {

constexpr int kLeastCoverage = 90; // percent of the forms of notes in engine_texts.txt

struct Note {
    QString kind;
    QString text;
};

QList<Note> notesOfDrills()
{
    QFile file(QStringLiteral(SB_SOURCE_DIR "/tests/ui/theme/engine_texts.txt"));
    QList<Note> notes;
    if (!file.open(QIODevice::ReadOnly))
        return notes;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (!line.startsWith(QLatin1Char('#')) && tab > 0)
            notes << Note { line.left(tab), line.mid(tab + 1) };
    }
    return notes;
}

QString filledIn(const char* sentence)
{
    QString text = QString::fromUtf8(sentence);
    text.replace(QRegularExpression(QStringLiteral("%\\d+")), QStringLiteral("Ireland"));
    return text;
}

} // namespace

class TestEngineWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { LanguageManager::instance().use(QStringLiteral("en")); }

    void inEnglishNothingIsTouched()
    {
        LanguageManager::instance().use(QStringLiteral("en"));
        const QList<Note> notes = notesOfDrills();
        QVERIFY(notes.size() > 100);
        for (const Note& note : notes)
            QCOMPARE(fromEngine(note.text), note.text);
    }

    void mostOfWhatTheDrillsWriteIsKnown()
    {
        LanguageManager::instance().use(QStringLiteral("de"));
        const QList<Note> notes = notesOfDrills();
        int known = 0;
        QStringList unknown;
        for (const Note& note : notes) {
            if (isKnownToWindow(note.text))
                ++known;
            else
                unknown << note.kind + QStringLiteral(": ") + note.text.left(120);
        }
        const int share = static_cast<int>(known * 100 / notes.size());
        qInfo("%d of %d forms of notes are known (%d %%), %d sentences in the table", known,
            static_cast<int>(notes.size()), share, static_cast<int>(engineSentences().size()));
        for (const QString& text : std::as_const(unknown))
            qInfo("  in English: %s", qPrintable(text));
        QVERIFY2(share >= kLeastCoverage, "add the sentences above to ui/theme/engine_sentences.cpp");
    }

    // Each row is found by its own words, and each language has them.
    void everySentenceOfTheTableIsReached_data()
    {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages())
            if (language.id != QLatin1String("en"))
                QTest::newRow(qPrintable(language.id)) << language.id;
    }

    void everySentenceOfTheTableIsReached()
    {
        QFETCH(const QString, language);
        LanguageManager::instance().use(language);
        for (const char* sentence : engineSentences()) {
            const QString text = filledIn(sentence);
            QVERIFY2(isKnownToWindow(text), sentence);
            const QString words = QCoreApplication::translate("EngineWords", sentence);
            QVERIFY2(words != QString::fromUtf8(sentence), sentence);
            QVERIFY2(!fromEngine(text).contains(QRegularExpression(QStringLiteral("%\\d"))), sentence);
        }
    }

    void whatStandsInTheSentencesIsTranslatedInTurn()
    {
        LanguageManager::instance().use(QStringLiteral("de"));
        QCOMPARE(fromEngine(std::string("replication with Singapore, 3 min 47 s behind")),
            QStringLiteral("die Replikation mit Singapur, 3 min 47 s im Rückstand"));
        QCOMPARE(fromEngine(std::string("Region outage, Ireland; expires by itself after 30 min 00 s")),
            QStringLiteral("Regionsausfall, Irland; läuft nach 30 min von selbst ab"));
        QCOMPARE(fromEngine(std::string("DNS answers now name Ireland 73 %, Singapore 27 %")),
            QStringLiteral("DNS-Antworten nennen jetzt Irland 73 %, Singapur 27 %"));
        QCOMPARE(fromEngine(std::string("check hc-1 healthy (16 of 16 checkers); chosen")),
            QStringLiteral("Check hc-1 gesund (16 von 16 Prüfern); gewählt"));
    }

    void whatIsNotKnownStaysInEnglish()
    {
        LanguageManager::instance().use(QStringLiteral("de"));
        for (const char* text : { "The region and its store are gone.", "", "nobody ever wrote this",
                 "\"Dubliners\"", "100 %1 %2" })
            QCOMPARE(fromEngine(std::string(text)), QString::fromUtf8(text));
        // A title with a comma, a semicolon or a place in it is no sentence of the engine.
        const QString cart = fromEngine(
            std::string("\"Little Women; Or, Meg, Jo, Beth, and Amy\" in the cart of customer 25 200 732"));
        QVERIFY2(
            cart.contains(QStringLiteral("\"Little Women; Or, Meg, Jo, Beth, and Amy\"")), qPrintable(cart));
        QVERIFY(cart.contains(QStringLiteral("25.200.732")));
    }
};

QTEST_MAIN(TestEngineWords)
#include "tst_engine_words.moc"
