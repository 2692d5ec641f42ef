// SPDX-License-Identifier: GPL-3.0-or-later
// Named arrangements of the window, as data: which page, how the overview is divided, whether the side panel
// and the journal are shown. Three are shipped; what the user changes while one is on is kept for it, as
// text, until the layout is reset. A value; free of widgets.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sb {

struct Arrangement {
    QString page; // id of the catalogue, or "overview"
    int mapShare = 59; // percent of the overview's height, 10 … 90
    bool hasSide = true;
    bool hasJournal = false; // in the place of charts and timeline
    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

// "page=routing map=59 side=1 journal=0"; the order is free, all four are needed.
[[nodiscard]] QString toText(const Arrangement& arrangement);
// nullopt for anything that toText() would not have written.
[[nodiscard]] std::optional<Arrangement> arrangementFrom(const QString& text);

struct Perspective {
    QString id; // "watch"
    QString title; // with a mnemonic
    QString tip;
    Arrangement arrangement;
    QString betterPage; // taken instead of the arrangement's where the catalogue has it
};

[[nodiscard]] QList<Perspective> shippedPerspectives();

} // namespace sb
