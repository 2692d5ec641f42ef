// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone_card.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/job_row.h"
#include "ui/theme/format.h"
#include "ui/widgets/wrapping_delegate.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

enum Column { Kind, What, Consequence, Mend, kColumns };
constexpr int kGlyph = 13;

StateShape shapeOf(ZoneFindingSeverity severity)
{
    switch (severity) {
    case ZoneFindingSeverity::Note:
        return StateShape::Unknown;
    case ZoneFindingSeverity::Warning:
        return StateShape::Degraded;
    case ZoneFindingSeverity::Error:
        return StateShape::Failed;
    }
    return StateShape::Unknown;
}

QString wordOf(ZoneFindingSeverity severity)
{
    switch (severity) {
    case ZoneFindingSeverity::Note:
        return ZoneCard::tr("note");
    case ZoneFindingSeverity::Warning:
        return ZoneCard::tr("warning");
    case ZoneFindingSeverity::Error:
        return ZoneCard::tr("error");
    }
    return {};
}

int countOf(const ZoneReportView& report, ZoneFindingSeverity severity)
{
    return static_cast<int>(std::count_if(report.findings.begin(), report.findings.end(),
        [&](const ZoneFindingView& finding) { return finding.severity == severity; }));
}

} // namespace

ZoneCard::ZoneCard(ControlRoomBridge& bridge, QWidget* parent)
    : TitledCard(tr("Zones of your own"), parent)
    , m_bridge(bridge)
    , m_choose(new QPushButton(tr("Check a &zone file…"), this))
    , m_back(new QPushButton(tr("Show this run's zone"), this))
    , m_job(new JobRow(bridge, this))
    , m_summary(new StateLine(this))
    , m_hint(captionLabel(this,
          tr("Reads what 'aws route53 list-resource-record-sets' prints, and 'list-health-checks' beside it, "
             "and says what is wrong with it and what is unwise. Nothing is sent anywhere.")))
    , m_table(new QTreeWidget(this))
{
    m_hint->setWordWrap(true);
    for (QPushButton* button : { m_choose, m_back }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_table->setAccessibleName(tr("Findings"));
    m_table->setRootIsDecorated(false);
    new WrappingDelegate(m_table);
    m_table->setHeaderLabels({ tr("Finding"), tr("What is so"), tr("What follows"), tr("What mends it") });
    m_table->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(Kind, QHeaderView::ResizeToContents);
    auto* form = new QHBoxLayout;
    form->setSpacing(8);
    form->addWidget(m_choose);
    form->addWidget(m_back);
    form->addStretch(1);
    column()->addWidget(m_summary);
    column()->addLayout(form);
    column()->addWidget(m_job);
    column()->addWidget(m_hint);
    column()->addWidget(m_table, 1);
    column()->addStretch(0);
    connect(m_choose, &QPushButton::clicked, this, &ZoneCard::chooseFile);
    connect(m_back, &QPushButton::clicked, this, &ZoneCard::showOwn);
    connect(m_job, &JobRow::succeeded, this, [this](quint64 job) {
        if (const auto report = m_bridge.zoneReport(job))
            show(*report);
    });
    connect(m_job, &JobRow::ended, this, &ZoneCard::showState);
    showState();
}

void ZoneCard::setWorld(const WorldDescription&)
{
    m_job->forget();
    m_own = m_bridge.zone();
    showOwn();
}

void ZoneCard::showOwn()
{
    if (m_own) {
        show(*m_own);
        return;
    }
    m_table->clear();
    m_summary->setState(StateShape::Ok,
        tr("This run's customers ask the program's own zone. There is nothing to judge in it."));
    m_back->hide();
    showState();
}

void ZoneCard::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Check a zone file"), QString(), tr("Zone files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ZoneCard::chooseChecks);
    dialog->open();
}

void ZoneCard::chooseChecks(const QString& zone)
{
    auto* dialog
        = new QFileDialog(this, tr("Its health checks, if you have them: Cancel judges the zone alone"),
            QFileInfo(zone).path(), tr("Health checks (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, zone](const QString& checks) { check(zone, checks); });
    connect(dialog, &QFileDialog::rejected, this, [this, zone] { check(zone, {}); });
    dialog->open();
}

void ZoneCard::check(const QString& zone, const QString& checks)
{
    if (m_job->isRunning())
        return;
    m_job->follow(m_bridge.startZoneReport(zone, checks));
    showState();
}

void ZoneCard::addRow(StateShape shape, const QString& kind, const QString& what, const QString& consequence,
    const QString& mend)
{
    auto* item = new QTreeWidgetItem(m_table, { kind, what, consequence, mend });
    item->setIcon(Kind, stateGlyphPixmap(shape, kGlyph, devicePixelRatioF(), currentTheme()));
    for (int i = 0; i < kColumns; ++i) {
        item->setTextAlignment(i, Qt::AlignLeft | Qt::AlignTop);
        item->setToolTip(i, item->text(i));
    }
}

void ZoneCard::show(const ZoneReportView& report)
{
    m_table->clear();
    for (const std::string& mistake : report.mistakes)
        addRow(StateShape::Failed, tr("mistake"), qs(mistake), tr("the file is refused"), {});
    for (const ZoneFindingView& finding : report.findings)
        addRow(shapeOf(finding.severity), wordOf(finding.severity), qs(finding.what), qs(finding.consequence),
            qs(finding.mend));
    for (const std::string& line : report.unsupported)
        addRow(StateShape::Unknown, tr("not supported"), qs(line), tr("it has no effect here"), {});
    const int errors = countOf(report, ZoneFindingSeverity::Error) + static_cast<int>(report.mistakes.size());
    const int warnings = countOf(report, ZoneFindingSeverity::Warning);
    const QString counts = tr("%1, %2, %3")
                               .arg(formatRecords(static_cast<qint64>(report.records)), formatErrors(errors),
                                   formatWarnings(warnings));
    const QString subject = report.source.empty()
        //: the domain name that the run's customers ask for
        ? tr("This run's customers ask for %1 in a zone of your own").arg(qs(report.name))
        : QDir::toNativeSeparators(qs(report.source));
    m_summary->setState(errors > 0 ? StateShape::Failed
            : warnings > 0         ? StateShape::Degraded
                                   : StateShape::Ok,
        report.hasChecks ? tr("%1: %2").arg(subject, counts)
                         : tr("%1: %2; its health checks are not there").arg(subject, counts));
    m_back->setVisible(!report.source.empty());
    showState();
}

void ZoneCard::showState()
{
    m_choose->setEnabled(!m_job->isRunning());
    m_table->setVisible(m_table->topLevelItemCount() > 0);
}

} // namespace sb
