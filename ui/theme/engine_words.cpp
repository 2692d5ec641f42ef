// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/engine_words.h"

#include "ui/theme/format.h"
#include "ui/theme/languages.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace sb {

namespace {

constexpr qsizetype kCacheMax = 4096;
constexpr int kDeepest = 6; // a sentence within a sentence within …

struct Sentence {
    const char* source = nullptr;
    QString before; // literal text before the first place, and after the last: a quick look before matching
    QString after;
    qsizetype letters = 0; // of the literal text: the more, the more exactly it fits
    int places = 0;
    QRegularExpression pattern;
};

Sentence prepared(const char* source)
{
    static const QRegularExpression kPlace(QStringLiteral("%(\\d+)"));
    const QString text = QString::fromUtf8(source);
    Sentence sentence;
    sentence.source = source;
    QString pattern;
    qsizetype from = 0;
    qsizetype end = 0;
    for (auto it = kPlace.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch place = it.next();
        const QString literal = text.mid(from, place.capturedStart() - from);
        if (sentence.places == 0)
            sentence.before = literal;
        pattern += QRegularExpression::escape(literal) + QStringLiteral("(.+?)");
        sentence.letters += literal.size();
        ++sentence.places;
        from = end = place.capturedEnd();
    }
    sentence.after = text.mid(end);
    sentence.letters += sentence.after.size();
    if (sentence.places > 0)
        sentence.pattern.setPattern(
            QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(sentence.after)));
    return sentence;
}

const std::vector<Sentence>& sentences()
{
    static const std::vector<Sentence> kSentences = [] {
        std::vector<Sentence> all;
        for (const char* source : engineSentences())
            all.push_back(prepared(source));
        std::stable_sort(all.begin(), all.end(),
            [](const Sentence& a, const Sentence& b) { return a.letters > b.letters; });
        return all;
    }();
    return kSentences;
}

// The sentence that the text is, and what stands in its places.
const Sentence* findSentence(const QString& text, QStringList& places)
{
    for (const Sentence& sentence : sentences()) {
        if (sentence.places == 0) {
            if (text == sentence.after)
                return &sentence;
            continue;
        }
        if (!text.startsWith(sentence.before) || !text.endsWith(sentence.after))
            continue;
        if (const QRegularExpressionMatch match = sentence.pattern.match(text); match.hasMatch()) {
            places = match.capturedTexts().mid(1);
            return &sentence;
        }
    }
    return nullptr;
}

// Durations, numbers, shares and amounts of money as backend/base writes them.
std::optional<QString> amount(const QString& text)
{
    static const QRegularExpression kNumber(QStringLiteral("^\\d{1,3}(?: \\d{3})*$|^\\d+$"));
    static const QRegularExpression kFraction(QStringLiteral("^(\\d+)\\.(\\d+)( %|%)?$"));
    static const QRegularExpression kShare(QStringLiteral("^(\\d+) ?%$"));
    static const QRegularExpression kTime(
        QStringLiteral("^(?:(\\d+) h (\\d\\d) min|(\\d+) min (\\d\\d) s|(\\d+\\.\\d) s|(\\d+) (?:ms|us))$"));
    if (kNumber.match(text).hasMatch())
        return formatCount(QString(text).remove(QLatin1Char(' ')).toLongLong());
    if (const auto share = kShare.match(text); share.hasMatch())
        return formatPercent(share.captured(1).toDouble() / 100);
    if (const auto fraction = kFraction.match(text); fraction.hasMatch()) {
        const double value
            = QString(fraction.captured(1) + QLatin1Char('.') + fraction.captured(2)).toDouble();
        const auto decimals = static_cast<int>(fraction.captured(2).size());
        return fraction.captured(3).isEmpty() ? formatNumber(value, decimals)
                                              : formatPercent(value / 100, decimals);
    }
    const auto time = kTime.match(text);
    if (!time.hasMatch())
        return std::nullopt;
    if (!time.captured(1).isEmpty())
        return formatDuration(
            std::chrono::hours(time.captured(1).toInt()) + std::chrono::minutes(time.captured(2).toInt()));
    if (!time.captured(3).isEmpty())
        return formatDuration(
            std::chrono::minutes(time.captured(3).toInt()) + std::chrono::seconds(time.captured(4).toInt()));
    if (!time.captured(5).isEmpty())
        return formatSeconds(time.captured(5).toDouble());
    return text.endsWith(QLatin1String("us"))
        ? formatDuration(Duration::zero())
        : formatDuration(std::chrono::milliseconds(time.captured(6).toInt()));
}

