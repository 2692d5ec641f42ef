// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_text.h"

#include "backend/api/command_text.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace sb {
namespace {

struct TimelineText {
    Q_DECLARE_TR_FUNCTIONS(sb::TimelineText)
};

constexpr qsizetype kShort = 48; // characters beside a mark

QString shortened(QString text)
{
    if (text.size() <= kShort)
        return text;
    text.truncate(kShort - 1);
    return text.trimmed() + QChar(0x2026);
}

std::optional<FaultKind> faultKindOf(const std::string& text)
{
    for (int i = 0; i < kFaultKindCount; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        if (text.find(toString(kind)) != std::string::npos)
            return kind;
    }
    return std::nullopt;
}

template<typename NameOf> QString sharesBy(const std::vector<RegionView>& regions, NameOf&& nameOf)
{
    QStringList parts;
    for (const RegionView& region : regions) {
        if (region.answerShare < 0.005)
            continue;
        //: One region's share of DNS answers in percent: "Ireland 43"
        parts.append(TimelineText::tr("%1 %2").arg(
            nameOf(region.id), formatNumber(std::round(region.answerShare * 100), 0)));
    }
    if (parts.isEmpty())
        return {};
    //: A list of regions with their shares, and the unit at its end: "Ireland 43 · Singapore 57 %"
    return TimelineText::tr("%1 %").arg(parts.join(QStringLiteral(" \u00B7 ")));
}

// An accepted command in a few words.
struct CommandWords {
    const WorldDescription& world;
    QString operator()(const InjectFault& c) const { return faultTitle(c, world); }
    QString operator()(const ClearFault& c) const
    {
        return TimelineText::tr("Clear fault %1").arg(c.fault.value);
    }
    QString operator()(const ClearAllFaults&) const { return TimelineText::tr("Clear all faults"); }
    QString operator()(const RestoreRegion& c) const
    {
        return TimelineText::tr("Restore %1").arg(regionName(world, c.region));
    }
    QString operator()(const FailBack& c) const
    {
        return TimelineText::tr("Fail back %1").arg(regionName(world, c.region));
    }
    QString operator()(const AbortFailBack& c) const
    {
        return TimelineText::tr("Stop the fail-back of %1").arg(regionName(world, c.region));
    }
    QString operator()(const AddNote& c) const { return qs(c.text); }
    QString operator()(const SetControls& c) const
    {
        QStringList changes;
        for (const SetControls::Change& change : c.changes)
            changes += (change.isOn ? TimelineText::tr("%1 on") : TimelineText::tr("%1 off"))
                           .arg(qs(change.control));
        return TimelineText::tr("Routing controls: %1").arg(QLocale().createSeparatedList(changes));
    }
    QString operator()(const ShiftAway& c) const
    {
        return TimelineText::tr("Shift away from %1").arg(regionName(world, c.region));
    }
    QString operator()(const CancelShift& c) const
    {
        return TimelineText::tr("Cancel the shift away from %1").arg(regionName(world, c.region));
    }
    QString operator()(const SetDial& c) const
    {
        return TimelineText::tr("Dial %1 to %2 %").arg(regionName(world, c.region)).arg(c.percent);
    }
    QString operator()(const SetWeights& c) const
    {
        QStringList changes;
        for (const SetWeights::Change& change : c.changes)
            changes += TimelineText::tr("%1 at %2").arg(qs(change.setIdentifier)).arg(change.weight);
        return TimelineText::tr("Weights: %1").arg(QLocale().createSeparatedList(changes));
    }
    QString operator()(const SetObjectRule& c) const
    {
        return (c.isOn ? TimelineText::tr("Copy objects from %1 to %2")
                       : TimelineText::tr("Stop copying objects from %1 to %2"))
            .arg(regionName(world, c.source), regionName(world, c.target));
    }
    QString operator()(const BackfillObjects& c) const
    {
        return TimelineText::tr("Copy what %2 lacks of the objects of %1")
            .arg(regionName(world, c.source), regionName(world, c.target));
    }
    QString operator()(const SetPrice& c) const
    {
        return TimelineText::tr("Price of book %1 in %2").arg(c.book.value).arg(regionName(world, c.region));
    }
    QString operator()(const StartPlan& c) const { return TimelineText::tr("Start plan %1").arg(qs(c.plan)); }
    QString operator()(const PlanOrder& c) const
    {
        const std::string_view verb = toString(c.verb);
        return TimelineText::tr("Plan %1: %2")
            .arg(qs(c.plan), QString::fromUtf8(verb.data(), static_cast<qsizetype>(verb.size())));
    }
    QString operator()(const RegionOrder& c) const
    {
        const QString name = regionName(world, c.region);
        switch (c.verb) {
        case RegionVerb::Fence:
            return TimelineText::tr("Fence %1").arg(name);
        case RegionVerb::Unfence:
            return TimelineText::tr("Unfence %1").arg(name);
        case RegionVerb::Evict:
            return TimelineText::tr("Evict %1").arg(name);
        case RegionVerb::ReplayOrphans:
            return TimelineText::tr("Replay the orphan writes of %1").arg(name);
        case RegionVerb::DiscardOrphans:
            return TimelineText::tr("Discard the orphan writes of %1").arg(name);
        case RegionVerb::RevokeRights:
            return TimelineText::tr("Revoke the rights of %1").arg(name);
        case RegionVerb::MoveWriter:
            return TimelineText::tr("Move the blog's writer to %1").arg(name);
        case RegionVerb::SeizeWriter:
            return TimelineText::tr("Let %1 seize the blog's writer").arg(name);
        case RegionVerb::RebuildBoard:
            return TimelineText::tr("Count the best sellers of %1 anew").arg(name);
        case RegionVerb::RetryPoison:
            return TimelineText::tr("Retry the changes set aside in %1").arg(name);
        case RegionVerb::Republish:
            return TimelineText::tr("Republish the name of %1").arg(name);
        }
        return {};
    }
};

} // namespace

