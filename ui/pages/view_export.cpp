// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view_export.h"

#include "ui/pages/csv.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace sb {
namespace {

constexpr int kCssDpi = 96; // a logical pixel is one of a browser's

struct ViewExport {
    Q_DECLARE_TR_FUNCTIONS(sb::ViewExport)
};

// Stands beside the view's other children and goes with it.
class OfferedView : public QObject {
public:
    using QObject::QObject;
    QString name;
    std::function<QString()> csv;
};

const OfferedView* offeredOf(const QWidget& widget)
{
    for (const QObject* child : widget.children()) {
        if (const auto* offered = dynamic_cast<const OfferedView*>(child))
            return offered;
    }
    return nullptr;
}

// Nothing: written. Else why not.
QString writeFile(const std::variant<QImage, QByteArray>& content, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (const auto* image = std::get_if<QImage>(&content)) {
        if (!image->save(&file, "PNG"))
            return file.error() == QFileDevice::NoError ? ViewExport::tr("the picture cannot be packed")
                                                        : file.errorString();
    } else {
        file.write(std::get<QByteArray>(content));
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace

QString viewSuffix(ViewFormat format)
{
    switch (format) {
    case ViewFormat::Png:
    case ViewFormat::PngDouble:
        return QStringLiteral("png");
    case ViewFormat::Svg:
        return QStringLiteral("svg");
    case ViewFormat::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

QString wordFor(ViewFormat format)
{
    switch (format) {
    case ViewFormat::Png:
        return ViewExport::tr("Picture (PNG)");
    case ViewFormat::PngDouble:
        return ViewExport::tr("Picture, double size (PNG)");
    case ViewFormat::Svg:
        return ViewExport::tr("Drawing (SVG)");
    case ViewFormat::Csv:
        return ViewExport::tr("Data (CSV)");
    }
    return {};
}

void offerView(QWidget* widget, const QString& name, std::function<QString()> csv)
{
    auto* offered = const_cast<OfferedView*>(offeredOf(*widget));
    if (offered == nullptr)
        offered = new OfferedView(widget);
    offered->name = name;
    offered->csv = std::move(csv);
}

QWidget* viewAround(QWidget* widget)
{
    for (QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
        if (offeredOf(*at) != nullptr || qobject_cast<QAbstractItemView*>(at) != nullptr)
            return at;
        if (at->isWindow())
            break;
    }
    return nullptr;
}

QString viewName(const QWidget& view)
{
    if (const OfferedView* offered = offeredOf(view))
        return offered->name;
    return view.accessibleName().isEmpty() ? ViewExport::tr("Table") : view.accessibleName();
}

QImage viewImage(QWidget& view, qreal scale)
{
    QImage image((QSizeF(view.size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(view.palette().color(QPalette::Window));
    QPainter painter(&image);
    view.render(&painter);
    return image;
}

QByteArray viewSvg(QWidget& view)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kCssDpi);
    generator.setSize(view.size());
    generator.setViewBox(QRect(QPoint(), view.size()));
    generator.setTitle(viewName(view));
    generator.setDescription(view.accessibleDescription());
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(), view.size()), view.palette().color(QPalette::Window));
    view.render(&painter);
    painter.end();
    return bytes;
}

QString tableCsv(const QAbstractItemModel& model)
{
    QList<QStringList> rows;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles << model.headerData(column, Qt::Horizontal).toString();
    rows << titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells;
    }
    return csvText(rows);
}

QString viewCsv(const QWidget& view)
{
    const OfferedView* offered = offeredOf(view);
    if (offered != nullptr && offered->csv)
        return offered->csv();
    QList<const QAbstractItemView*> tables;
    if (const auto* table = qobject_cast<const QAbstractItemView*>(&view))
        tables << table;
    else
        for (const auto* inside : view.findChildren<QAbstractItemView*>())
            tables << inside;
    QStringList parts;
    for (const auto* inside : view.findChildren<QWidget*>()) {
        const OfferedView* part = offeredOf(*inside);
        if (part != nullptr && part->csv && inside->isVisibleTo(&view))
            parts << csvText({ { part->name } }) + part->csv();
    }
    for (const QAbstractItemView* table : tables) {
        const bool isShown = table == &view || table->isVisibleTo(&view);
        if (!isShown || table->model() == nullptr || table->model()->rowCount() == 0)
            continue;
        const QString name = table->accessibleName();
        // Several in one file: each under its name.
        parts << (table != &view && !name.isEmpty() ? csvText({ { name } }) : QString())
                + tableCsv(*table->model());
    }
    return parts.join(QLatin1Char('\n'));
}

ViewWriter::ViewWriter(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ViewWriter::~ViewWriter()
{
    m_pool.waitForDone();
}

void ViewWriter::save(QWidget& view, ViewFormat format, const QString& path)
{
    switch (format) {
    case ViewFormat::Png:
        start(viewImage(view, 1), path);
        return;
    case ViewFormat::PngDouble:
        start(viewImage(view, 2), path);
        return;
    case ViewFormat::Svg:
        start(viewSvg(view), path);
        return;
    case ViewFormat::Csv:
        break;
    }
    const QString text = viewCsv(view);
    if (text.isEmpty()) {
        Q_EMIT failed(
            tr("%1: nothing was written, because this view has no data at present; save it as a picture")
                .arg(QDir::toNativeSeparators(path)));
        return;
    }
    start(text.toUtf8(), path);
}

void ViewWriter::start(Content content, const QString& path)
{
    // This object outlives its pool's work, and what is queued for it goes with it.
    m_pool.start([this, content = std::move(content), path] {
        const QString cause = writeFile(content, path);
        QMetaObject::invokeMethod(
            this,
            [this, path, cause] {
                const QString shown = QDir::toNativeSeparators(path);
                if (cause.isEmpty())
                    Q_EMIT written(path);
                else
                    //: a file, and why it could not be written
                    Q_EMIT failed(tr("%1: cannot be written: %2").arg(shown, cause));
            },
            Qt::QueuedConnection);
    });
}

} // namespace sb
