// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/forecast_table.h"

#include "ui/pages/csv.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace sb {

namespace {

constexpr int kRowHeight = 44;
constexpr int kNoteHeight = 15; // more, where a note stands under the figures
constexpr int kPad = 8;
constexpr int kBar = 6; // px high

const Spread& spreadAt(const ForecastView& view, int measure)
{
    switch (measure) {
    case ForecastTable::Interruption:
        return view.rtoMicros;
    case ForecastTable::Detection:
        return view.detectedAfterMicros;
    case ForecastTable::AtRisk:
        return view.writesAtRisk;
    case ForecastTable::AtRiskMoney:
        return view.moneyAtRiskCents;
    case ForecastTable::AtRiskAge:
        return view.oldestAtRiskMicros;
    case ForecastTable::Lost:
        return view.writesLost;
    case ForecastTable::Failed:
        return view.failedRequests;
    case ForecastTable::Refused:
        return view.refusedRequests;
    case ForecastTable::Oversold:
        return view.oversoldUnits;
    default:
        return view.peakLoadPerMille;
    }
}

QString valueText(std::int64_t value, int measure)
{
    switch (measure) {
    case ForecastTable::Interruption:
    case ForecastTable::Detection:
    case ForecastTable::AtRiskAge:
        return formatDuration(Duration { value });
    case ForecastTable::AtRiskMoney:
        return formatMoney(Money { value });
    case ForecastTable::PeakLoad:
        return formatPercent(static_cast<double>(value) / 1000);
    default:
        return formatCount(value);
    }
}

QString measureText(int measure)
{
    switch (measure) {
    case ForecastTable::Interruption:
        return ForecastTable::tr("Interruption (RTO)");
    case ForecastTable::Detection:
        return ForecastTable::tr("First alarm after");
    case ForecastTable::AtRisk:
        return ForecastTable::tr("Writes at risk (RPO)");
    case ForecastTable::AtRiskMoney:
        return ForecastTable::tr("Money at risk");
    case ForecastTable::AtRiskAge:
        return ForecastTable::tr("Oldest write at risk");
    case ForecastTable::Lost:
        return ForecastTable::tr("Writes lost for good");
    case ForecastTable::Failed:
        return ForecastTable::tr("Failed requests");
    case ForecastTable::Refused:
        return ForecastTable::tr("Refused as too busy");
    case ForecastTable::Oversold:
        return ForecastTable::tr("Units oversold");
    default:
        return ForecastTable::tr("Peak load");
    }
}

const char* unitOf(int measure)
{
    switch (measure) {
    case ForecastTable::Interruption:
    case ForecastTable::Detection:
    case ForecastTable::AtRiskAge:
        return "s";
    case ForecastTable::AtRiskMoney:
        return "EUR";
    case ForecastTable::PeakLoad:
        return "%";
    default:
        return "count";
    }
}

// In the unit above, with a point whatever the language: for programs.
QString plainValue(std::int64_t value, int measure)
{
    switch (measure) {
    case ForecastTable::Interruption:
    case ForecastTable::Detection:
    case ForecastTable::AtRiskAge:
        return QString::number(static_cast<double>(value) / 1e6, 'f', 3);
    case ForecastTable::AtRiskMoney:
        return QString::number(static_cast<double>(value) / 100, 'f', 2);
    case ForecastTable::PeakLoad:
        return QString::number(static_cast<double>(value) / 10, 'f', 1);
    default:
        return QString::number(value);
    }
}

// Futures that have the measure at all; all of them unless it hangs on something that need not happen.
int futuresWith(const ForecastView& view, int measure)
{
    if (measure == ForecastTable::Interruption)
        return view.interrupted;
    if (measure == ForecastTable::Detection)
        return view.detected;
    return static_cast<int>(view.futures.size());
}

} // namespace

ForecastTable::ForecastTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ForecastTable::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void ForecastTable::add(std::shared_ptr<const ForecastView> forecast, const QString& title)
{
    if (!forecast)
        return;
    // Three columns at most, and their scales change with each: there is no row or column to keep.
    beginResetModel();
    m_entries.push_front({ std::move(forecast), title });
    if (m_entries.size() > kMostForecasts)
        m_entries.pop_back();
    endResetModel();
}

int ForecastTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_entries.empty() ? 0 : kMeasureCount;
}

int ForecastTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

double ForecastTable::scaleOf(int measure) const
{
    std::int64_t most = 0;
    for (const Entry& entry : m_entries)
        most = std::max(most, spreadAt(*entry.view, measure).most);
    return static_cast<double>(most);
}

QString ForecastTable::figures(const Entry& entry, int measure) const
{
    const Spread& spread = spreadAt(*entry.view, measure);
    if (futuresWith(*entry.view, measure) == 0)
        return tr("none");
    if (spread.least == spread.most)
        return tr("%1 in all").arg(valueText(spread.p50, measure));
    //: median of a distribution, then its 5th and 95th percentile
    return tr("%1 (%2 – %3)")
        .arg(valueText(spread.p50, measure), valueText(spread.p5, measure), valueText(spread.p95, measure));
}

