// SPDX-License-Identifier: GPL-3.0-or-later
// Text of the api's enumerations, as used in exports and on the command line.
#include "backend/api/control_room.h"
#include "backend/api/drill_view.h"
#include "backend/api/snapshot.h"

namespace sb {

std::string_view toString(RegionState state)
{
    switch (state) {
    case RegionState::Serving:
        return "serving";
    case RegionState::Degraded:
        return "degraded";
    case RegionState::Failed:
        return "failed";
    case RegionState::Held:
        return "held";
    case RegionState::CatchingUp:
        return "catching-up";
    case RegionState::Verifying:
        return "verifying";
    case RegionState::Ramping:
        return "ramping";
    case RegionState::SteeredAway:
        return "steered-away";
    }
    return "unknown";
}

std::string_view toString(ServiceKind service)
{
    switch (service) {
    case ServiceKind::Catalogue:
        return "catalogue";
    case ServiceKind::Search:
        return "search";
    case ServiceKind::Cart:
        return "cart";
    case ServiceKind::Checkout:
        return "checkout";
    case ServiceKind::Orders:
        return "orders";
    case ServiceKind::BestSellers:
        return "best-sellers";
    case ServiceKind::Blog:
        return "blog";
    }
    return "unknown";
}

std::string_view toString(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::LowestLatency:
        return "lowest latency";
    case DecisionReason::NextLowestLatency:
        return "next-lowest latency";
    case DecisionReason::FailoverPrimary:
        return "primary";
    case DecisionReason::FailoverSecondary:
        return "secondary, primary not available";
    case DecisionReason::OnlyRecord:
        return "only record";
    case DecisionReason::FailOpen:
        return "fail open: no healthy record";
    case DecisionReason::ByPolicy:
        return "the policy's choice";
    }
    return "unknown";
}

std::string_view toString(CandidateVerdict verdict)
{
    switch (verdict) {
    case CandidateVerdict::Chosen:
        return "chosen";
    case CandidateVerdict::FurtherAway:
        return "further away";
    case CandidateVerdict::Standby:
        return "standby";
    case CandidateVerdict::Unhealthy:
        return "unhealthy";
    case CandidateVerdict::HeldOut:
        return "held out";
    case CandidateVerdict::OutsideRamp:
        return "outside the ramp";
    }
    return "unknown";
}

std::string_view toString(FailBackPhase phase)
{
    switch (phase) {
    case FailBackPhase::None:
        return "none";
    case FailBackPhase::Restoring:
        return "restoring";
    case FailBackPhase::CatchingUp:
        return "catch-up";
    case FailBackPhase::Verifying:
        return "verify";
    case FailBackPhase::Ramping:
        return "ramp";
    case FailBackPhase::Completed:
        return "completed";
    case FailBackPhase::Aborted:
        return "aborted";
    }
    return "unknown";
}

std::string_view toString(ClientKind kind)
{
    switch (kind) {
    case ClientKind::Browser:
        return "browser";
    case ClientKind::TtlIgnorer:
        return "ttl-ignorer";
    case ClientKind::Caching:
        return "caching";
    case ClientKind::Pooled:
        return "pooled";
    }
    return "unknown";
}

std::string_view toString(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return "csv";
    case ExportFormat::JsonLines:
        return "jsonl";
    case ExportFormat::Markdown:
        return "md";
    case ExportFormat::Html:
        return "html";
    case ExportFormat::Json:
        return "json";
    case ExportFormat::ChromeTrace:
        return "trace.json";
    }
    return "unknown";
}

std::optional<ExportFormat> exportFormatFromText(std::string_view text)
{
    for (int i = 0; i < kExportFormatCount; ++i) {
        const auto format = static_cast<ExportFormat>(i);
        if (toString(format) == text)
            return format;
    }
    return std::nullopt;
}

std::string_view toString(DrillDifficulty difficulty)
{
    switch (difficulty) {
    case DrillDifficulty::Unsaid:
        return "";
    case DrillDifficulty::Easy:
        return "easy";
    case DrillDifficulty::Medium:
        return "medium";
    case DrillDifficulty::Hard:
        return "hard";
    }
    return "";
}

std::string_view toString(CheckIncident incident)
{
    switch (incident) {
    case CheckIncident::Outage:
        return "outage";
    case CheckIncident::GrayFailure:
        return "gray-failure";
    case CheckIncident::IntermittentLoss:
        return "intermittent-loss";
    case CheckIncident::HealthPathBroken:
        return "health-path-broken";
    case CheckIncident::CheckersCut:
        return "checkers-cut";
    }
    return "?";
}

bool hurtsCustomers(CheckIncident incident)
{
    return incident != CheckIncident::HealthPathBroken && incident != CheckIncident::CheckersCut;
}

} // namespace sb
