// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the incident page that more than one of its parts needs.
#pragma once

#include "ui/incident/incident_log.h"

#include <QCoreApplication>
#include <QString>

namespace sb {

// In the context of this page.
struct IncidentText {
    Q_DECLARE_TR_FUNCTIONS(sb::IncidentText)
};

[[nodiscard]] QString stageName(Stage stage); // "Detect"
// "Detect 24 s of 30 s"; target 0: without.
[[nodiscard]] QString stageText(Stage stage, Duration length, Duration target);
// In a box of several events: "12", "3k".
[[nodiscard]] QString foldedText(int count);
// Beside a mark, short.
[[nodiscard]] QString markText(const Event& event, const WorldDescription& world);
// Where an event happened: "Ireland", "Ireland – Singapore"; may be empty.
[[nodiscard]] QString placeText(const Event& event, const WorldDescription& world);
// "+03:25": virtual time since the start of the run.
[[nodiscard]] QString virtualText(Instant at);
// What a track holds in the range, one sentence: for screen readers.
[[nodiscard]] QString trackSentence(Track track, const IncidentLog& log, TimeRange range);

} // namespace sb