class Reader {
public:
    [[nodiscard]] QString read(const QString& text, int depth = 0);
    bool knowsAll = true;

private:
    [[nodiscard]] QString readPlace(const QString& text, int depth);
    [[nodiscard]] QString filled(const Sentence& sentence, const QStringList& places, int depth);
};

QString Reader::filled(const Sentence& sentence, const QStringList& places, int depth)
{
    const QString words = QCoreApplication::translate("EngineWords", sentence.source);
    // All at once: what one place holds may look like the number of another.
    static const QRegularExpression kPlace(QStringLiteral("%(\\d+)"));
    QString out;
    qsizetype from = 0;
    for (auto it = kPlace.globalMatch(words); it.hasNext();) {
        const QRegularExpressionMatch place = it.next();
        const int number = place.captured(1).toInt();
        out += QStringView(words).mid(from, place.capturedStart() - from);
        if (number >= 1 && number <= places.size())
            out += readPlace(places.at(number - 1), depth + 1);
        from = place.capturedEnd();
    }
    return out + words.mid(from);
}

QString Reader::read(const QString& text, int depth)
{
    QStringList places;
    if (depth < kDeepest) {
        if (const Sentence* sentence = findSentence(text, places))
            return filled(*sentence, places, depth);
    }
    const QString separator = QStringLiteral("; ");
    if (depth < kDeepest && text.contains(separator)) {
        QStringList parts = text.split(separator);
        for (QString& part : parts)
            part = read(part, depth + 1);
        return joinedParts(parts);
    }
    knowsAll = false;
    return isolated(text);
}

// Not every place holds a sentence: names, codes and titles of books stay as they are.
QString Reader::readPlace(const QString& text, int depth)
{
    if (const auto number = amount(text))
        return *number;
    if (const QString place = localPlace(text); place != text)
        return place;
    if (text.startsWith(QLatin1Char('"')))
        return isolated(text); // the title of a book
    QStringList places;
    if (findSentence(text, places) != nullptr || text.contains(QLatin1String("; ")))
        return read(text, depth);
    // "Ireland 73 %, Singapore 27 %"
    static const QRegularExpression kShareOf(QStringLiteral("^(.+) (\\d+) %$"));
    if (text.contains(QLatin1String(", "))) {
        QStringList parts = text.split(QStringLiteral(", "));
        for (QString& part : parts)
            part = readPlace(part, depth + 1);
        //: between the items of a list within a sentence of the engine; the space is part of it
        return parts.join(QCoreApplication::translate("EngineWords", ", "));
    }
    if (const qsizetype at = text.indexOf(QLatin1String(" and ")); at > 0) {
        const QString first = localPlace(text.left(at));
        if (const QString second = localPlace(text.mid(at + 5)); first != text.left(at))
            //: two regions
            return QCoreApplication::translate("EngineWords", "%1 and %2").arg(first, second);
    }
    if (const auto share = kShareOf.match(text); share.hasMatch())
        //: a region and its share of the answers
        return QCoreApplication::translate("EngineWords", "%1 %2")
            .arg(localPlace(share.captured(1)), formatPercent(share.captured(2).toDouble() / 100));
    return isolated(text);
}

} // namespace

QString fromEngine(const QString& text)
{
    static QHash<QString, QString> cache;
    static int revision = -1;
    const LanguageManager& language = LanguageManager::instance();
    if (text.isEmpty() || language.current() == QLatin1String("en"))
        return text;
    if (revision != language.revision() || cache.size() > kCacheMax) {
        cache.clear();
        revision = language.revision();
    }
    const auto found = cache.constFind(text);
    if (found != cache.constEnd())
        return *found;
    const QString words = Reader().read(text);
    cache.insert(text, words);
    return words;
}

QString fromEngine(const std::string& text)
{
    return fromEngine(QString::fromStdString(text));
}

QString joinedParts(const QStringList& parts)
{
    //: between two sentences of the engine; the space is part of it
    return parts.join(QCoreApplication::translate("EngineWords", "; "));
}

bool isKnownToWindow(const QString& text)
{
    Reader reader;
    (void)reader.read(text);
    return reader.knowsAll;
}

} // namespace sb
