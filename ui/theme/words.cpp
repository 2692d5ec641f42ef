// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/words.h"

#include "ui/theme/format.h"

#include <QCoreApplication>

namespace sb {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct PlaceRow {
    const char* code;
    const char* name;
};

constexpr PlaceRow kPlaces[] {
    { "af-south-1", QT_TRANSLATE_NOOP("Words", "Cape Town") },
    { "ap-east-1", QT_TRANSLATE_NOOP("Words", "Hong Kong") },
    { "ap-northeast-1", QT_TRANSLATE_NOOP("Words", "Tokyo") },
    { "ap-northeast-2", QT_TRANSLATE_NOOP("Words", "Seoul") },
    { "ap-northeast-3", QT_TRANSLATE_NOOP("Words", "Osaka") },
    { "ap-south-1", QT_TRANSLATE_NOOP("Words", "Mumbai") },
    { "ap-southeast-1", QT_TRANSLATE_NOOP("Words", "Singapore") },
    { "ap-southeast-2", QT_TRANSLATE_NOOP("Words", "Sydney") },
    { "ca-central-1", QT_TRANSLATE_NOOP("Words", "Canada") },
    { "eu-central-1", QT_TRANSLATE_NOOP("Words", "Frankfurt") },
    { "eu-north-1", QT_TRANSLATE_NOOP("Words", "Stockholm") },
    { "eu-south-1", QT_TRANSLATE_NOOP("Words", "Milan") },
    { "eu-west-1", QT_TRANSLATE_NOOP("Words", "Ireland") },
    { "eu-west-2", QT_TRANSLATE_NOOP("Words", "London") },
    { "eu-west-3", QT_TRANSLATE_NOOP("Words", "Paris") },
    { "me-south-1", QT_TRANSLATE_NOOP("Words", "Bahrain") },
    { "sa-east-1", QT_TRANSLATE_NOOP("Words", "São Paulo") },
    { "us-east-1", QT_TRANSLATE_NOOP("Words", "Virginia") },
    { "us-east-2", QT_TRANSLATE_NOOP("Words", "Ohio") },
    { "us-west-1", QT_TRANSLATE_NOOP("Words", "California") },
    { "us-west-2", QT_TRANSLATE_NOOP("Words", "Oregon") },
};

} // namespace

QString wordFor(RegionState state)
{
    switch (state) {
    case RegionState::Serving:
        return Words::tr("Serving");
    case RegionState::Degraded:
        return Words::tr("Degraded");
    case RegionState::Failed:
        return Words::tr("Failed");
    case RegionState::Held:
        return Words::tr("Held out");
    case RegionState::CatchingUp:
        return Words::tr("Catching up");
    case RegionState::Verifying:
        return Words::tr("Verifying");
    case RegionState::Ramping:
        return Words::tr("Ramping");
    case RegionState::SteeredAway:
        return Words::tr("Steered away");
    }
    return Words::tr("Unknown");
}

QString wordFor(RegionReason reason)
{
    switch (reason) {
    case RegionReason::None:
        return {};
    case RegionReason::Outage:
        return Words::tr("no answer");
    case RegionReason::MappingMissing:
        return Words::tr("API mapping removed");
    case RegionReason::HealthRed:
        return Words::tr("health check red");
    case RegionReason::ReplicationBehind:
        return Words::tr("replication behind");
    case RegionReason::ReplicationPaused:
        return Words::tr("replication paused");
    case RegionReason::LinkCut:
        return Words::tr("link cut");
    case RegionReason::LinkSlow:
        return Words::tr("link slow");
    case RegionReason::ErrorsHigh:
        return Words::tr("many errors");
    case RegionReason::AwaitingFailBack:
        return Words::tr("awaiting fail back");
    case RegionReason::FailingBack:
        return Words::tr("failing back");
    case RegionReason::StoreFailing:
        return Words::tr("store failing");
    case RegionReason::DiskRotten:
        return Words::tr("disk rotten");
    case RegionReason::DiskFull:
        return Words::tr("disk full");
    case RegionReason::DiskStalled:
        return Words::tr("disk stalled");
    case RegionReason::Rebuilding:
        return Words::tr("building its copy anew");
    case RegionReason::Fenced:
        return Words::tr("fenced");
    case RegionReason::ControlOff:
        return Words::tr("routing control off");
    case RegionReason::ShiftedAway:
        return Words::tr("shifted away");
    case RegionReason::DialledDown:
        return Words::tr("dialled down");
    }
    return {};
}

