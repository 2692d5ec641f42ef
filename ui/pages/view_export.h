// SPDX-License-Identifier: GPL-3.0-or-later
// Any part of the window as a picture or as data: copied, or written to a file. A part is a view when it was
// offered as one; tables are views by themselves. Pictures are drawn on the UI thread; they are packed and
// written on another, and a file is either the old one or the whole new one.
// Thread: UI thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <variant>

class QAbstractItemModel;
class QWidget;

namespace sb {

enum class ViewFormat : quint8 { Png, PngDouble, Svg, Csv };
inline constexpr int kViewFormatCount = static_cast<int>(ViewFormat::Csv) + 1;
[[nodiscard]] QString viewSuffix(ViewFormat format); // "png"
[[nodiscard]] QString wordFor(ViewFormat format); // "Picture, double size (PNG)"

// Makes a widget a view. `name`: of menus and files. `csv`: its values as text for a spreadsheet; empty: its
// tables, if it has any.
void offerView(QWidget* widget, const QString& name, std::function<QString()> csv = {});
// The widget itself or the nearest around it that is a view; null: none.
[[nodiscard]] QWidget* viewAround(QWidget* widget);
[[nodiscard]] QString viewName(const QWidget& view);

[[nodiscard]] QImage viewImage(QWidget& view, qreal scale);
[[nodiscard]] QByteArray viewSvg(QWidget& view);
// Of the view, or of all visible views and tables in it, one under the other; empty: it has no data.
[[nodiscard]] QString viewCsv(const QWidget& view);
// A row of titles, then what each cell shows.
[[nodiscard]] QString tableCsv(const QAbstractItemModel& model);

class ViewWriter : public QObject {
    Q_OBJECT
public:
    explicit ViewWriter(QObject* parent = nullptr);
    ~ViewWriter() override; // waits for what is being written
    // Returns at once.
    void save(QWidget& view, ViewFormat format, const QString& path);

Q_SIGNALS:
    void written(const QString& path);
    // Names the path and the cause.
    void failed(const QString& text);

private:
    using Content = std::variant<QImage, QByteArray>;
    void start(Content content, const QString& path);

    QThreadPool m_pool;
};

} // namespace sb
