// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/side_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/region_inspector.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sb {

namespace {

// Wants exactly the height of its content, can do with less.
class FittingScrollArea : public QScrollArea {
public:
    explicit FittingScrollArea(QWidget* parent)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        viewport()->setAutoFillBackground(false);
    }

    QSize sizeHint() const override
    {
        if (!widget())
            return QScrollArea::sizeHint();
        const int content = widget()->hasHeightForWidth() ? widget()->heightForWidth(viewport()->width())
                                                          : widget()->sizeHint().height();
        return { widget()->sizeHint().width(), content };
    }
    QSize minimumSizeHint() const override { return { 240, 180 }; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

void paintCard(QWidget& widget)
{
    const Theme& theme = currentTheme();
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

class Line : public QWidget {
public:
    explicit Line(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(13);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(0, height() / 2, width(), 1, currentTheme().color(Token::LineGrid));
    }
};

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QFrame(parent)
    , m_inspector(new RegionInspector)
    , m_decisions(new DecisionsList(this))
{
    auto* scroll = new FittingScrollArea(this);
    scroll->setWidget(m_inspector);
    m_inspector->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 12, 8);
    column->setSpacing(4);
    column->addWidget(scroll);
    column->addWidget(new Line(this));
    column->addWidget(m_decisions, 1);
    setMinimumWidth(290);
}

void SidePanel::paintEvent(QPaintEvent*)
{
    paintCard(*this);
}

void Card::paintEvent(QPaintEvent*)
{
    paintCard(*this);
}

} // namespace sb