QString wordFor(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::LowestLatency:
        return Words::tr("lowest latency");
    case DecisionReason::NextLowestLatency:
        return Words::tr("next-lowest latency");
    case DecisionReason::FailoverPrimary:
        return Words::tr("primary");
    case DecisionReason::FailoverSecondary:
        return Words::tr("secondary, primary not available");
    case DecisionReason::OnlyRecord:
        return Words::tr("only record");
    case DecisionReason::FailOpen:
        return Words::tr("fail open, nothing healthy");
    case DecisionReason::ByPolicy:
        return Words::tr("the policy's choice");
    }
    return {};
}

QString wordFor(CandidateVerdict verdict)
{
    switch (verdict) {
    case CandidateVerdict::Chosen:
        return Words::tr("chosen");
    case CandidateVerdict::FurtherAway:
        return Words::tr("further away");
    case CandidateVerdict::Standby:
        return Words::tr("standby");
    case CandidateVerdict::Unhealthy:
        return Words::tr("unhealthy");
    case CandidateVerdict::HeldOut:
        return Words::tr("held out");
    case CandidateVerdict::OutsideRamp:
        return Words::tr("not yet in the ramp");
    }
    return {};
}

QString wordFor(FailBackPhase phase)
{
    switch (phase) {
    case FailBackPhase::None:
        return Words::tr("Not started");
    case FailBackPhase::Restoring:
        return Words::tr("Restore");
    case FailBackPhase::CatchingUp:
        return Words::tr("Catch up");
    case FailBackPhase::Verifying:
        return Words::tr("Verify");
    case FailBackPhase::Ramping:
        return Words::tr("Ramp");
    case FailBackPhase::Completed:
        return Words::tr("Completed");
    case FailBackPhase::Aborted:
        return Words::tr("Aborted");
    }
    return {};
}

QString wordFor(FaultKind kind)
{
    switch (kind) {
    case FaultKind::RegionOutage:
        return Words::tr("Region outage");
    case FaultKind::MappingRemoved:
        return Words::tr("API mapping removed");
    case FaultKind::ReplicationPaused:
        return Words::tr("Replication paused");
    case FaultKind::LinkPartitioned:
        return Words::tr("Link cut");
    case FaultKind::LatencyAdded:
        return Words::tr("Latency added");
    case FaultKind::RegionDestroyed:
        return Words::tr("Region destroyed");
    case FaultKind::ClockSkewed:
        return Words::tr("Clock skewed");
    case FaultKind::ClockDrifting:
        return Words::tr("Clock drifting");
    case FaultKind::StoreFailing:
        return Words::tr("Store failing");
    case FaultKind::DiskFull:
        return Words::tr("Disk full");
    case FaultKind::DiskStalled:
        return Words::tr("Disk stalled");
    case FaultKind::DiskRotten:
        return Words::tr("Disk rotten");
    case FaultKind::DiskLying:
        return Words::tr("Disk losing flushes");
    case FaultKind::StreamPoisoned:
        return Words::tr("Change stream poisoned");
    case FaultKind::GrayFailing:
        return Words::tr("Gray failure");
    case FaultKind::HealthPathFailing:
        return Words::tr("Health path failing");
    case FaultKind::CheckersCut:
        return Words::tr("Checkers cut off");
    case FaultKind::EdgesCut:
        return Words::tr("DNS edges cut off");
    case FaultKind::EnactorStalled:
        return Words::tr("Plan enactor stalled");
    case FaultKind::TrafficSurge:
        return Words::tr("Traffic surge");
    case FaultKind::ObjectsPaused:
        return Words::tr("Object copying paused");
    }
    return {};
}

