// SPDX-License-Identifier: GPL-3.0-or-later
// The engine writes its notes, refusals and explanations in English, so that a record reads the same for
// everybody. The window shows them in its own language where it knows the sentence: a table of sentences with
// numbered places is matched against the text, the longest first; what stands in the places is translated in
// turn (names of regions, durations, numbers, further sentences). Of several sentences joined by semicolons
// each is tried alone. What is not known is shown in English, which is never wrong. In English nothing is
// done. Thread: UI thread.
#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <string>

namespace sb {

// For what is shown; never for what is written to a file or sent to the engine.
[[nodiscard]] QString fromEngine(const std::string& text);
[[nodiscard]] QString fromEngine(const QString& text);

// Things in a list whose names hold commas themselves, as faults with their places do.
[[nodiscard]] QString joinedParts(const QStringList& parts);

// Whether the whole text is known: every sentence of it has a row, whatever stands in its places.
[[nodiscard]] bool isKnownToWindow(const QString& text);

// The table: English, with the places %1 … %11 in their order.
[[nodiscard]] std::span<const char* const> engineSentences();

} // namespace sb
