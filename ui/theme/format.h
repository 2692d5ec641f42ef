// SPDX-License-Identifier: GPL-3.0-or-later
// Values to text for people, by QLocale and with translated units. One function per kind of value, used by
// cells, painters, tooltips and accessible names alike, so that a value reads the same everywhere.
// Names carry "format" to keep apart from the English texts of backend/base.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QString>

namespace sb {

[[nodiscard]] QString formatCount(qint64 count); // "48,213"
[[nodiscard]] QString formatNumber(double value, int decimals);
[[nodiscard]] QString formatRate(double hz); // "1,490 req/s"; below 10: one decimal
[[nodiscard]] QString formatPercent(double share, int decimals = 0); // share 0…1: "31 %"
[[nodiscard]] QString formatMs(double ms); // "38 ms"; below 10: one decimal
[[nodiscard]] QString formatSeconds(double seconds); // "0.19 s", "4.2 s", "42 s"
[[nodiscard]] QString formatMoney(Money amount, bool withCents = true); // "€ 412.35"
// Picks the unit: "850 ms", "4.2 s", "42 s", "1 min 07 s", "2 h 05 min".
[[nodiscard]] QString formatDuration(Duration duration);
// For ticking labels: whole seconds, never negative, short: "42 s", then "02:50".
[[nodiscard]] QString formatAge(Duration age);
// A running clock: "00:42", "1:02:42".
[[nodiscard]] QString formatStopwatch(Duration duration);
// "14:32:07" or "14:32:07.25" (hundredths, cut not rounded, so that it never shows the future).
[[nodiscard]] QString formatClock(UtcStart start, Instant at, bool withHundredths = false);
// "Tue 14:32:07 UTC".
[[nodiscard]] QString formatDayClock(UtcStart start, Instant at);
[[nodiscard]] QString formatSpeed(int speedPercent); // "¼×", "1×", "60×", "max"
// "order 48 213" of the api's English label in short form: "#48 213"; other labels pass through.
[[nodiscard]] QString formatWriteLabel(const RiskyWrite& write);

// Counted things, singular and plural: "1 order", "17 orders".
[[nodiscard]] QString formatOrders(qint64 count);
[[nodiscard]] QString formatRequests(qint64 count);
[[nodiscard]] QString formatEvents(qint64 count);
[[nodiscard]] QString formatRegions(qint64 count);
[[nodiscard]] QString formatChanges(qint64 count);
[[nodiscard]] QString formatWrites(qint64 count);
[[nodiscard]] QString formatOperations(qint64 count);
[[nodiscard]] QString formatSeeds(qint64 count);
[[nodiscard]] QString formatCities(qint64 count);
[[nodiscard]] QString formatRecords(qint64 count); // of a zone
[[nodiscard]] QString formatErrors(qint64 count);
[[nodiscard]] QString formatWarnings(qint64 count);
[[nodiscard]] QString formatAlarms(qint64 count);
// The words of a label or menu entry alone: without the mark of its mnemonic, "&F" or "(&F)", and "…".
[[nodiscard]] QString plainLabel(QString label);

// UTF-8 of the engine to QString.
[[nodiscard]] inline QString qs(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace sb
