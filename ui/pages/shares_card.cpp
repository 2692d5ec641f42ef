// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shares_card.h"

#include "ui/theme/fonts.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sb {

namespace {

constexpr std::array kDials { 0, 1, 10, 50, 100 };
constexpr std::array kExpiries { Duration { 15min }, Duration { 1h }, Duration { 4h }, Duration { 24h } };
constexpr int kReasonCharsMax = 200;

// What the marks of a load bar stand for. Wraps where there is no room for one line.
class LoadLegend : public QWidget {
public:
    explicit LoadLegend(QWidget* parent)
        : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setAccessibleName(m_texts.join(SharesCard::tr(", ")));
        connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return run(width, nullptr); }
    QSize sizeHint() const override { return { 300, run(300, nullptr) }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        run(width(), &painter);
    }

private:
    // Walks the entries; paints them when there is a painter. Answers the height.
    int run(int width, QPainter* painter) const
    {
        const QFontMetrics metrics(sb::font(FontRole::Caption));
        const int line = metrics.height() + 2;
        int x = 0;
        int y = 0;
        for (int i = 0; i < m_texts.size(); ++i) {
            const int entry = kMark + 5 + metrics.horizontalAdvance(m_texts[i]);
            if (x > 0 && x + entry > width) {
                x = 0;
                y += line;
            }
            if (painter != nullptr)
                paintEntry(*painter, i, QRect(x, y, entry, line));
            x += entry + kApart;
        }
        return y + line;
    }
    void paintEntry(QPainter& painter, int index, const QRect& place) const
    {
        const Theme& theme = currentTheme();
        const QRect entry = QStyle::visualRect(layoutDirection(), rect(), place);
        const QRect mark = QStyle::visualRect(
            layoutDirection(), entry, QRect(entry.topLeft(), QSize(kMark, entry.height())));
        const int middle = mark.center().y() + 1;
        if (index == 0)
            painter.fillRect(QRect(mark.left(), middle - 4, mark.width(), 8), theme.color(Token::TextMuted));
        const Token line = index == 1 ? Token::LineBorder : Token::TextSecondary;
        if (index > 0)
            painter.fillRect(QRectF(mark.center().x() - 0.5, middle - 7, 1.5, 14), theme.color(line));
        painter.setFont(sb::font(FontRole::Caption));
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(entry,
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter),
            m_texts[index]);
    }

    static constexpr int kMark = 14;
    static constexpr int kApart = 14;
    QStringList m_texts { SharesCard::tr("load now"), SharesCard::tr("its capacity"),
        SharesCard::tr("load if the most loaded other region failed") };
};

} // namespace

SharesCard::SharesCard(QWidget* parent)
    : TitledCard(tr("Shares and capacity"), parent)
    , m_expiry(new QComboBox(this))
    , m_reason(new QLineEdit(this))
{
    for (const Duration expiry : kExpiries)
        m_expiry->addItem(formatDuration(expiry));
    m_expiry->setCurrentIndex(1);
    m_expiry->setAccessibleName(tr("A shift expires after"));
    m_reason->setMaxLength(kReasonCharsMax);
    m_reason->setPlaceholderText(tr("Reason for a shift, needed"));
    m_reason->setAccessibleName(tr("Reason for a shift"));
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(captionLabel(this, tr("A shift expires after")));
    bottom->addWidget(m_expiry);
    bottom->addWidget(m_reason, 1);
    column()->addWidget(new LoadLegend(this));
    column()->addLayout(bottom);
    column()->addStretch(1);
}

void SharesCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    delete m_table;
    m_rows.clear();
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(3, 1);
    addHeadings();
    m_isShifted.assign(world.regions.size(), false);
    for (std::size_t i = 0; i < world.regions.size(); ++i)
        addRow(i, static_cast<int>(i) * 2 + 1);
    column()->insertWidget(0, m_table);
}

void SharesCard::addHeadings()
{
    const std::array titles { tr("Region"), tr("Answers"), tr("Dial"), tr("Load"), tr("Full in"),
        QString() };
    for (std::size_t i = 0; i < titles.size(); ++i)
        m_grid->addWidget(captionLabel(m_table, titles[i]), 0, static_cast<int>(i));
}

