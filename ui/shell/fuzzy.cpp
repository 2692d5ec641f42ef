// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace sb {

namespace {

constexpr int kLetter = 1;
constexpr int kInRun = 4;
constexpr int kWordStart = 6;
constexpr int kWholeWord = 12; // the typed word begins a word of the text and is found in one run
constexpr int kEarliest = 8; // less by one for each letter before it

// One letter for one letter, so that places stay places.
QString folded(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const QString parts = c.decomposition();
        plain += (parts.isEmpty() ? c : parts.at(0)).toCaseFolded();
    }
    return plain;
}

bool isWordStart(const QString& text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

std::optional<FuzzyMatch> matchLetters(const QString& word, const QString& text, bool onlyInitials)
{
    FuzzyMatch match;
    qsizetype from = 0;
    for (const QChar c : word) {
        qsizetype at = text.indexOf(c, from);
        while (at >= 0 && onlyInitials && !isWordStart(text, at))
            at = text.indexOf(c, at + 1);
        if (at < 0)
            return std::nullopt;
        const bool isRun = !match.places.isEmpty() && match.places.last() == at - 1;
        match.score += kLetter + (isRun ? kInRun : 0) + (isWordStart(text, at) ? kWordStart : 0);
        match.places << static_cast<int>(at);
        from = at + 1;
    }
    return match;
}

// In one run, at the start of a word if there is one; else by its letters.
std::optional<FuzzyMatch> matchWord(const QString& word, const QString& text)
{
    FuzzyMatch match;
    qsizetype run = -1;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (run < 0 || isWordStart(text, at))
            run = at;
        if (isWordStart(text, at))
            break;
    }
    if (run >= 0) {
        for (qsizetype i = 0; i < word.size(); ++i)
            match.places << static_cast<int>(run + i);
        match.score = static_cast<int>(word.size()) * kInRun + (isWordStart(text, run) ? kWholeWord : 0)
            + std::max(0, kEarliest - static_cast<int>(run));
        return match;
    }
    // "rto" for "Region timed out", else the letters wherever they come first.
    if (const auto initials = matchLetters(word, text, true))
        return initials;
    return matchLetters(word, text, false);
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text)
{
    const QString plain = folded(text);
    FuzzyMatch whole;
    const QStringList words = folded(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto match = matchWord(word, plain);
        if (!match)
            return std::nullopt;
        whole.score += match->score;
        whole.places += match->places;
    }
    std::sort(whole.places.begin(), whole.places.end());
    whole.places.erase(std::unique(whole.places.begin(), whole.places.end()), whole.places.end());
    return whole;
}

} // namespace sb
