// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/time_flag.h"

#include <QStringList>

#include <algorithm>

namespace sb {

QString flagsToText(const std::vector<TimeFlag>& flags)
{
    QStringList lines;
    for (const TimeFlag& flag : flags)
        lines << QString::number(micros(flag.at)) + QLatin1Char(' ') + flag.text.simplified();
    return lines.join(QLatin1Char('\n'));
}

std::vector<TimeFlag> flagsFromText(const QString& text)
{
    std::vector<TimeFlag> flags;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        bool isNumber = false;
        const qint64 at = line.section(QLatin1Char(' '), 0, 0).toLongLong(&isNumber);
        if (isNumber && at >= 0 && flags.size() < kFlagsMax)
            flags.push_back({ atMicros(at), line.section(QLatin1Char(' '), 1) });
    }
    std::stable_sort(
        flags.begin(), flags.end(), [](const TimeFlag& a, const TimeFlag& b) { return a.at < b.at; });
    return flags;
}

} // namespace sb
