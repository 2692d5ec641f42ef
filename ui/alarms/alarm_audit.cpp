// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_audit.h"

#include "ui/theme/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace sb {
namespace {

struct Audit {
    Q_DECLARE_TR_FUNCTIONS(sb::Audit)
};

constexpr Duration kStale = 24h;
constexpr double kPerTenMinutesMost = 2;
constexpr double kFloodShareMost = 0.01;
constexpr double kHighShareMost = 0.2; // 5 % is usual; an exercise breaks things on purpose
constexpr std::size_t kEnoughToJudge = 20; // annunciations

// How long the window that ends at each moment held as many as a flood, in all.
Duration floodTime(const std::vector<Instant>& times, Instant end)
{
    Duration flood = Duration::zero();
    Instant countedTo = kStart;
    for (std::size_t last = AlarmBook::kFloodCount - 1; last < times.size(); ++last) {
        // From here on there are enough, until the first of them is too old.
        const Instant over
            = std::min(end, times[last - (AlarmBook::kFloodCount - 1)] + AlarmBook::kFloodWindow);
        const Instant from = std::max(countedTo, times[last]);
        if (over > from) {
            flood += over - from;
            countedTo = over;
        }
    }
    return flood;
}

std::size_t peakOf(const std::vector<Instant>& times)
{
    std::size_t peak = 0;
    for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
        while (times[first] + AlarmBook::kFloodWindow <= times[last])
            ++first;
        peak = std::max(peak, last - first + 1);
    }
    return peak;
}

// Whether one alarm's activations came as close as chatter.
bool chatters(const std::vector<Instant>& times)
{
    for (std::size_t i = AlarmBook::kChatterCount - 1; i < times.size(); ++i)
        if (times[i] - times[i - (AlarmBook::kChatterCount - 1)] <= AlarmBook::kChatterWindow)
            return true;
    return false;
}

} // namespace

AlarmFigures measureAlarms(const AlarmBook& book)
{
    AlarmFigures figures;
    if (book.beganAt() == kNever)
        return figures;
    figures.span = book.now() - book.beganAt();
    std::vector<Instant> times;
    std::map<AlarmKey, std::vector<Instant>> byKey;
    Duration waited = Duration::zero();
    for (const AlarmNote& note : book.notes()) {
        times.push_back(note.at);
        byKey[note.key].push_back(note.at);
        ++figures.byPriority[static_cast<std::size_t>(priorityOf(note.key.kind))];
        if (note.acknowledgedAt != kNever) {
            ++figures.acknowledged;
            waited += note.acknowledgedAt - note.at;
        }
        const Instant until = note.clearedAt == kNever ? book.now() : note.clearedAt;
        figures.stale += until - note.at > kStale ? 1U : 0U;
    }
    figures.annunciated = times.size();
    if (figures.acknowledged > 0)
        figures.acknowledgedAfter = waited / static_cast<std::int64_t>(figures.acknowledged);
    // A run shorter than ten minutes is judged as if it had lasted that long.
    const Duration span = std::max(figures.span, AlarmBook::kFloodWindow);
    figures.perTenMinutes
        = static_cast<double>(times.size()) * seconds(AlarmBook::kFloodWindow) / seconds(span);
    figures.peak = peakOf(times);
    figures.floodShare = seconds(floodTime(times, book.now())) / seconds(span);
    for (const auto& [key, own] : byKey) {
        figures.chattering += chatters(own) ? 1U : 0U;
        const double share = static_cast<double>(own.size()) / static_cast<double>(times.size());
        if (share > figures.mostFrequentShare) {
            figures.mostFrequentShare = share;
            const AlarmEntry* entry = book.find(key);
            figures.mostFrequent = entry == nullptr ? QString() : entry->finding.title;
        }
    }
    return figures;
}

std::vector<AuditLine> auditAlarms(const AlarmBook& book)
{
    const AlarmFigures f = measureAlarms(book);
    const auto count = [](std::size_t number) { return formatCount(static_cast<qint64>(number)); };
    const std::size_t high = f.byPriority[static_cast<std::size_t>(AlarmPriority::High)];
    const double highShare
        = f.annunciated == 0 ? 0 : static_cast<double>(high) / static_cast<double>(f.annunciated);
    return {
        { Audit::tr("Alarms per 10 min, average"), formatNumber(f.perTenMinutes, 1), Audit::tr("at most 2"),
            true, f.perTenMinutes <= kPerTenMinutesMost },
        { Audit::tr("Alarms per 10 min, most"), count(f.peak), Audit::tr("fewer than 10"), true,
            f.peak < AlarmBook::kFloodCount },
        { Audit::tr("Time in a flood"), formatPercent(f.floodShare, 1), Audit::tr("less than 1 %"), true,
            f.floodShare < kFloodShareMost },
        { Audit::tr("Chattering alarms"), count(f.chattering), Audit::tr("none"), true, f.chattering == 0 },
        { Audit::tr("Standing for over a day"), count(f.stale), Audit::tr("none"), true, f.stale == 0 },
        { Audit::tr("High priority"), formatPercent(highShare), Audit::tr("at most 20 %"),
            f.annunciated >= kEnoughToJudge, highShare <= kHighShareMost },
        { Audit::tr("Time to acknowledge"),
            f.acknowledged == 0 ? Audit::tr("none was") : formatDuration(f.acknowledgedAfter), {}, false,
            true },
        { Audit::tr("Active at once, most"), count(book.mostActive()), {}, false, true },
        { Audit::tr("Unacknowledged, most"), count(book.mostUnacknowledged()), {}, false, true },
    };
}

} // namespace sb
