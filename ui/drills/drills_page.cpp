// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drills_page.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/drills/drill_editor.h"
#include "ui/drills/drill_list_card.h"
#include "ui/drills/drill_progress_card.h"
#include "ui/drills/drill_words.h"
#include "ui/drills/repeats_card.h"
#include "ui/drills/swizzle.h"
#include "ui/pages/forecast_card.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/notice_bar.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QVBoxLayout>

namespace sb {
namespace {

constexpr int kGap = 8;
constexpr int kListNarrow = 268;
constexpr int kListWide = 348;
constexpr quint32 kSeedMost = 1'000'000;

quint64 newSeed()
{
    return QRandomGenerator::global()->bounded(1U, kSeedMost);
}

// The title that a drill's text gives itself; empty: none.
QString titleIn(const QString& text)
{
    static const QRegularExpression kTitle(
        QStringLiteral("^title\\s*=\\s*\"([^\"\\n]*)\""), QRegularExpression::MultilineOption);
    return kTitle.match(text).captured(1);
}

} // namespace

DrillsPage::DrillsPage(ControlRoomBridge& bridge, QWidget* parent)
    : FramedPage(tr("Drills"), parent)
    , m_bridge(bridge)
    , m_ownFolder(
          QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1String("/drills"))
    , m_list(new DrillListCard(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_progress(new DrillProgressCard(this))
    , m_editor(new DrillEditor(bridge, this))
    , m_repeats(new RepeatsCard(bridge, this))
    , m_whatIf(new ForecastCard(bridge, this))
{
    m_tabs->setAccessibleName(tr("Views of the drill"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("This run"));
    m_tabs->addTab(tr("Text"));
    m_tabs->addTab(tr("Repeats"));
    m_tabs->addTab(tr("What if"));
    auto* whatIf = new QScrollArea(this); // made for a wide page
    whatIf->setWidgetResizable(true);
    whatIf->setFrameShape(QFrame::NoFrame);
    whatIf->setFocusPolicy(Qt::NoFocus);
    whatIf->setWidget(m_whatIf);
    whatIf->viewport()->setAutoFillBackground(false);
    m_whatIf->setAutoFillBackground(false);
    auto* progress = new QScrollArea(this); // for a low page
    progress->setWidgetResizable(true);
    progress->setFrameShape(QFrame::NoFrame);
    progress->setFocusPolicy(Qt::NoFocus);
    progress->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    progress->setWidget(m_progress);
    progress->viewport()->setAutoFillBackground(false);
    m_progress->setAutoFillBackground(false);
    for (QWidget* view : std::initializer_list<QWidget*> { progress, m_editor, m_repeats, whatIf })
        m_stack->addWidget(view);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_tabs);
    right->addWidget(m_stack, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kGap);
    m_list->setMinimumWidth(kListNarrow);
    m_list->setMaximumWidth(kListWide);
    columns->addWidget(m_list, 1);
    columns->addLayout(right, 2);
    body()->addLayout(columns, 1);
    head()->addStretch(1);
    setFocusProxy(m_list->filter());
    connectParts();
}

void DrillsPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_list, &DrillListCard::chosenChanged, this, &DrillsPage::showChosen);
    connect(m_list, &DrillListCard::startRequested, this, [this](bool isPaused) {
        if (const DrillEntry* entry = m_list->chosen())
            begin(qs(entry->path), m_list->start().seed, isPaused);
    });
    connect(m_list, &DrillListCard::openRequested, this, &DrillsPage::chooseFile);
    connect(m_list, &DrillListCard::randomRequested, this, &DrillsPage::drawRandom);
    connect(m_list, &DrillListCard::copyRequested, this, &DrillsPage::copyLine);
    connect(m_progress, &DrillProgressCard::eventRequested, this, &DrillsPage::eventRequested);
    connect(m_progress, &DrillProgressCard::auditRequested, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("alarms")); });
    connect(m_progress, &DrillProgressCard::againRequested, this, [this] {
        if (const auto drill = m_bridge.drill(); drill && !drill->path.empty()) {
            const quint64 seed = newSeed();
            m_list->setSeed(seed);
            begin(qs(drill->path), seed, false);
        }
    });
    connect(m_editor, &DrillEditor::runRequested, this, &DrillsPage::runText);
    connect(m_editor, &DrillEditor::saved, this, [this](const QString& path) {
        m_kept.erase(path);
        openFile(path);
    });
    connect(m_editor, &DrillEditor::saveFailed, this,
        [this](const QString& why) { notice()->showNotice(StateShape::Failed, why); });
    connect(m_repeats, &RepeatsCard::seedChosen, m_list, &DrillListCard::setSeed);
    connect(&m_bridge, &ControlRoomBridge::jobFinished, this, &DrillsPage::takeJob);
}

void DrillsPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_progress->setWorld(world);
    m_repeats->setWorld();
    m_whatIf->setWorld(world);
    m_openJob = 0;
    if (!m_isListed)
        m_listJob = m_bridge.startDrillList({});
}

// The drill that the run follows, so that what is chosen is what is seen.
void DrillsPage::chooseRunning()
{
    const auto drill = m_bridge.drill();
    if (!drill || drill->path.empty())
        return;
    m_list->choose(qs(drill->path));
    if (m_list->chosen() == nullptr) // a file of the user's own
        openFile(qs(drill->path));
}

void DrillsPage::setSnapshot(const Snapshot& snapshot)
{
    if (m_tabs->currentIndex() == Run)
        m_progress->showDrill(m_bridge.drill(), snapshot);
}

