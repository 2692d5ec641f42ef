// SPDX-License-Identifier: GPL-3.0-or-later
// The incident record as files: CSV (one row per event), JSON Lines (a header, then one object per event),
// Markdown and HTML (the document for people), JSON (one document: what was derived, and the log) and a trace
// in Chrome's format. All are functions of the log alone; the same log gives the same bytes. Columns and
// members are described in docs/incident-record.md.
// Thread: any; nothing is shared. Memory: a buffer of about 256 KiB besides the derived report.
// Fails with: what the sink said, Cancelled, IoFailure, BadInput (a path that cannot be a file).
#pragma once

#include "backend/api/control_room.h"
#include "backend/api/run_config.h"
#include "backend/api/world_description.h"
#include "backend/base/result.h"
#include "backend/incident/report.h"
#include "backend/telemetry/event.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sb {

// Version of the column set and of the JSON members; grows when either changes.
inline constexpr int kRecordSchemaVersion = 1;
// Version of the JSON document's members; grows when one changes its meaning or goes.
inline constexpr int kReportSchemaVersion = 1;
// Rows of a table in the Markdown document; what is beyond is counted and left to the CSV file.
inline constexpr std::size_t kMarkdownWritesMax = 200;
inline constexpr std::size_t kMarkdownTimelineMax = 500;

struct RecordSource {
    const WorldDescription& description;
    const RunConfig& config;
    std::span<const Event> events; // the whole log, in order
    std::string_view engineVersion; // "0.1.0"
};

// Takes the next piece of text; an error ends the export.
using TextSink = std::function<Result<>(std::string_view)>;
// Told the share done, 0…1, every few thousand events; false cancels. May be empty.
using ExportProgress = std::function<bool(double)>;

[[nodiscard]] Result<> writeCsv(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});
[[nodiscard]] Result<> writeJsonLines(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});
[[nodiscard]] Result<> writeMarkdown(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});

[[nodiscard]] Result<> writeHtml(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});
[[nodiscard]] Result<> writeReportJson(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});
[[nodiscard]] Result<> writeTrace(
    const RecordSource& source, const TextSink& sink, const ExportProgress& progress = {});

// What the reports list as a decision of this incident: commands, and what routing did by itself.
[[nodiscard]] bool isDecision(const Event& event, const IncidentReport& incident);

// Writes a temporary file beside `path`, makes it durable and renames it over `path`: whoever looks sees the
// old file or the whole new one. On error or cancellation the temporary file is removed.
[[nodiscard]] Result<> exportToFile(ExportFormat format, const std::string& path, const RecordSource& source,
    const ExportProgress& progress = {});

// The same for a text that is there already.
[[nodiscard]] Result<> exportText(const std::string& path, std::string_view text);

} // namespace sb
