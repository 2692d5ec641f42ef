// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/strong_types.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb {
namespace {

bool holds(const StrongCondition& condition, const StrongItem& item)
{
    switch (condition.kind) {
    case StrongCondition::Kind::None:
        return true;
    case StrongCondition::Kind::VersionIs:
        return item.version == condition.version;
    case StrongCondition::Kind::ValueIs:
        return item.isPresent && item.value == condition.value;
    case StrongCondition::Kind::Absent:
        return !item.isPresent;
    }
    return false;
}

void remember(StrongItem& item, const StrongRequest& request, bool isApplied)
{
    if (request.request == 0)
        return;
    if (item.recent.size() >= kStrongRecentMax)
        item.recent.erase(item.recent.begin());
    item.recent.push_back({ request.request, fingerprintOf(request), item.version, isApplied });
}

StrongOutcome outcomeOf(StrongOutcome::Kind kind, const StrongItem& item, std::string_view reason = {})
{
    StrongOutcome outcome;
    outcome.kind = kind;
    outcome.version = item.version;
    outcome.isPresent = item.isPresent;
    outcome.value = item.value;
    outcome.reason = reason;
    return outcome;
}

// The first answer again. The item may have moved on: what the answer needs comes from the request.
StrongOutcome repeatOf(const StrongRecent& first, const StrongItem& item, const StrongRequest& request)
{
    StrongOutcome outcome;
    outcome.isRepeat = true;
    if (first.fingerprint != fingerprintOf(request)) {
        outcome.kind = StrongOutcome::Kind::Refused;
        outcome.reason = "the request id was used for another write of this item; mint a new one";
        return outcome;
    }
    outcome.version = first.version;
    if (first.isApplied) {
        outcome.kind = StrongOutcome::Kind::Committed;
        outcome.isPresent = request.kind == StrongRequest::Kind::Put;
        outcome.value = outcome.isPresent ? request.value : std::string();
        return outcome;
    }
    outcome.kind = StrongOutcome::Kind::ConditionFailed;
    outcome.reason = "the condition did not hold when the request was first judged";
    if (first.version == item.version) { // older values are not kept
        outcome.isPresent = item.isPresent;
        outcome.value = item.value;
    }
    return outcome;
}

} // namespace

std::string_view toString(StrongOutcome::Kind kind)
{
    switch (kind) {
    case StrongOutcome::Kind::Committed:
        return "committed";
    case StrongOutcome::Kind::ConditionFailed:
        return "condition failed";
    case StrongOutcome::Kind::Conflict:
        return "conflict";
    case StrongOutcome::Kind::Unavailable:
        return "unavailable";
    case StrongOutcome::Kind::NotServing:
        return "not serving";
    case StrongOutcome::Kind::Refused:
        return "refused";
    }
    return "?";
}

Result<> checkStrongSpec(const StrongSpec& spec)
{
    if (spec.members.size() != kStrongMembers)
        return fail(Errc::Refused, "a strong table has exactly three members");
    std::size_t witnesses = 0;
    for (std::size_t i = 0; i < spec.members.size(); ++i) {
        if (!spec.members[i].region.isValid())
            return fail(Errc::Refused, "a member of a strong table is no region");
        witnesses += spec.members[i].isWitness ? 1 : 0;
        for (std::size_t j = 0; j < i; ++j) {
            if (spec.members[i].region == spec.members[j].region)
                return fail(Errc::Refused, "the members of a strong table are three different regions");
        }
    }
    if (witnesses > 1)
        return fail(Errc::Refused, "a strong table has at most one witness: two replicas must serve");
    if (spec.timeToLive)
        return fail(Errc::Refused, "time to live is not available on strong tables; delete items instead");
    if (!spec.localIndexes.empty())
        return fail(Errc::Refused, "local secondary indexes are not available on strong tables");
    return {};
}

std::uint64_t fingerprintOf(const StrongRequest& request)
{
    std::uint64_t hash = hashCombine(static_cast<std::uint64_t>(request.kind), hashBytes(request.value));
    hash = hashCombine(hash, static_cast<std::uint64_t>(request.condition.kind));
    hash = hashCombine(hash, request.condition.version);
    return hashCombine(hash, hashBytes(request.condition.value));
}

std::string_view refusalOf(const StrongRequest& request)
{
    if (request.key.empty() || request.key.size() > kStrongKeyBytesMax)
        return "a key has 1 to 2048 bytes";
    if (request.value.size() > kStrongValueBytesMax || request.condition.value.size() > kStrongValueBytesMax)
        return "a value has at most 409600 bytes";
    if (request.timeToLive)
        return "time to live is not available on strong tables; delete items instead";
    if (request.kind == StrongRequest::Kind::Read && request.condition.kind != StrongCondition::Kind::None)
        return "a read takes no condition";
    return {};
}

Result<> checkStrongTransaction(const std::vector<StrongRequest>& requests)
{
    if (requests.size() > 1)
        return fail(Errc::Refused,
            "transactions across keys are not available on strong tables; write one item at a time");
    return {};
}

StrongStep stepOf(const StrongItem& item, const StrongRequest& request)
{
    StrongStep step;
    step.item = item;
    if (request.kind == StrongRequest::Kind::Read) {
        step.outcome = outcomeOf(StrongOutcome::Kind::Committed, item);
        return step;
    }
    const auto first = std::find_if(item.recent.begin(), item.recent.end(), [&](const StrongRecent& recent) {
        return request.request != 0 && recent.request == request.request;
    });
    if (first != item.recent.end()) {
        step.outcome = repeatOf(*first, item, request);
        return step;
    }
    if (!holds(request.condition, item)) {
        remember(step.item, request, false);
        step.isChanged = request.request != 0;
        step.outcome = outcomeOf(StrongOutcome::Kind::ConditionFailed, item, "the condition did not hold");
        return step;
    }
    ++step.item.version;
    step.item.isPresent = request.kind == StrongRequest::Kind::Put;
    step.item.value = step.item.isPresent ? request.value : std::string();
    remember(step.item, request, true);
    step.isChanged = true;
    step.outcome = outcomeOf(StrongOutcome::Kind::Committed, step.item);
    return step;
}

} // namespace sb
