// SPDX-License-Identifier: GPL-3.0-or-later
// The latest forecasts side by side: a row for each measure, a column for each forecast, and in each cell
// where its futures lie: the span from least to most, the part from p5 to p95, the median, and the figures.
// The cells of one row share one scale, so that forecasts compare at a glance. Thread: UI thread.
#pragma once

#include "backend/api/forecast.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <deque>
#include <memory>

namespace sb {

class ForecastTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Measure {
        Interruption, // RTO
        Detection,
        AtRisk, // RPO, operations
        AtRiskMoney,
        AtRiskAge,
        Lost,
        Failed,
        Refused,
        Oversold,
        PeakLoad,
        kMeasureCount
    };
    enum Role {
        SpreadRole = Qt::UserRole + 1, // QVariantList of 5 numbers: least, p5, p50, p95, most
        ScaleRole, // double: what the full width of the row's cells stands for; 0: nothing to draw
        NoteRole, // QString: "8 of 30 futures"; of measures that only some futures have
        FiguresRole, // QString: "1 min 22 s (1 min 04 s – 2 min 20 s)": p50 (p5 – p95)
    };
    static constexpr std::size_t kMostForecasts = 3;

    explicit ForecastTable(QObject* parent = nullptr);
    void clear();
    void add(std::shared_ptr<const ForecastView> forecast, const QString& title);
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        std::shared_ptr<const ForecastView> view;
        QString title;
    };
    [[nodiscard]] QString figures(const Entry& entry, int measure) const;
    [[nodiscard]] double scaleOf(int measure) const;

    std::deque<Entry> m_entries; // newest first
};

class ForecastDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace sb