void DrillsPage::noteSnapshot(const Snapshot& snapshot)
{
    m_progress->noteSnapshot(snapshot);
}

void DrillsPage::addEvents(const std::vector<Event>& events)
{
    m_progress->addEvents(events);
}

void DrillsPage::inherit(Page& before)
{
    const auto* other = qobject_cast<DrillsPage*>(&before);
    if (other == nullptr)
        return;
    m_isListed = other->m_isListed;
    if (m_isListed)
        m_listJob = 0; // an answer would choose again, and put the file's text over what was typed
    m_openJob = other->m_openJob;
    m_startsOpened = other->m_startsOpened;
    m_list->inherit(*other->m_list);
    m_progress->inherit(*other->m_progress);
    m_editor->inherit(*other->m_editor);
    m_kept = other->m_kept;
    m_repeats->inherit(*other->m_repeats);
    showTab(other->tab());
}

void DrillsPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

DrillsPage::Tab DrillsPage::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void DrillsPage::takeJob(const JobStatus& job)
{
    if (job.id != m_listJob && job.id != m_openJob)
        return;
    const bool isFile = job.id == m_openJob;
    (isFile ? m_openJob : m_listJob) = 0;
    const auto found = m_bridge.drills(job.id);
    if (job.error || !found) {
        notice()->showNotice(StateShape::Failed,
            job.error ? tr("%1: %2").arg(wordFor(job.error->code), fromEngine(job.error->what))
                      : tr("The drills were not read"));
        return;
    }
    if (!isFile) {
        m_isListed = true;
        m_list->setShipped(*found);
        chooseRunning();
        return;
    }
    for (const DrillEntry& entry : *found)
        m_list->addOpened(entry);
    const DrillEntry* entry = m_list->chosen();
    if (entry != nullptr && !entry->error.empty())
        showTab(Text); // where its mistakes are
    else if (entry != nullptr && m_startsOpened)
        begin(qs(entry->path), {}, false);
    m_startsOpened = false;
}

void DrillsPage::openFile(const QString& path)
{
    m_startsOpened = false;
    m_openJob = m_bridge.startDrillList(path);
}

void DrillsPage::startDrill(const QString& path)
{
    m_list->choose(path);
    begin(path, {}, false);
}

void DrillsPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open drill"), QString(), tr("Drills (*.toml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DrillsPage::openFile);
    dialog->open();
}

void DrillsPage::begin(const QString& path, std::optional<quint64> seed, bool isPaused)
{
    const int speed = m_list->start().speedPercent;
    RunRequest request;
    request.drillPath = path.toStdString();
    request.isSeedOfDrill = !seed;
    request.seed = seed.value_or(request.seed);
    const Result<> replaced = m_bridge.replaceRun(request);
    if (!replaced) {
        //: what kind of failure, then the reason
        notice()->showNotice(StateShape::Failed,
            tr("%1: %2").arg(wordFor(replaced.error().code), fromEngine(replaced.error().what)));
        return;
    }
    m_bridge.setSpeed(speed);
    m_bridge.setPaused(isPaused);
    showTab(Run);
}

// What nobody has saved is run from a file in a folder of the program's own, so that it can be run again.
void DrillsPage::runText()
{
    if (!m_editor->isUnsaved()) {
        begin(m_editor->path(), {}, false);
        return;
    }
    const QString text = m_editor->text();
    const QString path = freePathIn(m_ownFolder, fileNameFor(titleIn(text)), text, m_editor->path());
    QString error;
    QDir().mkpath(m_ownFolder); // when it fails, so does saving, and says why
    if (!m_editor->saveTo(path, &error)) {
        notice()->showNotice(StateShape::Failed, error);
        return;
    }
    m_startsOpened = true; // saving has begun to read it
}

void DrillsPage::drawRandom()
{
    const quint64 seed = newSeed();
    std::vector<std::string> regions;
    for (const RegionInfo& region : m_world.regions)
        regions.push_back(region.code);
    if (regions.empty())
        return;
    const QString text = qs(randomDrill(seed, regions));
    keepText();
    m_editor->setText(text, {}, fileNameFor(titleIn(text)));
    showTab(Text);
    notice()->showNotice(StateShape::Ok, tr("Drawn from seed %1. Run it, change it or save it.").arg(seed));
}

void DrillsPage::showChosen()
{
    const DrillEntry* entry = m_list->chosen();
    if (entry == nullptr)
        return;
    const QString path = qs(entry->path);
    const bool isOther = m_editor->path() != path;
    if (isOther)
        keepText();
    // What was typed into this very text since it was read or saved stays.
    if (isOther || (!m_editor->isUnsaved() && m_editor->text() != qs(entry->text)))
        m_editor->setText(qs(entry->text), path, fileNameFor(qs(entry->title)));
    if (const auto kept = m_kept.extract(path))
        m_editor->change(kept.mapped());
    m_repeats->setDrill(path, qs(entry->title), entry->error.empty());
}

// Until its row is chosen again.
void DrillsPage::keepText()
{
    if (!m_editor->path().isEmpty() && m_editor->isUnsaved())
        m_kept[m_editor->path()] = m_editor->text();
}

void DrillsPage::copyLine()
{
    const DrillEntry* entry = m_list->chosen();
    if (entry == nullptr)
        return;
    const QString line = commandLineOf(qs(entry->path), m_list->start().seed);
    QGuiApplication::clipboard()->setText(line);
    notice()->showNotice(StateShape::Ok, tr("Copied: %1").arg(line));
}

} // namespace sb
