// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/active_faults.h"

#include "ui/map/fault_clock.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace sb {

namespace {

class FaultDial : public QWidget {
public:
    explicit FaultDial(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(15, 15);
    }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintFaultClock(painter, QRectF(rect()), m_share, currentTheme());
    }

private:
    double m_share = 1;
};

QPushButton* smallButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(sb::font(FontRole::Caption));
    return button;
}

} // namespace

// Two lines: the fault and its place; its timer and the buttons.
class ActiveFaultRow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(ActiveFaults)
public:
    ActiveFaultRow(const FaultView& fault, const WorldDescription& world, ActiveFaults* parent)
        : QWidget(parent)
        , id(fault.id)
        , title(faultTitle(fault.spec, world))
        , end(smallButton(tr("End now"), this))
        , renew(smallButton(tr("Renew"), this))
        , m_dial(new FaultDial(this))
        , m_left(new QLabel(this))
    {
        auto* name = new QLabel(title, this);
        name->setWordWrap(true);
        m_left->setFont(sb::font(FontRole::Caption));
        end->setAccessibleName(tr("End now: %1").arg(title));
        end->setToolTip(tr("Reverses this fault now and checks that nothing of it stays behind."));
        renew->setAccessibleName(tr("Renew: %1").arg(title));
        renew->setToolTip(tr("Ends the fault and injects it again in the same instant: its %1 begin anew.")
                              .arg(formatDuration(fault.spec.expiresAfter)));
        m_grid = new QGridLayout(this);
        m_grid->setContentsMargins(0, 0, 0, 2);
        m_grid->setHorizontalSpacing(6);
        m_grid->setVerticalSpacing(2);
        m_grid->addWidget(name, 0, 0, 1, 4);
        m_grid->addWidget(m_dial, 1, 0);
        m_grid->addWidget(m_left, 1, 1, 1, 1);
        m_grid->setColumnStretch(1, 1);
        place();
    }
    // Of the narrow arrangement, so that long words do not make the whole panel wider.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return { renew->sizeHint().width() + m_grid->horizontalSpacing() + end->sizeHint().width(),
            m_grid->minimumSize().height() };
    }
    void setLeft(Duration left, double share)
    {
        m_dial->setShare(share);
        //: until a fault ends by itself; %1 is a running clock: "14:18"
        const QString text = tr("ends in %1").arg(timeLeftText(left));
        if (text == m_left->text())
            return;
        m_left->setText(text);
        //: a fault with its place, then when it ends: "Region outage, Ireland, ends in 14:18"
        setAccessibleName(tr("%1, ends in %2").arg(title, timeLeftText(left)));
    }

    const FaultId id;
    const QString title;
    QPushButton* const end;
    QPushButton* const renew;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        place();
    }

private:
    // The buttons stand beside the timer, or below it where words are long.
    void place()
    {
        const int gaps = 3 * m_grid->horizontalSpacing();
        const int needed = m_dial->width() + m_left->sizeHint().width() + renew->sizeHint().width()
            + end->sizeHint().width() + gaps;
        const bool isNarrow = width() < needed;
        if (m_isNarrow == isNarrow)
            return;
        m_isNarrow = isNarrow;
        m_grid->removeWidget(renew);
        m_grid->removeWidget(end);
        m_grid->addWidget(renew, isNarrow ? 2 : 1, isNarrow ? 0 : 2, 1, isNarrow ? 2 : 1);
        m_grid->addWidget(end, isNarrow ? 2 : 1, isNarrow ? 2 : 3, 1, isNarrow ? 2 : 1);
        updateGeometry();
    }

    FaultDial* m_dial;
    QLabel* m_left;
    QGridLayout* m_grid = nullptr;
    std::optional<bool> m_isNarrow; // nothing: not placed yet
};

ActiveFaults::ActiveFaults(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_clearAll(smallButton(tr("Clear all"), this))
{
    setAccessibleName(tr("Active faults"));
    m_title->setFont(sb::font(FontRole::BodyStrong));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_clearAll->setAccessibleName(tr("Clear all faults"));
    m_clearAll->setToolTip(tr("Reverses every active fault and reports whether anything stays behind."));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_clearAll);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(head);
    connect(m_clearAll, &QPushButton::clicked, this, [this] { Q_EMIT commandRequested(ClearAllFaults {}); });
    hide();
}

void ActiveFaults::setWorld(const WorldDescription& world)
{
    m_world = world;
    for (ActiveFaultRow* row : m_rows)
        row->deleteLater();
    m_rows.clear();
    hide();
}

void ActiveFaults::rebuild(const Snapshot& snapshot)
{
    for (ActiveFaultRow* row : m_rows) {
        row->hide();
        row->deleteLater(); // one of its buttons may be what is being pressed
    }
    m_rows.clear();
    for (const FaultView& fault : snapshot.faults) {
        auto* row = new ActiveFaultRow(fault, m_world, this);
        m_column->addWidget(row);
        m_rows.push_back(row);
        row->show();
        connect(row->end, &QPushButton::clicked, this,
            [this, id = fault.id] { Q_EMIT commandRequested(ClearFault { id }); });
        connect(row->renew, &QPushButton::clicked, this, [this, id = fault.id, spec = fault.spec] {
            Q_EMIT commandRequested(ClearFault { id });
            Q_EMIT commandRequested(spec);
        });
    }
    //: %1 is a count
    m_title->setText(tr("Active faults: %1").arg(snapshot.faults.size()));
}

void ActiveFaults::setSnapshot(const Snapshot& snapshot)
{
    const bool isSame
        = std::equal(m_rows.begin(), m_rows.end(), snapshot.faults.begin(), snapshot.faults.end(),
            [](const ActiveFaultRow* row, const FaultView& fault) { return row->id == fault.id; });
    if (!isSame)
        rebuild(snapshot);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLeft(
            timeLeft(snapshot.faults[i], snapshot.now), shareLeft(snapshot.faults[i], snapshot.now));
    setVisible(!m_rows.empty());
}

QPushButton* ActiveFaults::endButton(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->end;
}

QPushButton* ActiveFaults::renewButton(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->renew;
}

QString ActiveFaults::rowText(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->accessibleName();
}

} // namespace sb