void SharesCard::addRow(std::size_t index, int line)
{
    const RegionInfo& region = m_world.regions[index];
    const QString name = regionName(region);
    Row row;
    row.answers = new QLabel(m_table);
    row.answers->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.dial = new QComboBox(m_table);
    for (const int percent : kDials)
        row.dial->addItem(formatPercent(percent / 100.0), percent);
    row.dial->setAccessibleName(tr("Dial of %1").arg(name));
    row.dial->setToolTip(tr("The share of its natural answers that %1 may receive").arg(name));
    connect(row.dial, &QComboBox::activated, this, [this, code = region.code, dial = row.dial](int item) {
        Q_EMIT commandRequested(SetDial { code, dial->itemData(item).toInt() });
    });
    row.load = new LoadBar(m_table);
    row.full = captionLabel(m_table);
    row.shift = new CommandButton(m_table);
    row.shift->setMinimumHeight(26);
    row.shift->setMinimumWidth(row.shift->fontMetrics().horizontalAdvance(tr("Cancel shift")) + 16);
    connect(row.shift, &CommandButton::confirmed, this, [this, index] { pressShift(index); });
    row.state = new StateLine(m_table);
    row.state->hide();
    auto* title = new QLabel(name, m_table);
    title->setToolTip(name); // narrow in a narrow window
    m_grid->addWidget(title, line, 0);
    m_grid->addWidget(row.answers, line, 1);
    m_grid->addWidget(row.dial, line, 2);
    m_grid->addWidget(row.load, line, 3);
    m_grid->addWidget(row.full, line, 4);
    m_grid->addWidget(row.shift, line, 5);
    m_grid->addWidget(row.state, line + 1, 0, 1, 6);
    m_rows.push_back(row);
}

void SharesCard::setSnapshot(const Snapshot& snapshot)
{
    for (std::size_t i = 0; i < m_rows.size() && i < snapshot.regions.size(); ++i)
        showRow(i, snapshot);
}

void SharesCard::showRow(std::size_t index, const Snapshot& snapshot)
{
    Row& row = m_rows[index];
    const RegionView& region = snapshot.regions[index];
    const QString name = regionName(m_world.regions[index]);
    row.answers->setText(formatPercent(region.answerShare));
    const int dial = index < snapshot.admissions.size() ? snapshot.admissions[index].dialPercent : 100;
    int item = row.dial->findData(dial);
    if (item < 0) { // between the steps: shown as it is
        item = row.dial->count() > static_cast<int>(kDials.size()) ? static_cast<int>(kDials.size()) : -1;
        if (item < 0) {
            row.dial->addItem(QString());
            item = row.dial->count() - 1;
        }
        row.dial->setItemText(item, formatPercent(dial / 100.0));
        row.dial->setItemData(item, dial);
    }
    if (!row.dial->hasFocus() || !row.dial->view()->isVisible())
        row.dial->setCurrentIndex(item);
    if (index < snapshot.capacity.size())
        showCapacity(row, snapshot.capacity[index]);
    const auto shift = std::find_if(snapshot.shifts.begin(), snapshot.shifts.end(),
        [&](const ShiftView& view) { return view.region.value == index; });
    m_isShifted[index] = shift != snapshot.shifts.end();
    row.state->setVisible(m_isShifted[index]);
    if (m_isShifted[index]) {
        row.shift->setTexts(tr("Cancel shift"), tr("Confirm: users return to %1").arg(name));
        const QString left = formatStopwatch(std::max(Duration::zero(), shift->expiresAt - snapshot.now));
        row.state->setState(shift->isApplied ? StateShape::Held : StateShape::Degraded,
            (shift->isApplied ? tr("Shifted away from %1, %2 left: %3")
                              : tr("The shift away from %1 is not in force, %2 left: %3"))
                .arg(name, left, qs(shift->reason)));
    } else {
        // What else keeps its users away: a control, a fail-back that is under way.
        const bool isLimited
            = index < snapshot.admissions.size() && !snapshot.admissions[index].limits.empty();
        row.state->setVisible(isLimited);
        if (isLimited)
            row.state->setState(StateShape::Held, fromEngine(snapshot.admissions[index].limits.front()));
        row.shift->setTexts(tr("Shift away"), tr("Confirm: away from %1").arg(name));
    }
}

void SharesCard::showCapacity(Row& row, const CapacityView& capacity)
{
    row.load->setLoad(capacity.loadShare, capacity.loadShareIfAlone);
    QString full;
    if (capacity.loadShare >= 1)
        full = tr("full");
    else if (capacity.fullIn != kFullNever)
        full = tr("in %1").arg(formatAge(capacity.fullIn));
    else if (capacity.loadShareIfAlone > 1)
        full = tr("if another fails");
    row.full->setText(full);
}

void SharesCard::pressShift(std::size_t index)
{
    const std::string& code = m_world.regions[index].code;
    if (m_isShifted[index]) {
        Q_EMIT commandRequested(CancelShift { code });
        return;
    }
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (reason.empty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
        m_reason->setPlaceholderText(tr("Say here why, then shift again"));
        return;
    }
    Q_EMIT commandRequested(
        ShiftAway { code, kExpiries[static_cast<std::size_t>(m_expiry->currentIndex())], reason });
    m_reason->clear();
}

} // namespace sb
