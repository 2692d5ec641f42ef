// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_control_room.h"

namespace sb::test {

void addCannedConsole(Snapshot& snapshot, const WorldDescription& world)
{
    for (const RegionInfo& region : world.regions) {
        AdmissionView admission;
        if (region.id == RegionId { 1 }) {
            admission.perMille = 800;
            admission.dialPercent = 80;
            admission.limits = { "dial at 80 %" };
        }
        snapshot.admissions.push_back(admission);
    }
    for (DecisionView& decision : snapshot.decisions) {
        const bool isIrelandOut = !decision.candidates.empty() && !decision.candidates.front().isHealthy;
        decision.explanation = std::make_shared<const std::string>(isIrelandOut
                ? "api.bookstore.example. A? asked from Madrid, ES\n"
                  "answer: 192.0.2.2 for 1 min 00 s\n"
                  "  api.bookstore.example. A, latency\n"
                  "    - eu-west-1, alias to api-eu-west-1.bookstore.example.; eu-west-1, 25 ms; check "
                  "control-eu-west-1 healthy; backed out: nothing healthy behind it\n"
                  "      api-eu-west-1.bookstore.example. A, simple: nothing healthy\n"
                  "        - 192.0.2.1; check region-eu-west-1 unhealthy (2 of 16 checkers); struck out: "
                  "unhealthy\n"
                  "    > ap-southeast-1, alias to api-ap-southeast-1.bookstore.example.; ap-southeast-1, 172 "
                  "ms; target healthy; chosen\n"
                  "if all were healthy: 192.0.2.1 for 1 min 00 s\n"
                : "api.bookstore.example. A? asked from Tokyo, JP\n"
                  "answer: 192.0.2.2 for 1 min 00 s\n"
                  "  api.bookstore.example. A, latency\n"
                  "    > ap-southeast-1, alias to api-ap-southeast-1.bookstore.example.; ap-southeast-1, 68 "
                  "ms; target healthy; chosen\n"
                  "    - eu-west-1, alias to api-eu-west-1.bookstore.example.; eu-west-1, 201 ms; target "
                  "unhealthy; backed out: nothing healthy behind it\n"
                  "if all were healthy: 192.0.2.2 for 1 min 00 s\n");
    }
}

TrialView cannedTrial(const RouteTrial& asked)
{
    TrialView trial;
    trial.asked = asked;
    trial.answer = RegionId { 1 };
    trial.answerText = "Singapore";
    trial.ttl = 60s;
    trial.cached = RegionId { 0 };
    trial.ifAllHealthy = RegionId { 0 };
    trial.lines = { { 0, false, false, "api.bookstore.example. A, latency", "" },
        { 1, false, true, "Ireland (eu-west-1)", "9 ms; struck out: unhealthy" },
        { 1, true, false, "Singapore (ap-southeast-1)", "172 ms; target healthy; chosen" } };
    return trial;
}

ForecastView cannedForecast(int interrupted)
{
    ForecastView view;
    view.command = interrupted > 0 ? "fail region-outage eu-west-1 for 5m" : "";
    view.from = kStart + 10min;
    view.horizon = 5min;
    view.futures.resize(24);
    view.interrupted = view.restored = view.detected = interrupted;
    if (interrupted > 0) {
        view.rtoMicros = { 61'000'000, 64'000'000, 82'000'000, 140'000'000, 171'000'000 };
        view.detectedAfterMicros = { 19'000'000, 20'500'000, 24'000'000, 29'000'000, 31'000'000 };
        view.failedRequests = { 2'100, 2'300, 3'400, 5'200, 6'100 };
        view.writesAtRisk = { 12, 15, 31, 52, 60 };
        view.moneyAtRiskCents = { 11'200, 15'000, 41'235, 61'000, 70'000 };
        view.oldestAtRiskMicros = { 240'000, 300'000, 620'000, 900'000, 990'000 };
        view.writesLost = { 0, 0, 0, 1, 2 };
    }
    view.refusedRequests = { 0, 0, 0, 12, 40 };
    view.peakLoadPerMille = { 420, 430, 460, 940, 1'060 };
    return view;
}

CheckComparisonView cannedComparison()
{
    CheckComparisonView view { CheckIncident::GrayFailure, 5, {} };
    int number = 0;
    for (const CheckDesign design : { CheckDesign::Route53, CheckDesign::TrafficManager,
             CheckDesign::FrontDoor, CheckDesign::Cloudflare, CheckDesign::CapacityDrain }) {
        for (const bool isDeep : { false, true }) {
            CheckScoreView row;
            row.design = design;
            row.interval = 10s;
            row.threshold = 3;
            row.isDeep = isDeep;
            row.runs = 5;
            row.red = row.moved = isDeep ? 5 : 0;
            if (isDeep) {
                row.redP50 = 31s;
                row.redP95 = 44s;
                row.movedP50 = 33s;
                row.movedP95 = 47s;
            }
            row.falseAlarms = number / 4;
            row.moves = row.moved;
            row.requests = 160'000;
            row.failed = isDeep ? 1'400U + static_cast<unsigned>(number) * 40 : 9'800U;
            view.rows.push_back(row);
            ++number;
        }
    }
    return view;
}

ZoneReportView cannedZoneReport()
{
    ZoneReportView report;
    report.source = "/home/ops/zone.json";
    report.records = 17;
    report.findings = { { ZoneFindingSeverity::Error, "failover-primary-unchecked",
                            "record 3 (api.example.com. A, set 'primary'): the primary has no health check",
                            "the primary always counts as healthy, so nothing ever fails over",
                            "attach a health check to the primary, or evaluate the health of its target" },
        { ZoneFindingSeverity::Warning, "ttl-above-60",
            "record 5 (www.example.com. A, set 'eu'): the TTL is 300 s",
            "resolvers keep answering a dead endpoint for that long",
            "use a TTL of 60 s or less where a health check is attached" },
        { ZoneFindingSeverity::Note, "check-never-consulted",
            "record 9 (static.example.com. A): its check is never consulted",
            "a record without siblings is answered whatever its health",
            "add siblings to turn to, or leave the check out" } };
    report.unsupported = { "zone.json:90:7: record 11 (old.example.com. SPF): the type is not known here" };
    return report;
}

} // namespace sb::test