QString timelineTitle()
{
    return TimelineText::tr("Incident timeline");
}

QString laneName(Lane lane)
{
    switch (lane) {
    case Lane::Operator:
        return TimelineText::tr("Operator");
    case Lane::Faults:
        return TimelineText::tr("Faults");
    case Lane::Health:
        return TimelineText::tr("Health checks");
    case Lane::Answers:
        return TimelineText::tr("DNS answers");
    case Lane::Errors:
        return TimelineText::tr("Errors");
    case Lane::Replication:
        return TimelineText::tr("Replication");
    }
    return {};
}

QString sharesText(const std::vector<RegionView>& regions, const WorldDescription& world)
{
    return sharesBy(regions, [&](RegionId id) { return regionName(world, id); });
}

QString sharesTextShort(const std::vector<RegionView>& regions, const WorldDescription& world)
{
    return sharesBy(regions, [&](RegionId id) {
        return id.value < world.regions.size() ? QString(QLatin1Char(world.regions[id.value].letter))
                                               : QStringLiteral("?");
    });
}

QString redText(const QString& region, int red, int total)
{
    if (total <= 0 || red <= 0)
        return TimelineText::tr("%1: checks red").arg(region);
    //: %1 region, %2 of %3 health checkers are red
    return TimelineText::tr("%1: %2 of %3 red").arg(region, formatCount(red), formatCount(total));
}

QString redTextShort(int red, int total)
{
    //: %1 of %2 health checkers are red
    return TimelineText::tr("%1 of %2 red").arg(formatCount(red), formatCount(total));
}

QString greenText(int green, int total)
{
    //: %1 of %2 health checkers are green
    return TimelineText::tr("%1 of %2 green").arg(formatCount(green), formatCount(total));
}

QString failBackText(const QString& region)
{
    //: Text of a bar: users are being brought back to a region
    return TimelineText::tr("Fail back, %1").arg(region);
}

QString faultText(const Event& event, const WorldDescription& world)
{
    std::optional<FaultKind> kind = faultKindOf(event.action);
    if (!kind)
        kind = faultKindOf(event.object);
    if (!kind)
        return event.note.empty() ? wordFor(event.kind) : shortened(fromEngine(event.note));
    if (!event.region.isValid())
        return wordFor(*kind);
    if (event.peer.isValid()) {
        //: A fault on the link between two regions
        return TimelineText::tr("%1, %2 \u2013 %3")
            .arg(wordFor(*kind), regionName(world, event.region), regionName(world, event.peer));
    }
    //: A fault and its region
    return TimelineText::tr("%1, %2").arg(wordFor(*kind), regionName(world, event.region));
}

QString operatorText(const Event& event, const WorldDescription& world)
{
    if (event.kind == EventKind::CommandRefused) {
        //: Beside the mark of a refused operator command
        return shortened(TimelineText::tr("refused: %1").arg(fromEngine(event.note)));
    }
    if (event.kind == EventKind::CommandAccepted) {
        for (const std::string& text : { event.action, event.note }) {
            if (const auto command = parseCommand(text))
                return shortened(std::visit(CommandWords { world }, *command));
        }
    }
    return shortened(fromEngine(event.note.empty() ? event.action : event.note));
}

QString toolTipOf(const Event& event, const TimelineModel& model, int folded)
{
    const WorldDescription& world = model.world();
    const QString at = formatClock(world.start, event.at, true);
    QStringList lines;
    if (event.region.isValid()) {
        //: Head of a tool tip: time, kind of event, region
        lines.append(
            TimelineText::tr("%1  %2, %3").arg(at, wordFor(event.kind), regionName(world, event.region)));
    } else {
        lines.append(TimelineText::tr("%1  %2").arg(at, wordFor(event.kind)));
    }
    if (!event.note.empty())
        lines.append(fromEngine(event.note));
    if (const Event* cause = model.find(event.cause)) {
        lines.append(TimelineText::tr("Because: %1  %2")
                         .arg(formatClock(world.start, cause->at, true),
                             cause->note.empty() ? wordFor(cause->kind) : fromEngine(cause->note)));
    }
    if (folded > 1)
        lines.append(TimelineText::tr("and %n more here; zoom in to tell them apart", nullptr, folded - 1));
    return lines.join(QLatin1Char('\n'));
}

QString summaryOf(const TimelineModel& model, const Event* selected)
{
    QStringList parts;
    parts.append(TimelineText::tr("%n event(s).", nullptr, static_cast<int>(model.events().size())));
    bool isQuiet = true;
    for (const auto* bars : { &model.faults(), &model.redChecks() }) {
        for (const TimelineBar& bar : *bars) {
            if (!bar.isOpen())
                continue;
            isQuiet = false;
            //: %1 is a fault or a red health check, %2 a time of day
            parts.append(
                TimelineText::tr("%1 since %2.").arg(bar.text, formatClock(model.world().start, bar.from)));
        }
    }
    if (isQuiet)
        parts.append(TimelineText::tr("No fault is active and all checks are green."));
    if (!model.answers().empty() && !model.answers().back().text.isEmpty())
        parts.append(TimelineText::tr("DNS answers: %1.").arg(model.answers().back().text));
    if (selected)
        parts.append(TimelineText::tr("Selected: %1").arg(toolTipOf(*selected, model, 1)));
    return parts.join(QLatin1Char(' '));
}

} // namespace sb
