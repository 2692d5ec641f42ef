// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers text and hands it to a sink in large pieces. The first error of the sink sticks: later text is
// dropped and finish() reports it. Also formats event times without a calendar computation per event.
#pragma once

#include "backend/base/time.h"
#include "backend/incident/exporters.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sb {

class TextBuffer {
public:
    explicit TextBuffer(const TextSink& sink);

    // Direct access for row writers; call endRow() after each row.
    [[nodiscard]] std::string& text() { return m_text; }
    TextBuffer& operator<<(std::string_view text)
    {
        m_text += text;
        return *this;
    }
    // Passes on what is gathered when it is enough; false after an error.
    bool endRow();
    [[nodiscard]] Result<> finish();

private:
    bool pass();

    const TextSink& m_sink;
    std::string m_text;
    Result<> m_outcome;
};

void appendNumber(std::string& out, std::uint64_t number);
// "1234.567": milliseconds with the microseconds as fraction, exact.
void appendMillis(std::string& out, Instant t);
// 16 hexadecimal digits.
void appendHex(std::string& out, std::uint64_t value);

// isoText() for a run of instants, remembering the text of the last second.
class IsoClock {
public:
    explicit IsoClock(UtcStart start)
        : m_start(start)
    {
    }
    void append(std::string& out, Instant t);

private:
    UtcStart m_start;
    std::int64_t m_second = -1;
    std::string m_prefix; // "2026-03-03T14:32:07."
};

// Code of a region; empty for an invalid id, "region 7" for one that the description does not know.
[[nodiscard]] std::string regionCode(const WorldDescription& description, RegionId id);

// Calls `progress` every `kEvery` rows; false when the user cancelled.
class ProgressTicker {
public:
    ProgressTicker(const ExportProgress& progress, std::size_t total)
        : m_progress(progress)
        , m_total(total)
    {
    }
    [[nodiscard]] bool goesOn(std::size_t done) const
    {
        constexpr std::size_t kEvery = 4096;
        return !m_progress || done % kEvery != 0
            || m_progress(static_cast<double>(done) / static_cast<double>(m_total == 0 ? 1 : m_total));
    }

private:
    const ExportProgress& m_progress;
    std::size_t m_total;
};

[[nodiscard]] tl::unexpected<Error> exportCancelled();

} // namespace sb
