// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a running World from where its users and its event log are, and tells the incident's story as
// events: opened, impact, objective breached and restored, cohorts restored, service continues, phases,
// closed. Phases: detect (from the fault) until the first alarm; decide until the first recovery action; act
// until errors are back under the objective; recover until full redundancy. Source: docs/incident-record.md.
// Thread: World thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/base/ring_buffer.h"
#include "backend/kernel/env.h"
#include "backend/shoppers/shoppers.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

struct IncidentConfig {
    int errorObjectivePerMille = 10; // of the calls in a window
    Duration window = 5s;
    int goodWindows = 3; // in a row: restored
    Duration quietCohorts = 30s; // no failed call anywhere for this long: every cohort is served
};

// Answers, since the start, that lacked what the same visit had seen or written before.
struct StaleAnswers {
    std::uint64_t silent = 0;
    std::uint64_t said = 0; // marked as such, as session tokens have it
};

class IncidentMonitor final : public Component, public ShopperObserver {
public:
    struct Hooks {
        // Everything back to normal: no fault, all regions in service, replicas caught up, writes settled.
        std::function<bool()> isFullyRecovered;
        // The region this city would be sent to with everything healthy.
        std::function<RegionId(CityId)> naturalRegion;
        std::function<StaleAnswers()> staleAnswers;
    };

    IncidentMonitor(Env& env, EventLog& log, std::size_t cityCount, std::vector<std::string> regionNames,
        IncidentConfig config, Hooks hooks);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    void onCall(const CallOutcome& outcome) override;
    void onOrder(const AcknowledgedOrder& order) override;
    // Listener of the event log.
    void onLogged(const Event& event);

    // Figures of the current or last incident; RPO figures are filled by the ledger.
    [[nodiscard]] const IncidentView& view() const { return m_view; }
    [[nodiscard]] IncidentView& view() { return m_view; }
    // Of the last full window, per mille of calls; 0 without calls.
    [[nodiscard]] int windowErrorPerMille() const { return m_windowPerMille; }
    [[nodiscard]] bool isOpen() const { return m_view.isOpen; }

private:
    struct Second {
        std::uint32_t calls = 0;
        std::uint32_t failed = 0;
    };
    struct Cohort { // a city
        Instant lastFailure = kNever;
    };

    void open(const Event& fault);
    void onFault(const Event& fault);
    void onAlarm(const Event& alarm);
    void onRecoveryAction(const Event& action);
    void enter(Phase phase, EventSeq cause);
    void closeSecond();
    void judgeWindow();
    void declareRestored();
    void judgeCohorts();
    void close();

    Env& m_env;
    EventLog& m_log;
    std::vector<std::string> m_names;
    IncidentConfig m_config;
    Hooks m_hooks;
    ComponentId m_self = 0;
    RingBuffer<Second> m_seconds;
    Second m_current;
    int m_windowPerMille = 0;
    std::vector<Cohort> m_cohorts;
    IncidentView m_view;
    // State of the open incident
    StaleAnswers m_staleBefore;
    EventSeq m_opened, m_impact, m_lastFault;
    RegionId m_faultRegion;
    bool m_isBreached = false;
    bool m_cohortsDone = false;
    bool m_continuesSeen = false;
    int m_good = 0; // seconds in a row whose window is good
    Instant m_goodSince = kNever;
    Instant m_lastFailure = kNever;
};

} // namespace sb
