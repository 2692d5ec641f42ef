// SPDX-License-Identifier: GPL-3.0-or-later
// A flag on the ruler: the operator's own mark at an instant, kept by the window and not part of the record.
#pragma once

#include "backend/api/world_description.h"

#include <QString>

#include <vector>

namespace sb {

struct TimeFlag {
    Instant at = kStart;
    QString text; // may be empty
    friend bool operator==(const TimeFlag&, const TimeFlag&) = default;
};

inline constexpr std::size_t kFlagsMax = 64;

// By time. What cannot be read is passed over.
[[nodiscard]] QString flagsToText(const std::vector<TimeFlag>& flags);
[[nodiscard]] std::vector<TimeFlag> flagsFromText(const QString& text);

} // namespace sb
