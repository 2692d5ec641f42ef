// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_sections.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace sb {
namespace {

struct Reports {
    Q_DECLARE_TR_FUNCTIONS(sb::Reports)
};

struct Heading {
    const char* text; // how the engine's heading begins
    ReportSection section;
};
constexpr std::array kHeadings {
    Heading { "Summary", ReportSection::Summary },
    Heading { "Time measures", ReportSection::Measures },
    Heading { "Phases", ReportSection::Phases },
    Heading { "Faults", ReportSection::Faults },
    Heading { "Impact", ReportSection::Impact },
    Heading { "RPO", ReportSection::Rpo },
    Heading { "Decisions", ReportSection::Decisions },
    Heading { "Timeline", ReportSection::Timeline },
    Heading { "Checks of the drill", ReportSection::Checks },
    Heading { "Open questions", ReportSection::Questions },
    Heading { "What this record cannot know", ReportSection::Limits },
};

// Of a heading's text; nothing: it belongs to the document itself.
std::optional<ReportSection> sectionOf(QStringView heading)
{
    for (const Heading& known : kHeadings)
        if (heading.startsWith(QLatin1String(known.text)))
            return known.section;
    return std::nullopt;
}

// Keeps or drops whole lines; `headingIn` gives the text of a line that is a heading.
template<typename HeadingIn>
QString filtered(const QString& text, const ReportSections& wanted, HeadingIn&& headingIn)
{
    QString kept;
    kept.reserve(text.size());
    bool isKept = true;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), from);
        end = end < 0 ? text.size() : end + 1;
        const QStringView line = QStringView(text).mid(from, end - from);
        if (const auto heading = headingIn(line)) {
            const auto section = sectionOf(*heading);
            isKept = !section || wanted.contains(*section);
        }
        if (isKept)
            kept += line;
        from = end;
    }
    return kept;
}

constexpr QLatin1String kSvgBegin("<svg ");
constexpr QLatin1String kSvgEnd("</svg>");
constexpr QLatin1String kBodyEnd("</body>");

} // namespace

QString wordFor(ReportSection section)
{
    switch (section) {
    case ReportSection::Picture:
        return Reports::tr("Picture of each incident");
    case ReportSection::Summary:
        return Reports::tr("Summary");
    case ReportSection::Measures:
        return Reports::tr("Times and objectives");
    case ReportSection::Phases:
        return Reports::tr("Phases");
    case ReportSection::Faults:
        return Reports::tr("Faults");
    case ReportSection::Impact:
        return Reports::tr("Impact");
    case ReportSection::Rpo:
        return Reports::tr("RPO: writes at risk");
    case ReportSection::Decisions:
        return Reports::tr("Decisions with reasons");
    case ReportSection::Timeline:
        return Reports::tr("Timeline");
    case ReportSection::Checks:
        return Reports::tr("Checks of the drill");
    case ReportSection::Questions:
        return Reports::tr("Open questions");
    case ReportSection::Limits:
        return Reports::tr("What the record cannot know");
    }
    return {};
}

ReportSections allSections()
{
    ReportSections all;
    for (int i = 0; i < kReportSectionCount; ++i)
        all.insert(static_cast<ReportSection>(i));
    return all;
}

QString withSections(const QString& markdown, const ReportSections& wanted)
{
    return filtered(markdown, wanted, [](QStringView line) -> std::optional<QStringView> {
        const qsizetype level = line.startsWith(QLatin1String("### ")) ? 4
            : line.startsWith(QLatin1String("## "))                    ? 3
                                                                       : 0;
        return level > 0 ? std::optional(line.mid(level)) : std::nullopt;
    });
}

QString htmlWithSections(const QString& html, const ReportSections& wanted)
{
    QString kept = filtered(html, wanted, [](QStringView line) -> std::optional<QStringView> {
        if (line.startsWith(QLatin1String("<h2>")) || line.startsWith(QLatin1String("<h3>")))
            return line.mid(4);
        // The end of the document is nobody's.
        return line.startsWith(kBodyEnd) ? std::optional(QStringView(u"end")) : std::nullopt;
    });
    if (!wanted.contains(ReportSection::Picture)) {
        for (qsizetype at = kept.indexOf(kSvgBegin); at >= 0; at = kept.indexOf(kSvgBegin, at)) {
            const qsizetype end = kept.indexOf(kSvgEnd, at);
            kept.remove(at, end < 0 ? kept.size() - at : end + kSvgEnd.size() - at);
        }
    }
    return kept;
}

QStringList inParts(const QString& html, int mostRows)
{
    const qsizetype body = html.indexOf(QLatin1String("<body>\n"));
    const qsizetype end = html.indexOf(kBodyEnd);
    const QString text = html.mid(body < 0 ? 0 : body + 7, end < 0 ? -1 : end - (body < 0 ? 0 : body + 7));
    QStringList parts { QString() };
    int rows = 0;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1String("<h")) && !parts.last().isEmpty())
            parts.append(QString());
        if (line.startsWith(QLatin1String("<table>")))
            rows = 0;
        if (line.startsWith(QLatin1String("<tr>")) && ++rows > mostRows)
            continue;
        parts.last() += line + QLatin1Char('\n');
        if (line.startsWith(QLatin1String("</tbody></table>")) && rows > mostRows)
            parts.last()
                += QStringLiteral("<p><em>%1</em></p>\n")
                       .arg(Reports::tr("Rows left out here, and in the file: %1").arg(rows - mostRows));
    }
    return parts;
}

PicturedHtml withoutPictures(const QString& html)
{
    PicturedHtml made;
    qsizetype from = 0;
    for (qsizetype at = html.indexOf(kSvgBegin); at >= 0; at = html.indexOf(kSvgBegin, from)) {
        const qsizetype end = html.indexOf(kSvgEnd, at);
        if (end < 0)
            break;
        made.html += QStringView(html).mid(from, at - from);
        made.pictures.append(html.mid(at, end + kSvgEnd.size() - at).toUtf8());
        made.html += QStringLiteral("<p><img src=\"incident-%1\"/></p>").arg(made.pictures.size());
        from = end + kSvgEnd.size();
    }
    made.html += QStringView(html).mid(from);
    return made;
}

} // namespace sb