QVariant ForecastTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.column())];
    const int measure = index.row();
    const Spread& spread = spreadAt(*entry.view, measure);
    switch (role) {
    case SpreadRole:
        return QVariantList { qlonglong { spread.least }, qlonglong { spread.p5 }, qlonglong { spread.p50 },
            qlonglong { spread.p95 }, qlonglong { spread.most } };
    case ScaleRole:
        return futuresWith(*entry.view, measure) == 0 ? 0.0 : scaleOf(measure);
    case NoteRole:
        return measure == Interruption || measure == Detection
            ? tr("in %1 of %2 futures")
                  .arg(formatCount(futuresWith(*entry.view, measure)),
                      formatCount(static_cast<qint64>(entry.view->futures.size())))
            : QString();
    case FiguresRole:
        return figures(entry, measure);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QString text = figures(entry, measure);
        if (const QString note = data(index, NoteRole).toString(); !note.isEmpty())
            text = tr("%1, %2").arg(text, note);
        if (role == Qt::ToolTipRole)
            text = tr("%1: %2\nleast %3, p5 %4, p50 %5, p95 %6, most %7")
                       .arg(measureText(measure), text, valueText(spread.least, measure),
                           valueText(spread.p5, measure), valueText(spread.p50, measure),
                           valueText(spread.p95, measure), valueText(spread.most, measure));
        return text;
    }
    default:
        return {};
    }
}

QVariant ForecastTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QVariant(measureText(section)) : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    const bool isThere = section >= 0 && static_cast<std::size_t>(section) < m_entries.size();
    if (isThere && (role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return m_entries[static_cast<std::size_t>(section)].title;
    return {};
}

QString ForecastTable::csv() const
{
    QList<QStringList> rows { { QStringLiteral("forecast"), QStringLiteral("command"),
        QStringLiteral("from_s"), QStringLiteral("horizon_s"), QStringLiteral("futures"),
        QStringLiteral("measure"), QStringLiteral("unit"), QStringLiteral("futures_with"),
        QStringLiteral("least"), QStringLiteral("p5"), QStringLiteral("p50"), QStringLiteral("p95"),
        QStringLiteral("most") } };
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ForecastView& view = *m_entries[i].view;
        for (int measure = 0; measure < kMeasureCount; ++measure) {
            const Spread& spread = spreadAt(view, measure);
            QStringList row { QString::number(i + 1), qs(view.command),
                QString::number(seconds(view.from), 'f', 3), QString::number(seconds(view.horizon), 'f', 0),
                QString::number(view.futures.size()), measureText(measure),
                QString::fromLatin1(unitOf(measure)), QString::number(futuresWith(view, measure)) };
            for (const std::int64_t value : { spread.least, spread.p5, spread.p50, spread.p95, spread.most })
                row << plainValue(value, measure);
            rows << row;
        }
    }
    return csvText(rows);
}

QSize ForecastDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool hasNote = !index.data(ForecastTable::NoteRole).toString().isEmpty();
    return { 200, hasNote ? kRowHeight + kNoteHeight : kRowHeight };
}

void ForecastDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.color(Token::BgAccent));
    const QRectF inner = QRectF(option.rect).adjusted(kPad, 5, -kPad, -5);
    const QVariantList spread = index.data(ForecastTable::SpreadRole).toList();
    const double scale = index.data(ForecastTable::ScaleRole).toDouble();
    const QRectF track(inner.left(), inner.bottom() - kBar - 2, inner.width(), kBar);
    const bool isRtl = option.direction == Qt::RightToLeft;
    const auto at = [&](int which) {
        const double share = scale > 0 ? spread.at(which).toDouble() / scale : 0;
        return isRtl ? track.right() - track.width() * share : track.left() + track.width() * share;
    };
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(Token::LineGrid));
    painter->drawRoundedRect(track, 2, 2);
    if (scale > 0) {
        const qreal middle = track.center().y();
        painter->setPen(QPen(theme.color(Token::LineBorder), 1.5));
        painter->drawLine(QPointF(at(0), middle), QPointF(at(4), middle));
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::TextMuted));
        QRectF body(QPointF(at(1), track.top()), QPointF(at(3), track.bottom()));
        painter->drawRect(body.normalized());
        painter->setPen(QPen(theme.color(Token::TextPrimary), 2));
        painter->drawLine(QPointF(at(2), track.top() - 3), QPointF(at(2), track.bottom() + 3));
    }
    const auto aligned
        = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    const QString note = index.data(ForecastTable::NoteRole).toString();
    const QString text = index.data(ForecastTable::FiguresRole).toString();
    QRectF words(inner.left(), inner.top(), inner.width(), kRowHeight - kBar - 20);
    const auto write = [&](FontRole role, Token ink, const QString& line) {
        painter->setFont(sb::font(role));
        painter->setPen(theme.color(ink));
        painter->drawText(words, aligned,
            painter->fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(words.width())));
    };
    const bool fits = QFontMetricsF(sb::font(FontRole::Body)).horizontalAdvance(text) <= words.width();
    write(fits ? FontRole::Body : FontRole::Caption, scale > 0 ? Token::TextPrimary : Token::TextMuted, text);
    words.moveTop(words.bottom());
    if (!note.isEmpty())
        write(FontRole::Caption, Token::TextMuted, note);
    painter->restore();
}

} // namespace sb
