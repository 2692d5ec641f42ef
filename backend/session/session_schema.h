// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a session file and the names that its numbers stand for; shared by reader and writer.
// A change here needs a new kSessionSchemaVersion and a paragraph in docs/session-format.md.
#pragma once

#include "backend/session/session_file.h"

#include <string_view>

namespace sb {

inline constexpr const char* kSessionSchema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE name (class TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (class, number)) WITHOUT ROWID;
CREATE TABLE input (number INTEGER PRIMARY KEY, executed INTEGER NOT NULL, at INTEGER NOT NULL,
    actor INTEGER NOT NULL, command TEXT NOT NULL);
CREATE TABLE checkpoint (second INTEGER PRIMARY KEY, executed INTEGER NOT NULL, hash INTEGER NOT NULL);
CREATE TABLE event (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL,
    phase INTEGER NOT NULL, severity INTEGER NOT NULL, actor INTEGER NOT NULL,
    region INTEGER, peer INTEGER, fault INTEGER, cause INTEGER, object TEXT NOT NULL, action TEXT NOT NULL,
    value_before TEXT NOT NULL, value_after TEXT NOT NULL, unit TEXT NOT NULL, note TEXT NOT NULL,
    executed INTEGER NOT NULL, state_hash INTEGER NOT NULL);
CREATE TABLE sample (at INTEGER NOT NULL, metric INTEGER NOT NULL, region INTEGER, peer INTEGER,
    value REAL NOT NULL);
)sql";

inline constexpr int kPhaseCount = static_cast<int>(Phase::Recover) + 1;
inline constexpr int kSeverityCount = static_cast<int>(Severity::Critical) + 1;
inline constexpr int kActorCount = static_cast<int>(Actor::Shoppers) + 1;

// "request-rate", "latency-p95", …
[[nodiscard]] std::string_view metricName(Metric metric);

// Calls visit(class, number, name) for every value of every enumeration that a row may hold.
template<typename Visit> void forEachSessionName(Visit&& visit)
{
    for (int i = 0; i < kEventKindCount; ++i)
        visit("kind", i, toString(static_cast<EventKind>(i)));
    for (int i = 0; i < kPhaseCount; ++i)
        visit("phase", i, toString(static_cast<Phase>(i)));
    for (int i = 0; i < kSeverityCount; ++i)
        visit("severity", i, toString(static_cast<Severity>(i)));
    for (int i = 0; i < kActorCount; ++i)
        visit("actor", i, toString(static_cast<Actor>(i)));
    for (int i = 0; i < kMetricCount; ++i)
        visit("metric", i, metricName(static_cast<Metric>(i)));
}

// SQLite's companions of a database file.
[[nodiscard]] std::string walPath(const std::string& path);
// True when a write-ahead log with content lies beside the file: it is in use or was not closed properly.
[[nodiscard]] bool hasPendingWal(const std::string& path);

} // namespace sb
