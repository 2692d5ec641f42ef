// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charts_panel.h"

#include "ui/charts/chart_adapter.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QToolButton>

namespace sb {
namespace {

constexpr int kGap = 8;
constexpr int kButtonWidth = 40; // at least
constexpr int kButtonFrame = 2; // px beside its words, both sides together
constexpr int kButtonGap = 4;
constexpr int kFifthFrom = 1180; // px of width from which all five charts stand side by side
constexpr int kRedrawMs = 100;
constexpr std::int64_t kStaleMs = 2000;
constexpr std::array<ChartRange, 4> kRanges { ChartRange::TwoMinutes, ChartRange::FifteenMinutes,
    ChartRange::TwoHours, ChartRange::Day };

QString shortWord(ChartRange range)
{
    switch (range) {
    case ChartRange::TwoMinutes:
        return ChartsPanel::tr("2 min");
    case ChartRange::FifteenMinutes:
        return ChartsPanel::tr("15 min");
    case ChartRange::TwoHours:
        return ChartsPanel::tr("2 h");
    case ChartRange::Day:
        return ChartsPanel::tr("24 h");
    }
    return {};
}

} // namespace

ChartsPanel::ChartsPanel(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("charts"));
    m_clock.start();
    for (int i = 0; i < kChartKindCount; ++i) {
        auto* chart = new ChartAdapter(static_cast<ChartKind>(i), this);
        m_charts.push_back(chart);
        connect(&chart->plot(), &ChartPlot::hovered, this, &ChartsPanel::hoverFrom);
        connect(chart, &ChartAdapter::kindChosen, this, &ChartsPanel::replaceFourth);
        connect(chart, &ChartAdapter::dataCopyRequested, this, [this, chart] {
            if (m_window)
                QApplication::clipboard()->setText(csvOf({ chart->kind() }, *m_window, m_description));
        });
    }
    buildRangeButtons();
    m_redraw.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &ChartsPanel::refresh);
    connect(&m_aging, &QTimer::timeout, this, &ChartsPanel::age);
    m_aging.start(1000);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &ChartsPanel::restyle);
    layOutCharts();
    age();
}

ChartsPanel::~ChartsPanel() = default;

void ChartsPanel::buildRangeButtons()
{
    m_rangeButtons = new QButtonGroup(this);
    m_rangeButtons->setExclusive(true);
    for (const ChartRange range : kRanges) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setText(shortWord(range));
        button->setFont(sb::font(FontRole::Caption));
        //: Tool tip and accessible name of a button: %1 is "15 minutes"
        const QString says = tr("Show the last %1").arg(wordFor(range));
        button->setToolTip(says);
        button->setAccessibleName(says);
        button->setChecked(range == m_range);
        m_rangeButtons->addButton(button, static_cast<int>(range));
    }
    connect(m_rangeButtons, &QButtonGroup::idClicked, this, [this](int id) {
        const auto range = static_cast<ChartRange>(id);
        if (range == m_range)
            return;
        setRange(range);
        Q_EMIT rangeChanged(range);
    });
}

void ChartsPanel::setDescription(const WorldDescription& description)
{
    m_description = description;
    m_window.reset();
    m_publication = 0;
    m_marks.clear();
    m_hover.reset();
    setRange(m_range);
}

void ChartsPanel::setSnapshot(const Snapshot& snapshot)
{
    if (snapshot.publication != m_publication || !m_window) {
        m_publication = snapshot.publication;
        m_arrivedMs = m_clock.elapsed();
    }
    m_mayAge = !snapshot.isPaused && snapshot.phase == RunPhase::Running;
    if (snapshot.charts == m_window)
        return;
    m_window = snapshot.charts;
    if (!isVisible() || m_redraw.isActive())
        return;
    const std::int64_t since = m_clock.elapsed() - m_drawnMs;
    if (since >= kRedrawMs)
        refresh();
    else
        m_redraw.start(static_cast<int>(kRedrawMs - since));
}

void ChartsPanel::appendEvents(const std::vector<Event>& events)
{
    const std::size_t before = m_marks.size();
    for (const Event& event : events) {
        if (event.kind == EventKind::FaultInjected)
            m_marks.push_back({ event.at, true });
        else if (event.kind == EventKind::FaultCleared || event.kind == EventKind::FaultExpired)
            m_marks.push_back({ event.at, false });
    }
    if (m_marks.size() == before)
        return;
    if (m_marks.size() > kMarksMax)
        m_marks.erase(m_marks.begin(), m_marks.end() - static_cast<std::ptrdiff_t>(kMarksMax));
    placeMarks();
}

void ChartsPanel::setMarks(std::vector<ChartMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    placeMarks();
}

