// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/why_panel.h"

#include "ui/widgets/explanation_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace sb {

WhyPanel::WhyPanel(QWidget* parent)
    : QDialog(parent, Qt::Tool)
    , m_view(new ExplanationView(this))
{
    setObjectName(QStringLiteral("whyPanel"));
    setWindowTitle(tr("Why this answer?"));
    auto* copy = new QPushButton(tr("&Copy as text"), this);
    auto* close = new QPushButton(tr("C&lose"), this);
    copy->setAutoDefault(false);
    close->setAutoDefault(false);
    auto* bottom = new QHBoxLayout;
    bottom->addStretch(1);
    bottom->addWidget(copy);
    bottom->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addLayout(bottom);
    resize(640, 460);
    connect(copy, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_view->plainText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void WhyPanel::setWorld(const WorldDescription& world)
{
    m_view->setWorld(world);
}

void WhyPanel::setDecision(const DecisionView& decision, const std::vector<AdmissionView>& admissions)
{
    m_view->setDecision(decision, admissions);
}

} // namespace sb
