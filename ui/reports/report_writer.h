// SPDX-License-Identifier: GPL-3.0-or-later
// Makes text documents and files of the engine's report, beside the UI thread: nothing of it may make the
// window wait. Answers come on the UI thread. Thread: UI thread; the work runs on one of its own.
#pragma once

#include "ui/reports/report_sections.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

class QTextDocument;

namespace sb {

enum class ReportFile : quint8 { Markdown, Html, Pdf };

// What a document looks like: the colours of the window for its preview, black on white for paper.
struct ReportLook {
    QString text; // of pictures; like the others the name of a colour
    QString line, head;
    double pictureScale = 1; // device pixels
    int pictureWidth = 700; // px
};

// What a preview is put together of, piece by piece.
struct ReportPreview {
    QStringList parts; // HTML
    QString style;
    QList<QImage> pictures; // incident-1 …
    QString source {}; // the engine's HTML that it is made of
};

class ReportWriter : public QObject {
    Q_OBJECT
public:
    explicit ReportWriter(QObject* parent = nullptr);
    ~ReportWriter() override; // waits for what runs

    // The file is the engine's HTML.
    void makePreview(const QString& htmlPath, const ReportSections& wanted, const ReportLook& look);
    // `sourcePath`: the engine's Markdown for a Markdown file, its HTML for the others; removed afterwards.
    void write(ReportFile kind, const QString& sourcePath, const QString& path, const ReportSections& wanted);

Q_SIGNALS:
    void previewMade(const sb::ReportPreview& preview);
    void written(const QString& path);
    void failed(const QString& path, const QString& why);

private:
    QThreadPool m_files;
    QThreadPool m_previews; // only the latest one that waits is made
};

[[nodiscard]] ReportPreview reportPreview(
    const QString& html, const ReportSections& wanted, const ReportLook& look);
// Blocking; what the class does on its thread. Empty: it succeeded, otherwise why not and what would help.
[[nodiscard]] QString writeReport(
    ReportFile kind, const QString& sourcePath, const QString& path, const ReportSections& wanted);
[[nodiscard]] std::unique_ptr<QTextDocument> reportDocument(
    const QString& html, const ReportSections& wanted, const ReportLook& look);

} // namespace sb