void ChartsPanel::setRange(ChartRange range)
{
    m_range = range;
    m_rangeButtons->button(static_cast<int>(range))->setChecked(true);
    for (ChartAdapter* chart : m_charts)
        chart->plot().setRange(range);
    refresh();
}

void ChartsPanel::setHoverInstant(std::optional<Instant> at)
{
    if (at == m_hover)
        return;
    m_hover = at;
    placeHover();
}

QString ChartsPanel::csv() const
{
    if (!m_window)
        return {};
    return csvOf(
        { ChartKind::Requests, ChartKind::Latency, ChartKind::Errors, ChartKind::Lag, ChartKind::Answers },
        *m_window, m_description);
}

QSize ChartsPanel::minimumSizeHint() const
{
    return { 560, 120 };
}
QSize ChartsPanel::sizeHint() const
{
    return { 1020, 152 };
}

void ChartsPanel::layOutCharts()
{
    const bool hasFive = width() >= kFifthFrom;
    const int count = hasFive ? 5 : 4;
    int buttonWidth = kButtonWidth;
    for (const QAbstractButton* button : m_rangeButtons->buttons())
        buttonWidth
            = std::max(buttonWidth, button->fontMetrics().horizontalAdvance(button->text()) + kButtonFrame);
    const int room = width() - buttonWidth - kGap - (count - 1) * kGap;
    int place = 0;
    for (ChartAdapter* chart : m_charts) {
        const bool isSwitched = chart->kind() == ChartKind::Lag || chart->kind() == ChartKind::Answers;
        chart->setSwitchable(isSwitched && !hasFive);
        const bool isShown = hasFive || !isSwitched || chart->kind() == m_fourth;
        chart->setVisible(isShown);
        if (!isShown)
            continue;
        // Rounded ends, so that the widths add up to the room exactly.
        const int from = room * place / count + place * kGap;
        const int to = room * (place + 1) / count + place * kGap;
        chart->setGeometry(from, 0, to - from, height());
        ++place;
    }
    const int rows = static_cast<int>(kRanges.size());
    const int rowHeight = std::min(28, (height() - (rows - 1) * kButtonGap) / rows);
    for (int i = 0; i < rows; ++i) {
        m_rangeButtons->button(static_cast<int>(kRanges[static_cast<std::size_t>(i)]))
            ->setGeometry(width() - buttonWidth, i * (rowHeight + kButtonGap), buttonWidth, rowHeight);
    }
}

void ChartsPanel::refresh()
{
    m_drawnMs = m_clock.elapsed();
    if (m_window && m_window->range == m_range) {
        for (ChartAdapter* chart : m_charts) {
            if (!chart->isHidden())
                chart->show(*m_window, m_description, m_drawnMs);
        }
    }
    placeMarks();
    placeHover();
    age();
}

void ChartsPanel::placeMarks()
{
    QList<PlacedMark> placed;
    if (m_window) {
        for (const ChartMark& mark : m_marks)
            placed.append({ seconds(mark.at - m_window->end), mark.isFault });
    }
    for (ChartAdapter* chart : m_charts)
        chart->plot().setMarks(placed);
}

void ChartsPanel::placeHover()
{
    std::optional<double> secondsAgo;
    if (m_hover && m_window) {
        secondsAgo = seconds(*m_hover - m_window->end);
        if (*secondsAgo > 0 || *secondsAgo < -secondsOf(m_range))
            secondsAgo.reset();
    }
    for (ChartAdapter* chart : m_charts)
        chart->plot().setHover(secondsAgo);
}

void ChartsPanel::hoverFrom(std::optional<double> secondsAgo)
{
    std::optional<Instant> at;
    if (secondsAgo && m_window)
        at = m_window->end + Duration { static_cast<std::int64_t>(*secondsAgo * 1e6) };
    if (at == m_hover)
        return;
    setHoverInstant(at);
    Q_EMIT instantHovered(at);
}

void ChartsPanel::age()
{
    QString veil;
    const std::int64_t ageMs = m_clock.elapsed() - m_arrivedMs;
    if (!m_window)
        veil = tr("no data yet");
    else if (m_mayAge && ageMs >= kStaleMs)
        veil = tr("no data for %n s", nullptr, static_cast<int>(ageMs / 1000));
    for (ChartAdapter* chart : m_charts)
        chart->plot().setVeil(veil);
}

void ChartsPanel::replaceFourth(ChartKind kind)
{
    m_fourth = kind;
    layOutCharts();
    refresh();
}

void ChartsPanel::restyle()
{
    for (ChartAdapter* chart : m_charts)
        chart->restyle();
}

void ChartsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutCharts();
    if (isVisible())
        refresh();
}

void ChartsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    layOutCharts();
    refresh();
}

void ChartsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace sb
