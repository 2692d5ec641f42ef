// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incident_svg.h"

#include "backend/base/text.h"
#include "backend/incident/event_json.h"
#include "backend/incident/region_standing.h"

#include <algorithm>
#include <array>

namespace sb {
namespace {

constexpr int kWidth = 960;
constexpr int kLabels = 190; // px for the names of the rows
constexpr int kRight = 12;
constexpr int kRow = 22;
constexpr int kBar = 14;
constexpr int kHead = 46; // for the names of the end points, three lines
constexpr int kAxis = 22;
constexpr int kMarks = 6; // of the axis
constexpr std::size_t kFaultsMax = 12;
// Colour, and how much of it.
constexpr std::string_view kQuiet = "#888888\" fill-opacity=\"0.15";
constexpr std::string_view kNoted = "#c0603a\" fill-opacity=\"0.4";
constexpr int kCharWidth = 6; // of the small letters, about

constexpr std::array<Duration, 13> kSteps { 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 3h,
    6h };

class Picture {
public:
    Picture(const RecordSource& source, const IncidentReport& incident, Instant end)
        : m_source(source)
        , m_incident(incident)
        , m_from(incident.firstIndex < source.events.size() ? source.events[incident.firstIndex].at : kStart)
        , m_to(incident.endIndex > 0 && incident.endIndex <= source.events.size()
                  ? source.events[incident.endIndex - 1].at
                  : end)
    {
        m_to = std::max(m_to, m_from + 1s);
    }

