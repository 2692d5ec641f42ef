// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/zone_report.h"

#include "backend/control/run_zone.h"
#include "backend/routing/compiled_zone.h"
#include "backend/routing/lint.h"
#include "backend/routing/route53_import.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sb {
namespace {

struct ZoneText {
    std::string_view json;
    std::string file; // as mistakes name it
};

ZoneFindingSeverity severityOf(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Note:
        break;
    case LintSeverity::Warning:
        return ZoneFindingSeverity::Warning;
    case LintSeverity::Error:
        return ZoneFindingSeverity::Error;
    }
    return ZoneFindingSeverity::Note;
}

void append(std::vector<std::string>& to, std::vector<std::string> lines)
{
    std::move(lines.begin(), lines.end(), std::back_inserter(to));
}

// What stands in a zone that could be read; a mistake about records that may not stand together is one of the
// zone, so findings are told beside it.
void judge(const ZoneFile& zone, const std::vector<CheckDefinition>* checks, const std::string& file,
    ZoneReportView& report)
{
    report.records = zone.records.size();
    for (const std::string& fault : validateZone(zone))
        report.mistakes.push_back(file + ": " + fault);
    if (report.mistakes.empty()) {
        if (const auto compiled = CompiledZone::compile(zone); !compiled)
            report.mistakes.push_back(file + ": " + compiled.error().what);
    }
    for (const LintFinding& finding : lintZone(zone, checks))
        report.findings.push_back({ severityOf(finding.rule->severity), std::string(finding.rule->id),
            finding.what, std::string(finding.rule->consequence), std::string(finding.rule->mend) });
    std::stable_sort(report.findings.begin(), report.findings.end(),
        [](const ZoneFindingView& a, const ZoneFindingView& b) { return a.severity > b.severity; });
}

void judgeTexts(const ZoneText& zone, const ZoneText& checks, ZoneReportView& report)
{
    ZoneImport read = importZone(zone.json, zone.file);
    report.mistakes = read.report.mistakes();
    report.unsupported = read.report.unsupported();
    ChecksImport definitions { {}, ImportReport(checks.file) };
    report.hasChecks = !checks.file.empty();
    if (report.hasChecks) {
        definitions = importChecks(checks.json, checks.file);
        append(report.mistakes, definitions.report.mistakes());
        append(report.unsupported, definitions.report.unsupported());
    }
    if (read.report.isSound())
        judge(read.zone, report.hasChecks && definitions.report.isSound() ? &definitions.checks : nullptr,
            zone.file, report);
}

Result<std::string> contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    // An empty file makes operator<< fail; only an unopened or unreadable one is an error here.
    if (file && file.peek() != std::ifstream::traits_type::eof())
        content << file.rdbuf();
    if (!file.is_open() || file.bad() || !content)
        return fail(Errc::UnknownName, path + ": this file cannot be read; choose a JSON file");
    return content.str();
}

// Mistakes name the file alone: with its folders a line would tell little else.
std::string fileName(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

} // namespace

Result<ZoneReportView> judgeZoneFile(const std::string& zonePath, const std::string& checksPath)
{
    const auto zone = contentOf(zonePath);
    if (!zone)
        return tl::make_unexpected(zone.error());
    std::string checks;
    if (!checksPath.empty()) {
        auto read = contentOf(checksPath);
        if (!read)
            return tl::make_unexpected(read.error());
        checks = std::move(*read);
    }
    ZoneReportView report;
    report.source = zonePath;
    judgeTexts({ *zone, fileName(zonePath) }, { checks, fileName(checksPath) }, report);
    return report;
}

ZoneReportView judgeZoneOf(const RunConfig& config)
{
    ZoneReportView report;
    report.name = config.zoneName;
    judgeTexts({ config.zoneJson, "zone" },
        { config.checksJson, config.checksJson.empty() ? "" : "zone-checks" }, report);
    if (const auto zone = runZoneOf(config)) // what of its checks has nothing here to follow
        append(report.unsupported, zone->unmapped);
    return report;
}

} // namespace sb
