// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace sb {
namespace {

constexpr int kPaperDpi = 150;
constexpr int kPaperMargin = 15; // mm
constexpr int kPreviewRows = 25; // of a table; the file has them all
constexpr double kFineText = 8; // pt, on paper

QString readAll(const QString& path, QString* why)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *why = ReportWriter::tr("%1 cannot be read: %2")
                   .arg(QDir::toNativeSeparators(path), file.errorString());
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

QString cannotWrite(const QString& path, const QString& reason)
{
    return ReportWriter::tr(
        "%1 cannot be written: %2. Choose a folder that you may write to and that has room.")
        .arg(QDir::toNativeSeparators(path), reason);
}

QImage drawn(const QByteArray& svg, const ReportLook& look)
{
    QByteArray coloured = svg;
    coloured.replace("currentColor", look.text.toLatin1());
    QSvgRenderer renderer(coloured);
    const QSizeF whole = renderer.defaultSize();
    if (whole.isEmpty())
        return {};
    const double scale = look.pictureWidth / whole.width();
    QImage image((whole * scale * look.pictureScale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    image.setDevicePixelRatio(look.pictureScale);
    return image;
}

// Letters take the colour of the window or of the paper that they are drawn on.
QString styleFor(const ReportLook& look)
{
    return QStringLiteral("th { background: %2; } "
                          "table { border-collapse: collapse; border-color: %1; border-width: 1px; "
                          "border-style: solid; } "
                          "td, th { padding: 3px; border: 1px solid %1; }")
        .arg(look.line, look.head);
}

QString writePdf(const QString& html, const QString& path, const ReportSections& wanted)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(
            QMarginsF(kPaperMargin, kPaperMargin, kPaperMargin, kPaperMargin), QPageLayout::Millimeter);
        writer.setResolution(kPaperDpi);
        writer.setCreator(QStringLiteral("Signalbox"));
        const ReportLook paper { QStringLiteral("black"), QStringLiteral("gray"), QStringLiteral("white"), 2,
            640 };
        const auto document = reportDocument(html, wanted, paper);
        QFont font = document->defaultFont();
        font.setPointSizeF(kFineText);
        document->setDefaultFont(font);
        document->print(&writer);
    }
    return file.commit() ? QString() : cannotWrite(path, file.errorString());
}

} // namespace

std::unique_ptr<QTextDocument> reportDocument(
    const QString& html, const ReportSections& wanted, const ReportLook& look)
{
    const PicturedHtml pictured = withoutPictures(htmlWithSections(html, wanted));
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    for (qsizetype i = 0; i < pictured.pictures.size(); ++i)
        document->addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("incident-%1").arg(i + 1)),
            drawn(pictured.pictures[i], look));
    document->setDefaultStyleSheet(styleFor(look));
    // The page's own style is for a browser.
    const qsizetype style = pictured.html.indexOf(QLatin1String("<style>"));
    const qsizetype end = pictured.html.indexOf(QLatin1String("</style>"));
    document->setHtml(
        style < 0 || end < style ? pictured.html : pictured.html.left(style) + pictured.html.mid(end + 8));
    return document;
}

ReportPreview reportPreview(const QString& html, const ReportSections& wanted, const ReportLook& look)
{
    const PicturedHtml pictured = withoutPictures(htmlWithSections(html, wanted));
    ReportPreview preview { inParts(pictured.html, kPreviewRows), styleFor(look), {}, {} };
    for (const QByteArray& picture : pictured.pictures)
        preview.pictures.append(drawn(picture, look));
    return preview;
}

QString writeReport(
    ReportFile kind, const QString& sourcePath, const QString& path, const ReportSections& wanted)
{
    QString why;
    const QString source = readAll(sourcePath, &why);
    if (!why.isEmpty())
        return why;
    if (kind == ReportFile::Pdf)
        return writePdf(source, path, wanted);
    const QByteArray text
        = (kind == ReportFile::Html ? htmlWithSections(source, wanted) : withSections(source, wanted))
              .toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

ReportWriter::ReportWriter(QObject* parent)
    : QObject(parent)
{
    m_files.setMaxThreadCount(1);
    m_previews.setMaxThreadCount(1);
}

ReportWriter::~ReportWriter()
{
    m_previews.clear();
    m_previews.waitForDone();
    m_files.waitForDone(); // what was asked for is written
}

void ReportWriter::makePreview(const QString& htmlPath, const ReportSections& wanted, const ReportLook& look)
{
    m_previews.clear();
    m_previews.start([this, htmlPath, wanted, look] {
        QString why;
        const QString html = readAll(htmlPath, &why);
        ReportPreview preview = why.isEmpty() ? reportPreview(html, wanted, look) : ReportPreview {};
        preview.source = htmlPath;
        QMetaObject::invokeMethod(this, [this, htmlPath, why, preview] {
            if (why.isEmpty())
                Q_EMIT previewMade(preview);
            else
                Q_EMIT failed(htmlPath, why);
        });
    });
}

void ReportWriter::write(
    ReportFile kind, const QString& sourcePath, const QString& path, const ReportSections& wanted)
{
    m_files.start([this, kind, sourcePath, path, wanted] {
        const QString why = writeReport(kind, sourcePath, path, wanted);
        QFile::remove(sourcePath);
        QMetaObject::invokeMethod(this, [this, path, why] {
            if (why.isEmpty())
                Q_EMIT written(path);
            else
                Q_EMIT failed(path, why);
        });
    });
}

} // namespace sb
