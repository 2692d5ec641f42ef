// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/languages.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTranslator>

#include <algorithm>

namespace sb {

namespace {

constexpr QChar kIsolate { u'\u2066' }; // LEFT-TO-RIGHT ISOLATE
constexpr QChar kIsolateEnd { u'\u2069' }; // POP DIRECTIONAL ISOLATE
constexpr qsizetype kShortText = 20; // where the marks alone would be more than two fifths

class PseudoTranslator : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (QLatin1String(context) == QLatin1String("QShortcut"))
            return {}; // the names of keys stand on the keys
        return pseudoText(QString::fromUtf8(source));
    }
};

bool isKnown(const QString& id)
{
    return std::any_of(
        languages().begin(), languages().end(), [&](const Language& one) { return one.id == id; });
}

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& tag : wanted) {
        const QString id = tag.section(QLatin1Char('-'), 0, 0);
        if (isKnown(id))
            return id;
    }
    return QStringLiteral("en");
}

// The user's own formats where they are of that language, else the language's usual ones.
QLocale localeOf(const QString& id)
{
    const QLocale system = QLocale::system();
    // Arabic of a country that writes 0-9: the names of regions, the keys and the codes beside the numbers
    // do.
    const QLocale usual(id == kPseudoLanguage ? QStringLiteral("en")
            : id == QLatin1String("ar")       ? QStringLiteral("ar_AE")
                                              : id);
    const bool isPlain = system.language() == QLocale::C && usual.language() == QLocale::English;
    return isPlain || system.language() == usual.language() ? system : usual;
}

QChar accented(QChar c)
{
    static const QString kPlain = QStringLiteral("aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ");
    static const QString kAccented = QStringLiteral("åçéĝĥíĵķļñöŕšţúŵýžÅÇĐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ");
    const qsizetype at = kPlain.indexOf(c);
    return at < 0 ? c : kAccented.at(at);
}

} // namespace

const QList<Language>& languages()
{
    static const QList<Language> kLanguages {
        { QStringLiteral("en"), QStringLiteral("English") },
        { QStringLiteral("de"), QStringLiteral("Deutsch") },
        { QStringLiteral("ja"), QStringLiteral("日本語") },
        { QStringLiteral("ar"), QStringLiteral("العربية") },
    };
    return kLanguages;
}

LanguageManager& LanguageManager::instance()
{
    static LanguageManager manager;
    return manager;
}

LanguageManager::~LanguageManager() = default;

void LanguageManager::install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

void LanguageManager::use(const QString& choice)
{
    const QString id = isKnown(choice) || choice == kPseudoLanguage ? choice : systemLanguage();
    const bool isFirst = m_revision == 0;
    if (id == m_current && !isFirst)
        return;
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_current = id;
    ++m_revision;
    const QLocale locale = localeOf(id);
    QLocale::setDefault(locale);
    if (id == kPseudoLanguage) {
        install(std::make_unique<PseudoTranslator>());
    } else {
        auto ofQt = std::make_unique<QTranslator>();
        if (ofQt->load(QStringLiteral("qtbase_") + id, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            install(std::move(ofQt));
        auto own = std::make_unique<QTranslator>();
        if (own->load(QStringLiteral(":/i18n/signalbox_") + id))
            install(std::move(own));
    }
    QGuiApplication::setLayoutDirection(locale.textDirection());
    Q_EMIT languageChanged();
}

QString pseudoText(const QString& text)
{
    if (text.trimmed().isEmpty())
        return text;
    // What has a meaning to programs: %1 %L1 %n, tags, entities and patterns of file names.
    static const QRegularExpression kFixed(QStringLiteral("%L?\\d+|%n|<[^>]*>|&[a-z]+;|\\(\\*[^)]*\\)"));
    QString out;
    qsizetype from = 0;
    const auto decorate = [&](QStringView part) {
        for (const QChar c : part)
            out += accented(c);
    };
    for (auto it = kFixed.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        decorate(QStringView(text).mid(from, match.capturedStart() - from));
        out += match.captured();
        from = match.capturedEnd();
    }
    decorate(QStringView(text).mid(from));
    // Patterns of file names end a filter: nothing may follow them.
    if (text.contains(QLatin1String("(*")))
        return out;
    const bool isShort = text.size() < kShortText;
    const QString begin = isShort ? QStringLiteral("[") : QStringLiteral("[!! ");
    const QString end = isShort ? QStringLiteral("]") : QStringLiteral(" !!]");
    // Two fifths more, the marks included; in words, so that lines can break.
    const qsizetype more = (text.size() * 2 + 4) / 5 - begin.size() - end.size();
    for (qsizetype i = 0; i < more; ++i)
        out += i % 6 == 0 ? QLatin1Char(' ') : QLatin1Char('~');
    return begin + out + end;
}

QString isolated(const QString& text)
{
    const bool isNeeded = QGuiApplication::layoutDirection() == Qt::RightToLeft && !text.isEmpty();
    return isNeeded ? kIsolate + text + kIsolateEnd : text;
}

} // namespace sb
