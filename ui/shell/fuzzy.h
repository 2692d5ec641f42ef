// SPDX-License-Identifier: GPL-3.0-or-later
// How well a few typed letters fit an entry of a list. Each word of the query must occur in the text as a
// subsequence; starts of words, runs of letters and early places count more. A value; free of widgets.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sb {

struct FuzzyMatch {
    int score = 0; // more is better; comparable for one query only
    QList<int> places; // of the letters of `text` that matched, ascending
};

// nullopt: it does not fit. An empty query fits everything with score 0. Case and accents of the letters do
// not matter.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text);

} // namespace sb
