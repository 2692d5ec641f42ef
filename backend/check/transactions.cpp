// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/transactions.h"

namespace sb::check {

MicroOp append(KeyId key, Value value)
{
    return { .isWrite = true, .key = key, .value = value, .list = {} };
}

MicroOp readList(KeyId key, std::vector<Value> list)
{
    return { .isWrite = false, .key = key, .value = kNil, .list = std::move(list) };
}

MicroOp write(KeyId key, Value value)
{
    return append(key, value);
}

MicroOp readValue(KeyId key, Value value)
{
    return { .isWrite = false, .key = key, .value = value, .list = {} };
}

const char* toString(Isolation level)
{
    switch (level) {
    case Isolation::ReadUncommitted:
        return "read uncommitted";
    case Isolation::ReadCommitted:
        return "read committed";
    case Isolation::SnapshotIsolation:
        return "snapshot isolation";
    case Isolation::Serializable:
        return "serializable";
    case Isolation::StrongSessionSerializable:
        return "strong session serializable";
    case Isolation::StrictSerializable:
        return "strict serializable";
    }
    return "?";
}

namespace {

// The weakest level that rules the anomaly out.
Isolation weakestForbidding(Anomaly anomaly)
{
    switch (anomaly) {
    case Anomaly::G0:
    case Anomaly::DuplicateElement:
    case Anomaly::PhantomRead:
        return Isolation::ReadUncommitted;
    case Anomaly::G1a:
    case Anomaly::G1b:
    case Anomaly::G1c:
    case Anomaly::IncompatibleOrder:
        return Isolation::ReadCommitted;
    case Anomaly::GSingle:
    case Anomaly::GNonadjacent:
    case Anomaly::LostUpdate:
    case Anomaly::Internal: // read committed may show two states to two reads
        return Isolation::SnapshotIsolation;
    case Anomaly::G2:
        return Isolation::Serializable;
    case Anomaly::G0Session:
    case Anomaly::G1cSession:
    case Anomaly::GSingleSession:
    case Anomaly::GNonadjacentSession:
    case Anomaly::G2Session:
        return Isolation::StrongSessionSerializable;
    default:
        return Isolation::StrictSerializable;
    }
}

} // namespace

bool forbids(Isolation level, Anomaly anomaly)
{
    return weakestForbidding(anomaly) <= level;
}

Verdict verdictAt(Isolation level, const Report& report)
{
    for (const Anomaly anomaly : report.anomalies())
        if (forbids(level, anomaly))
            return Verdict::Violated;
    return report.undecided().empty() ? Verdict::Passed : Verdict::Unknown;
}

} // namespace sb::check
