// SPDX-License-Identifier: GPL-3.0-or-later
// The languages of the window and the one that is shown: installs the translations (ours, and Qt's own where
// the system has them), the locale of numbers and dates, and the direction of layout. Words that are already
// on the screen do not change by themselves: whoever shows some builds them anew on languageChanged().
// English is the language of the sources; its file brings the singulars alone. The pseudo-language decorates
// and lengthens each text by two fifths, so that what is not translatable or has too little room can be seen.
// Thread: UI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

class QLocale;
class QTranslator;

namespace sb {

struct Language {
    QString id; // "de": of settings, of the command line, of translations/signalbox_de.ts
    QString ownName; // "Deutsch": the same in every language
};

// In the order in which they are offered; English first.
[[nodiscard]] const QList<Language>& languages();

inline const QString kSystemLanguage = QStringLiteral("system");
inline const QString kPseudoLanguage = QStringLiteral("pseudo");

class LanguageManager : public QObject {
    Q_OBJECT
public:
    static LanguageManager& instance();
    ~LanguageManager() override;

    // An id, or kSystemLanguage (the first of the user's languages that there is, else English), or
    // kPseudoLanguage. Anything else counts as kSystemLanguage.
    void use(const QString& choice);
    // An id or kPseudoLanguage; "en" before the first use().
    [[nodiscard]] QString current() const { return m_current; }
    // Counts the changes: for who keeps translated words.
    [[nodiscard]] int revision() const { return m_revision; }

Q_SIGNALS:
    void languageChanged();

private:
    LanguageManager() = default;
    void install(std::unique_ptr<QTranslator> translator);

    QString m_current = QStringLiteral("en");
    int m_revision = 0;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

// "[!! Šţöp ţĥé pļåñ ~~~ !!]": accents on Latin letters, two fifths longer, marked at both ends.
// Placeholders, HTML tags and mnemonics stay.
[[nodiscard]] QString pseudoText(const QString& text);

// The text as an island that runs to the right, where the window runs to the left: a code, a path or a factor
// within a sentence. For what is shown, never for what a program reads.
[[nodiscard]] QString isolated(const QString& text);

} // namespace sb