QString explain(FaultKind kind)
{
    switch (kind) {
    case FaultKind::RegionOutage:
        return Words::tr("Nothing in the region answers; its durable store survives.");
    case FaultKind::MappingRemoved:
        return Words::tr("The region's gateway answers 403 to every request.");
    case FaultKind::ReplicationPaused:
        return Words::tr("The region neither ships nor pulls changes; reads and writes go on.");
    case FaultKind::LinkPartitioned:
        return Words::tr("Messages between two regions are dropped.");
    case FaultKind::LatencyAdded:
        return Words::tr("Messages of the region or link arrive later.");
    case FaultKind::RegionDestroyed:
        return Words::tr("Nothing answers and the store is lost; afterwards the region copies a survivor.");
    case FaultKind::ClockSkewed:
        return Words::tr("The region's clock is off by a fixed amount; stamps decide who wins a conflict.");
    case FaultKind::ClockDrifting:
        return Words::tr("The region's clock gains or loses time, second by second.");
    case FaultKind::StoreFailing:
        return Words::tr("Whatever needs the store ends in an error; nothing is written.");
    case FaultKind::DiskFull:
        return Words::tr("The disk takes nothing more: writes end in an error, reads go on.");
    case FaultKind::DiskStalled:
        return Words::tr("Each flush of the disk takes longer; queues grow, and then requests are refused.");
    case FaultKind::DiskRotten:
        return Words::tr("The disk returns damaged data: the region finds out and builds a new copy.");
    case FaultKind::DiskLying:
        return Words::tr("The disk reports flushes that it does not do; an outage meanwhile loses them.");
    case FaultKind::StreamPoisoned:
        return Words::tr("Consumers of changes cannot process some of them, and set those aside.");
    case FaultKind::GrayFailing:
        return Words::tr("A share of the customers' requests fails while the health checks see nothing.");
    case FaultKind::HealthPathFailing:
        return Words::tr("The health path fails while the customers' requests are fine.");
    case FaultKind::CheckersCut:
        return Words::tr("Some of the health checkers cannot reach the region.");
    case FaultKind::EdgesCut:
        return Words::tr("DNS locations near the region do not hear of changes of health.");
    case FaultKind::EnactorStalled:
        return Words::tr("What puts zone plans in force stops in the middle of its work.");
    case FaultKind::TrafficSurge:
        return Words::tr("The customers nearest to the region send more.");
    case FaultKind::ObjectsPaused:
        return Words::tr("Photos and pages written in the region wait; what it receives still arrives.");
    }
    return {};
}

QString wordFor(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return Words::tr("both ways");
    case Direction::Outbound:
        return Words::tr("outbound");
    case Direction::Inbound:
        return Words::tr("inbound");
    }
    return {};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Words::tr("Info");
    case Severity::Notice:
        return Words::tr("Notice");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Critical:
        return Words::tr("Critical");
    }
    return {};
}

QString wordFor(Phase phase)
{
    switch (phase) {
    case Phase::Normal:
        return Words::tr("Normal");
    case Phase::Detect:
        return Words::tr("Detect");
    case Phase::Decide:
        return Words::tr("Decide");
    case Phase::Act:
        return Words::tr("Act");
    case Phase::Recover:
        return Words::tr("Recover");
    }
    return {};
}

QString wordFor(Actor actor)
{
    switch (actor) {
    case Actor::System:
        return Words::tr("System");
    case Actor::Operator:
        return Words::tr("Operator");
    case Actor::Drill:
        return Words::tr("Drill");
    case Actor::Routing:
        return Words::tr("Routing");
    case Actor::Health:
        return Words::tr("Health");
    case Actor::Replication:
        return Words::tr("Replication");
    case Actor::Faults:
        return Words::tr("Faults");
    case Actor::Shoppers:
        return Words::tr("Shoppers");
    }
    return {};
}