    std::string draw()
    {
        drawPhases();
        drawFaults();
        drawRegions();
        const int height = kHead + m_rows * kRow + kAxis;
        drawMoments();
        drawAxis();
        const std::string size = std::to_string(kWidth) + "\" height=\"" + std::to_string(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(kWidth) + " "
            + std::to_string(height) + "\" width=\"" + size + "\" role=\"img\" font-family=\"sans-serif\" "
            + "font-size=\"11\"><title>"
            + xmlText("Incident " + std::to_string(m_incident.number) + ": " + m_incident.title) + "</title>"
            + m_marks + m_body + "</svg>\n";
    }

private:
    [[nodiscard]] int x(Instant at) const
    {
        const std::int64_t whole = (m_to - m_from).count();
        const std::int64_t part = (std::clamp(at, m_from, m_to) - m_from).count();
        return kLabels + static_cast<int>(part * (kWidth - kLabels - kRight) / whole);
    }
    [[nodiscard]] int top() const { return kHead + m_rows * kRow; }

    void text(int left, int baseline, std::string_view words, std::string_view more = {})
    {
        m_body += "<text x=\"" + std::to_string(left) + "\" y=\"" + std::to_string(baseline)
            + "\" fill=\"currentColor\"" + std::string(more) + ">" + xmlText(words) + "</text>";
    }
    void label(std::string_view words)
    {
        constexpr std::size_t kMost = (kLabels - 12) / kCharWidth;
        std::string shown(words.substr(0, kMost));
        while (shown.size() < words.size() && !shown.empty()
            && (static_cast<unsigned char>(words[shown.size()]) & 0xC0U) == 0x80U)
            shown.pop_back(); // never half a letter
        text(0, top() + 14, shown.size() < words.size() ? shown + "…" : shown);
    }
    void bar(
        Instant from, Instant to, std::string_view colour, std::string_view words, bool isHatched = false)
    {
        const int left = x(from), width = std::max(2, x(to) - left);
        m_body += "<rect x=\"" + std::to_string(left) + "\" y=\"" + std::to_string(top() + 3) + "\" width=\""
            + std::to_string(width) + "\" height=\"" + std::to_string(kBar) + "\" rx=\"2\" fill=\""
            + std::string(colour) + "\" stroke=\"currentColor\" stroke-opacity=\"0.45\""
            + (isHatched ? " stroke-dasharray=\"3 2\"" : "") + "><title>" + xmlText(words)
            + "</title></rect>";
        if (static_cast<int>(words.size()) * kCharWidth + 8 < width)
            text(left + 4, top() + 14, words);
    }

    void drawPhases()
    {
        label("phases");
        for (const PhaseSpan& phase : m_incident.phases)
            bar(phase.span.from.at, phase.span.to.isKnown() ? phase.span.to.at : m_to, kQuiet,
                toString(phase.phase));
        ++m_rows;
    }

    void drawFaults()
    {
        const std::size_t shown = std::min(m_incident.faults.size(), kFaultsMax);
        for (std::size_t i = 0; i < shown; ++i) {
            const FaultRecord& fault = m_incident.faults[i];
            const std::string where = regionCode(m_source.description, fault.region);
            label("fault " + std::to_string(fault.id.value) + " " + fault.kind);
            bar(fault.injected.at, fault.ended.isKnown() ? fault.ended.at : m_to, kNoted,
                fault.kind + " " + where);
            ++m_rows;
        }
        if (shown < m_incident.faults.size()) {
            label(std::to_string(m_incident.faults.size() - shown) + " more faults");
            ++m_rows;
        }
    }

    void drawRegions()
    {
        for (const RegionInfo& region : m_source.description.regions) {
            const std::vector<RegionStanding> all = standingsOf(m_source.events, region.id);
            bool isTold = false;
            for (std::size_t i = 0; i < all.size(); ++i) {
                const Instant to = i + 1 < all.size() ? all[i + 1].since : m_to;
                if (to <= m_from || all[i].since >= m_to || (all.size() == 1))
                    continue; // before, after, or nothing ever happened to it
                const bool isQuiet = all[i].state == "serving";
                bar(std::max(all[i].since, m_from), std::min(to, m_to), isQuiet ? kQuiet : kNoted,
                    all[i].state, !isQuiet);
                isTold = true;
            }
            if (!isTold)
                continue;
            label(region.name.empty() ? region.code : region.name);
            ++m_rows;
        }
    }

    void drawMoments()
    {
        struct Named {
            const char* name;
            const Moment& moment;
        };
        const std::array<Named, 5> all { Named { "impact", m_incident.impact },
            Named { "detected", m_incident.detected }, Named { "decided", m_incident.decided },
            Named { "restored", m_incident.restored }, Named { "closed", m_incident.closed } };
        std::array<int, 3> free { 0, 0, 0 }; // where each line of names is free again
        for (const Named& one : all) {
            if (!one.moment.isKnown())
                continue;
            const int at = x(one.moment.at);
            m_marks += "<line x1=\"" + std::to_string(at) + "\" y1=\"" + std::to_string(kHead - 4)
                + "\" x2=\"" + std::to_string(at) + "\" y2=\"" + std::to_string(top())
                + "\" stroke=\"currentColor\" stroke-opacity=\"0.6\" stroke-dasharray=\"4 3\"/>";
            const int width = static_cast<int>(std::string_view(one.name).size()) * kCharWidth;
            int left = std::min(at - width / 2, kWidth - width);
            auto line = std::find_if(free.begin(), free.end(), [&](int from) { return left >= from; });
            if (line == free.end()) {
                line = std::min_element(free.begin(), free.end());
                left = *line;
            }
            *line = left + width + 6;
            text(left, kHead - 32 + 12 * static_cast<int>(line - free.begin()), one.name);
        }
    }

    void drawAxis()
    {
        Duration step = kSteps.back();
        for (const Duration candidate : kSteps)
            if ((m_to - m_from) / candidate <= kMarks) {
                step = candidate;
                break;
            }
        for (Instant at = kStart + ((m_from - kStart) / step + 1) * step; at <= m_to; at += step) {
            const std::string left = std::to_string(x(at));
            m_marks += "<line x1=\"" + left + "\" y1=\"" + std::to_string(kHead) + "\" x2=\"" + left
                + "\" y2=\"" + std::to_string(top() + 3)
                + "\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>";
            if (x(at) < kWidth - 26)
                text(x(at), top() + 15, clockText(m_source.description.start, at, false),
                    " text-anchor=\"middle\" fill-opacity=\"0.75\"");
        }
    }

    const RecordSource& m_source;
    const IncidentReport& m_incident;
    Instant m_from, m_to;
    int m_rows = 0;
    std::string m_marks; // behind
    std::string m_body;
};

} // namespace

std::string xmlText(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c >= 0x80 ? utf8Length(text, i) : 1;
        if (length == 0) {
            safe += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        if (length > 1)
            safe += text.substr(i, length);
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '&')
            safe += "&amp;";
        else if (c == '"')
            safe += "&quot;";
        else if (c == '\'')
            safe += "&#39;";
        else
            safe += c < 0x20 || c == 0x7F ? ' ' : static_cast<char>(c);
        i += length;
    }
    return safe;
}

std::string incidentSvg(const RecordSource& source, const IncidentReport& incident, Instant end)
{
    return Picture(source, incident, end).draw();
}

} // namespace sb
