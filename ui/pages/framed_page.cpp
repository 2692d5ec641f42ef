// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/framed_page.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr int kGap = 8;

bool isTableKey(const QKeyEvent& event)
{
    return event.key() == Qt::Key_T && event.modifiers() == Qt::ControlModifier;
}

} // namespace

FramedPage::FramedPage(const QString& title, QWidget* parent)
    : Page(parent)
    , m_notice(new NoticeBar(this))
    , m_tableButton(new QToolButton(this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setAccessibleName(title);
    setFocusPolicy(Qt::ClickFocus); // takes the focus when it is opened, so that no button has it by chance
    auto* name = new QLabel(title, this);
    name->setFont(sb::font(FontRole::Title));
    m_tableButton->setText(tr("Show as table"));
    m_tableButton->setToolTip(
        tr("The same values as a table (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_T).toString(QKeySequence::NativeText)));
    m_tableButton->setCheckable(true);
    m_tableButton->setFocusPolicy(Qt::TabFocus);
    m_tableButton->setMinimumHeight(26);
    m_tableButton->hide();
    connect(m_tableButton, &QToolButton::toggled, this, &FramedPage::twinChanged);
    m_head->setSpacing(kGap);
    m_body->setSpacing(kGap);
    auto* top = new QHBoxLayout;
    top->setSpacing(kGap);
    top->setContentsMargins(6, 2, 2, 0);
    top->addWidget(name);
    top->addSpacing(kGap);
    top->addLayout(m_head, 1);
    top->addWidget(m_tableButton);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addWidget(m_notice);
    rows->addLayout(top);
    rows->addLayout(m_body, 1);
}

QStackedWidget* FramedPage::makeTwins(QWidget* picture, QWidget* table)
{
    auto* twins = new QStackedWidget(this);
    twins->addWidget(picture);
    twins->addWidget(table);
    m_tableButton->show();
    connect(this, &FramedPage::twinChanged, twins, [this, twins, picture, table](bool isTwin) {
        const bool hadFocus = twins->isAncestorOf(twins->window()->focusWidget());
        twins->setCurrentIndex(isTwin ? 1 : 0);
        if (focusProxy() == picture || focusProxy() == table)
            setFocusProxy(twins->currentWidget()); // never to the hidden one
        if (hadFocus)
            twins->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    return twins;
}

bool FramedPage::isTable() const
{
    return m_tableButton->isChecked();
}

void FramedPage::setTable(bool isTable)
{
    m_tableButton->setChecked(isTable);
}

bool FramedPage::event(QEvent* event)
{
    // The window has the same key for the map.
    if (event->type() == QEvent::ShortcutOverride && !m_tableButton->isHidden()
        && isTableKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void FramedPage::keyPressEvent(QKeyEvent* event)
{
    if (!m_tableButton->isHidden() && isTableKey(*event)) {
        m_tableButton->toggle();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace sb
