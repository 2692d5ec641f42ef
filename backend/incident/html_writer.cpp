// SPDX-License-Identifier: GPL-3.0-or-later
// The document for people as one HTML page: the Markdown document's own lines, turned into elements as they
// come, with a picture of each incident. Nothing is fetched from elsewhere, nothing is run.
#include "backend/incident/event_json.h"
#include "backend/incident/exporters.h"
#include "backend/incident/incident_svg.h"
#include "backend/incident/text_buffer.h"

#include <vector>

namespace sb {
namespace {

constexpr std::string_view kStyle
    = "body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:1040px;padding:0 1em;"
      "color:#1c1f24;background:#fff}table{border-collapse:collapse;margin:.6em 0 1.2em;width:100%;"
      "font-size:13px}th,td{border:1px solid #cfd4da;padding:3px 8px;text-align:left;vertical-align:top;"
      "overflow-wrap:anywhere}th{background:#f1f3f5}h1{font-size:1.6em}h2{margin-top:2em;"
      "border-bottom:1px solid #cfd4da}code{font-size:.95em}svg{max-width:100%;height:auto;margin:.4em 0}"
      "@media(prefers-color-scheme:dark){body{color:#dfe3e8;background:#16191d}th,td{border-color:#3a4047}"
      "th{background:#22272d}h2{border-color:#3a4047}}@media print{h2{break-before:page}}";

// The marks that the Markdown writer uses, and no others. What is between them was escaped by it, and is
// escaped here anew, so that no text can become an element.
std::string inlineHtml(std::string_view text)
{
    std::string html;
    std::string plain;
    bool isCode = false, isStrong = false, isEmphasis = false;
    const auto flush = [&] {
        html += xmlText(plain);
        plain.clear();
    };
    const auto toggle = [&](bool& isOn, std::string_view name) {
        flush();
        html += isOn ? "</" : "<";
        (html += name) += ">";
        isOn = !isOn;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest[0] == '`') {
            toggle(isCode, "code");
        } else if (isCode) {
            plain += rest[0];
        } else if (rest[0] == '\\' && rest.size() > 1) {
            plain += rest[1];
            ++i;
        } else if (rest.starts_with("&lt;")) {
            plain += '<';
            i += 3;
        } else if (rest.starts_with("&amp;")) {
            plain += '&';
            i += 4;
        } else if (rest.starts_with("**")) {
            toggle(isStrong, "strong");
            ++i;
        } else if (rest[0] == '*') {
            toggle(isEmphasis, "em");
        } else {
            plain += rest[0];
        }
    }
    flush();
    html += isCode ? "</code>" : "";
    html += isEmphasis ? "</em>" : "";
    html += isStrong ? "</strong>" : "";
    return html;
}

// "| a | b \| c |" -> "a", "b \| c"
std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    std::size_t from = 1;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '|') {
            std::string_view cell = line.substr(from, i - from);
            while (cell.starts_with(' '))
                cell.remove_prefix(1);
            while (cell.ends_with(' '))
                cell.remove_suffix(1);
            cells.push_back(cell);
            from = i + 1;
        }
    }
    return cells;
}

class HtmlDocument {
public:
    HtmlDocument(const RecordSource& source, const RecordReport& report, const TextSink& sink)
        : m_source(source)
        , m_report(report)
        , m_out(sink)
    {
        m_out << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"generator\" "
                 "content=\"signalbox\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
              << xmlText("Incident record: " + source.description.title) << "</title><style>" << kStyle
              << "</style></head>\n<body>\n";
    }

    // The next piece of the Markdown document; lines may reach over its end.
    Result<> take(std::string_view piece)
    {
        m_rest += piece;
        std::size_t from = 0;
        for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', from)) {
            addLine(std::string_view(m_rest).substr(from, end - from));
            from = end + 1;
            if (!m_out.endRow())
                return m_out.finish();
        }
        m_rest.erase(0, from);
        return {};
    }

    Result<> finish()
    {
        if (!m_rest.empty())
            addLine(m_rest);
        open(Block::None);
        m_out << "</body></html>\n";
        return m_out.finish();
    }

private:
    enum class Block { None, Paragraph, List, Table };

    void open(Block block)
    {
        if (m_block == block)
            return;
        m_out << (m_block == Block::Table     ? "</tbody></table>\n"
                : m_block == Block::List      ? "</ul>\n"
                : m_block == Block::Paragraph ? "</p>\n"
                                              : "");
        m_block = block;
        m_out << (block == Block::List ? "<ul>\n" : block == Block::Paragraph ? "<p>" : "");
    }

    void heading(std::string_view line)
    {
        open(Block::None);
        const std::size_t level = line.find_first_not_of('#');
        const std::string tag = "h" + std::to_string(level) + ">";
        m_out << "<" << tag << inlineHtml(line.substr(level + 1)) << "</" << tag << "\n";
        if (line.starts_with("## Incident ") && m_drawn < m_report.incidents.size())
            m_out << incidentSvg(m_source, m_report.incidents[m_drawn++], m_report.end);
    }

    void tableLine(std::string_view line)
    {
        if (line.starts_with("|---"))
            return; // the line under the head
        const bool isHead = m_block != Block::Table;
        open(Block::Table);
        const std::vector<std::string_view> cells = cellsOf(line);
        bool hasWords = false;
        for (const std::string_view cell : cells)
            hasWords = hasWords || !cell.empty();
        if (isHead)
            m_out << "<table>" << (hasWords ? "<thead>" : "<tbody>");
        if (!isHead || hasWords) {
            m_out << "<tr>";
            for (const std::string_view cell : cells)
                m_out << (isHead ? "<th>" : "<td>") << inlineHtml(cell) << (isHead ? "</th>" : "</td>");
            m_out << "</tr>";
        }
        m_out << (isHead && hasWords ? "</thead><tbody>\n" : "\n");
    }

    void addLine(std::string_view line)
    {
        if (line.empty()) {
            open(Block::None);
        } else if (line[0] == '#') {
            heading(line);
        } else if (line[0] == '|') {
            tableLine(line);
        } else if (line.starts_with("- ")) {
            open(Block::List);
            m_out << "<li>" << inlineHtml(line.substr(2)) << "</li>\n";
        } else {
            open(Block::Paragraph);
            m_out << inlineHtml(line) << "\n";
        }
    }

    const RecordSource& m_source;
    const RecordReport& m_report;
    TextBuffer m_out;
    std::string m_rest;
    Block m_block = Block::None;
    std::size_t m_drawn = 0; // incidents
};

} // namespace

Result<> writeHtml(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    if (progress && !progress(0))
        return exportCancelled();
    const RecordReport report = deriveReport(source.events);
    HtmlDocument document(source, report, sink);
    const TextSink turned = [&](std::string_view piece) { return document.take(piece); };
    if (const auto written = writeMarkdown(source, turned, progress); !written)
        return written;
    return document.finish();
}

} // namespace sb
