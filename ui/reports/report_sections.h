// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the engine's post-incident report, and the report with some of them left out. Knows the
// headings that the engine writes; nothing of the text between them is touched. Thread: any.
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace sb {

enum class ReportSection : quint8 {
    Picture, // of each incident; in HTML alone
    Summary,
    Measures,
    Phases,
    Faults,
    Impact,
    Rpo,
    Decisions,
    Timeline,
    Checks,
    Questions,
    Limits,
};
inline constexpr int kReportSectionCount = static_cast<int>(ReportSection::Limits) + 1;
using ReportSections = QSet<ReportSection>;
[[nodiscard]] inline size_t qHash(ReportSection section, size_t seed = 0)
{
    return ::qHash(static_cast<int>(section), seed);
}

[[nodiscard]] QString wordFor(ReportSection section); // "Time measures"
[[nodiscard]] ReportSections allSections();

// What follows the head of the document and the headings of the incidents always stays.
[[nodiscard]] QString withSections(const QString& markdown, const ReportSections& wanted);
[[nodiscard]] QString htmlWithSections(const QString& html, const ReportSections& wanted);

// The pictures of an HTML report, taken out so that a text document can show them as images.
struct PicturedHtml {
    QString html; // <img src="incident-1"/> in place of each
    QList<QByteArray> pictures; // SVG
};
[[nodiscard]] PicturedHtml withoutPictures(const QString& html);

// The body of an HTML report in parts that begin with a heading, each small enough to be laid out at once:
// rows of a table beyond `mostRows` are left out and counted.
[[nodiscard]] QStringList inParts(const QString& html, int mostRows);

} // namespace sb