QString wordFor(Metric metric)
{
    switch (metric) {
    case Metric::RequestRate:
        return Words::tr("Requests per second");
    case Metric::ErrorShare:
        return Words::tr("Errors, % of requests");
    case Metric::LatencyP50:
        return Words::tr("Latency p50");
    case Metric::LatencyP95:
        return Words::tr("Latency p95");
    case Metric::LatencyP99:
        return Words::tr("Latency p99");
    case Metric::ReplicationLag:
        return Words::tr("Replication lag");
    case Metric::AnswerShare:
        return Words::tr("Answers, %");
    case Metric::OrderRate:
        return Words::tr("Orders per second");
    }
    return {};
}

QString wordFor(ChartRange range)
{
    switch (range) {
    case ChartRange::TwoMinutes:
        return Words::tr("2 minutes");
    case ChartRange::FifteenMinutes:
        return Words::tr("15 minutes");
    case ChartRange::TwoHours:
        return Words::tr("2 hours");
    case ChartRange::Day:
        return Words::tr("24 hours");
    }
    return {};
}

QString wordFor(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return Words::tr("CSV table");
    case ExportFormat::JsonLines:
        return Words::tr("JSON Lines");
    case ExportFormat::Markdown:
        return Words::tr("Markdown report");
    case ExportFormat::Html:
        return Words::tr("HTML report");
    case ExportFormat::Json:
        return Words::tr("JSON document");
    case ExportFormat::ChromeTrace:
        return Words::tr("Chrome trace");
    }
    return {};
}

QString wordFor(Errc code)
{
    switch (code) {
    case Errc::BadInput:
        return Words::tr("The input is malformed");
    case Errc::UnknownName:
        return Words::tr("That name is not known");
    case Errc::Refused:
        return Words::tr("Refused");
    case Errc::Unavailable:
        return Words::tr("It does not answer");
    case Errc::IoFailure:
        return Words::tr("The file could not be read or written");
    case Errc::VersionMismatch:
        return Words::tr("The file is of another version");
    case Errc::Corrupt:
        return Words::tr("The file is damaged");
    case Errc::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString faultTitle(const InjectFault& fault, const WorldDescription& world)
{
    const QString region = regionName(world, fault.region);
    if (fault.peer.empty())
        //: a fault and its region: "Region outage, Ireland"
        return Words::tr("%1, %2").arg(wordFor(fault.kind), region);
    //: a fault and the two regions of its link: "Link cut, Ireland – Singapore"
    return Words::tr("%1, %2 – %3").arg(wordFor(fault.kind), region, regionName(world, fault.peer));
}

QString regionName(const WorldDescription& world, const std::string& code)
{
    for (const RegionInfo& region : world.regions) {
        if (region.code == code)
            return regionName(region);
    }
    return qs(code);
}

QString regionName(const WorldDescription& world, RegionId id)
{
    return id.isValid() && id.value < world.regions.size() ? regionName(world.regions[id.value])
                                                           : QStringLiteral("?");
}

QString regionName(const RegionInfo& region)
{
    return localPlace(qs(region.name));
}

QString localPlace(const QString& englishName)
{
    for (const PlaceRow& row : kPlaces) {
        if (englishName == QString::fromUtf8(row.name))
            return QCoreApplication::translate("Words", row.name);
    }
    return englishName;
}

QString placeName(const std::string& code)
{
    for (const PlaceRow& row : kPlaces) {
        if (code == row.code)
            return QCoreApplication::translate("Words", row.name);
    }
    return qs(code);
}

QString cityName(const WorldDescription& world, CityId id)
{
    return id.isValid() && id.value < world.cities.size() ? qs(world.cities[id.value].name)
                                                          : QStringLiteral("?");
}

} // namespace sb
