// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/compared_run.h"

#include "ui/incident/track_view.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

namespace sb {
namespace {

constexpr int kGap = 8;

} // namespace

ComparedRun::ComparedRun(TrackView& mine, QWidget* parent)
    : QWidget(parent)
    , m_mine(mine)
    , m_view(new TrackView(this))
    , m_title(new QLabel(this))
    , m_alignment(new QComboBox(this))
{
    m_view->setAccessibleName(tr("Tracks of the compared run"));
    m_title->setFont(sb::font(FontRole::CaptionStrong));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_alignment->addItem(tr("Aligned at the start"));
    m_alignment->addItem(tr("Aligned at the first fault"));
    m_alignment->setCurrentIndex(1);
    m_alignment->setAccessibleName(tr("How the runs are aligned"));
    auto* close = new QToolButton(this);
    close->setText(tr("Close comparison"));
    close->setFocusPolicy(Qt::TabFocus);
    close->setMinimumHeight(26);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGap);
    head->addWidget(m_title, 1);
    head->addWidget(m_alignment);
    head->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    // With a bar beside one of them only, their axes would not be equally long.
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_mine.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(close, &QToolButton::clicked, this, &ComparedRun::closeRequested);
    connect(m_alignment, &QComboBox::currentIndexChanged, this, &ComparedRun::follow);
    connect(&m_mine.zoom(), &ZoomControl::rangeChanged, this, &ComparedRun::follow);
    connect(&m_mine, &TrackView::areaChanged, this, &ComparedRun::follow);
    connect(&m_view->zoom(), &ZoomControl::rangeChanged, this, &ComparedRun::lead);
    connect(m_view, &TrackView::areaChanged, this, &ComparedRun::lead);
    connect(m_view, &TrackView::planWanted, &m_mine, &TrackView::planWanted);
    // Flags are of this run: one that is set here is set at the same place of its tracks.
    connect(m_view, &TrackView::flagWanted, this, [this](Instant at) {
        Q_EMIT m_mine.flagWanted(at - offsetOf(alignment(), m_mine.log(), m_view->log()));
    });
    connect(m_mine.verticalScrollBar(), &QScrollBar::valueChanged, m_view->verticalScrollBar(),
        &QScrollBar::setValue);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, m_mine.verticalScrollBar(),
        &QScrollBar::setValue);
}

ComparedRun::~ComparedRun()
{
    m_mine.setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void ComparedRun::load(const RecordView& record)
{
    m_view->log().load(record);
    m_view->logReplaced();
    m_view->setPlan(m_mine.plan());
    //: the compared run: its file, its name, its seed
    m_title->setText(tr("%1: %2, seed %3")
                         .arg(QFileInfo(qs(record.path)).fileName(), qs(record.world.title))
                         .arg(record.world.seed));
    m_title->setToolTip(qs(record.path));
    m_view->setNow(record.end);
    follow();
}

QString ComparedRun::title() const
{
    return m_title->text();
}

Alignment ComparedRun::alignment() const
{
    return m_alignment->currentIndex() == 0 ? Alignment::Start : Alignment::FirstFault;
}

void ComparedRun::setAlignment(Alignment alignment)
{
    m_alignment->setCurrentIndex(alignment == Alignment::Start ? 0 : 1);
}

void ComparedRun::follow()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    const Duration offset = offsetOf(alignment(), m_mine.log(), m_view->log());
    m_view->zoom().setRange(moved(m_mine.zoom().range(), offset));
    const auto area = m_mine.area();
    m_view->setArea(area ? std::optional(moved(*area, offset)) : std::nullopt);
}

void ComparedRun::lead()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    const Duration offset = offsetOf(alignment(), m_mine.log(), m_view->log());
    m_mine.zoom().setRange(moved(m_view->zoom().range(), -offset));
    const auto area = m_view->area();
    m_mine.setArea(area ? std::optional(moved(*area, -offset)) : std::nullopt);
}

} // namespace sb
