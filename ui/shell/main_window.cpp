// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/pages/page.h"
#include "ui/pages/routing_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/icons.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/view_menu.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/languages.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/region_inspector.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/status_table.h"

#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr QSize kDefaultSize { 1440, 900 };
constexpr QSize kLeastSize { 1100, 700 };
constexpr int kGap = 8;

} // namespace

std::unique_ptr<QMainWindow> makeMainWindow(ControlRoomFactory factory, std::unique_ptr<ControlRoom> room)
{
    return std::make_unique<MainWindow>(std::move(factory), std::move(room));
}

MainWindow::MainWindow(ControlRoomFactory factory, std::unique_ptr<ControlRoom> room)
    : m_bridge(std::move(factory), std::move(room))
    , m_settings(userSettings())
{
    ThemeManager::instance().install();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Signalbox"));
    setWindowIcon(icon(QStringLiteral("logo")));
    setAcceptDrops(true);
    m_actions = std::make_unique<WindowActions>(this);
    m_language = LanguageManager::instance().current();
    build();
    setMinimumSize(kLeastSize);
    resize(kDefaultSize);
    restoreSettings();
    adoptWorld();
    m_stage->map()->setFocus(Qt::OtherFocusReason);
    restorePerspective();
    qApp->installEventFilter(this);
    m_bridge.start();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::build()
{
    buildParts();
    connectParts();
    connectSharedViews();
    connectActions();
    connectOperate();
    connectViews();
    delete m_views; // of another language
    if (m_viewWriter == nullptr)
        m_viewWriter = new ViewWriter(this);
    m_views = new ViewMenu(*this, *m_viewWriter);
    connectPreferences();
}

void MainWindow::buildParts()
{
    auto* central = new QWidget(this);
    central->setAutoFillBackground(true);
    setCentralWidget(central);
    m_topBar = new TopBar(*m_actions, central);
    m_stage = new MapStage(central);
    m_charts = new ChartsPanel(central);
    m_timeline = new TimelineView(central);
    m_side = new SidePanel(central);

    auto* overview = new QWidget(central);
    auto* overviewColumn = new QVBoxLayout(overview);
    overviewColumn->setContentsMargins(0, 0, 0, 0);
    overviewColumn->setSpacing(kGap);
    overviewColumn->addWidget(m_charts, 10);
    overviewColumn->addWidget(m_timeline, 11);
    auto* journalCard = new Card(central);
    auto* journalColumn = new QVBoxLayout(journalCard);
    journalColumn->setContentsMargins(0, 0, 0, 0);
    m_journal = new JournalView(journalCard);
    journalColumn->addWidget(m_journal);
    m_lower = new QStackedWidget(central);
    m_lower->addWidget(overview);
    m_lower->addWidget(journalCard);

    m_rows = new QSplitter(Qt::Vertical, central);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addWidget(m_stage);
    m_rows->addWidget(m_lower);
    m_rows->setSizes({ 470, 325 });
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setHandleWidth(kGap);
    m_rows->setChildrenCollapsible(false);
    buildPages(central);
    buildRail(central);
    buildFrame(central);
    auto* outer = new QVBoxLayout(central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_topBar);
    auto* padded = new QVBoxLayout;
    padded->setContentsMargins(kGap, kGap, kGap, kGap);
    padded->addWidget(m_frame);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addLayout(padded, 1);
    outer->addLayout(below, 1);
    m_status = new StatusLine(this);
    setStatusBar(m_status);
    m_commandPalette = new CommandPalette(this);
    applyBackground();
}

void MainWindow::buildPages(QWidget* central)
{
    m_stack = new QStackedWidget(central);
    m_stack->addWidget(m_rows);
    for (const PageEntry& entry : pageCatalogue()) {
        Page* page = entry.make(m_bridge, central);
        page->setObjectName(entry.id);
        m_stack->addWidget(page);
        m_pages.push_back(page);
        connect(page, &Page::commandRequested, this, &MainWindow::submit);
        connect(page, &Page::focusChanged, this, &MainWindow::applyFocus);
        connect(page, &Page::regionSelected, this,
            [this](RegionId region) { select(MapItem::forRegion(region)); });
    }
}

void MainWindow::buildRail(QWidget* central)
{
    m_rail = new NavRail(central);
    const QList<QAction*> pages = m_actions->pages->actions();
    m_rail->addPage(pages.first(), QStringLiteral("overview"));
    qsizetype index = 0;
    for (const PageEntry& entry : pageCatalogue())
        m_rail->addPage(pages.at(++index), entry.icon, entry.id == QLatin1String("settings"));
}

Page* MainWindow::page(const QString& id) const
{
    for (Page* page : m_pages)
        if (page->objectName() == id)
            return page;
    return nullptr;
}

Page* MainWindow::shownPage() const
{
    const int index = m_stack->currentIndex();
    return index <= 0 ? nullptr : m_pages.at(static_cast<std::size_t>(index - 1));
}

QWidget* MainWindow::shownWidget() const
{
    return m_stack->currentWidget();
}

void MainWindow::tell(StateShape shape, const QString& text)
{
    const Page* page = shownPage();
    NoticeBar* own = page == nullptr ? nullptr : page->notice();
    (own == nullptr ? m_stage->notice() : own)->showNotice(shape, text);
}

void MainWindow::contextMenuEvent(QContextMenuEvent* event)
{
    QWidget* under = event->reason() == QContextMenuEvent::Keyboard
        ? focusWidget()
        : childAt(mapFromGlobal(event->globalPos()));
    QWidget* view = viewAround(under);
    if (view == nullptr && under != nullptr && shownWidget()->isAncestorOf(under))
        view = shownWidget();
    if (view == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_views->fill(*menu, view);
    menu->popup(event->globalPos());
}

void MainWindow::showPage(int index)
{
    m_stack->setCurrentIndex(index);
    QWidget* shown = index == 0 ? static_cast<QWidget*>(m_stage->map()) : shownPage();
    shown->setFocus(Qt::OtherFocusReason);
    applyFocus();
    refresh();
}

void MainWindow::applyFocus()
{
    const Page* page = shownPage();
    m_bridge.setFocus(page == nullptr ? Focus {} : page->focus());
}

void MainWindow::applyBackground()
{
    QPalette colours = centralWidget()->palette();
    colours.setColor(QPalette::Window, currentTheme().color(Token::BgWindow));
    centralWidget()->setPalette(colours);
    // Cards inherit from the window, not from the darker ground between them.
    std::vector<QWidget*> cards { m_topBar, m_rail, m_stage, m_side, m_journal };
    cards.insert(cards.end(), m_pages.begin(), m_pages.end());
    for (QWidget* card : cards)
        card->setPalette(currentTheme().palette());
}

void MainWindow::connectParts()
{
    connect(&m_bridge, &ControlRoomBridge::tick, this, &MainWindow::takeFrame);
    connect(&m_bridge, &ControlRoomBridge::worldReplaced, this, &MainWindow::adoptWorld);
    connect(&m_bridge, &ControlRoomBridge::commandRefused, this,
        [this](const QString& note) { tell(StateShape::Degraded, fromEngine(note)); });
    connect(&m_bridge, &ControlRoomBridge::jobFinished, this, &MainWindow::jobDone);
    connect(m_status, &StatusLine::cancelRequested, &m_bridge, &ControlRoomBridge::cancelJob);
    connect(m_stage->map(), &WorldMap::commandRequested, this, &MainWindow::submit);
    connect(m_side->inspector(), &RegionInspector::commandRequested, this, &MainWindow::submit);
    connect(m_stage->map(), &WorldMap::painted, this,
        [this](qint64 nanoseconds) { m_paintMs += static_cast<double>(nanoseconds) / 1e6; });
    connectFaults();
    connect(m_stage, &MapStage::hintDismissed, this,
        [this] { m_settings->setValue(QStringLiteral("hints/dragOutage"), true); });
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, [this] {
        applyBackground();
        refresh();
    });
}

void MainWindow::connectSharedViews()
{
    connect(m_stage->map(), &WorldMap::selectionChanged, this, &MainWindow::select);
    connect(m_stage->table(), &StatusTable::itemSelected, this, &MainWindow::select);
    connect(m_stage->map(), &WorldMap::activated, this, [this](const MapItem& item) {
        select(item);
        m_side->inspector()->focusActions();
    });
    // One crosshair over charts and timeline.
    connect(m_charts, &ChartsPanel::instantHovered, m_timeline, &TimelineView::setHoverInstant);
    connect(m_timeline, &TimelineView::instantHovered, m_charts, &ChartsPanel::setHoverInstant);
    connect(m_timeline, &TimelineView::eventSelected, m_journal, &JournalView::reveal);
    connect(m_journal, &JournalView::eventActivated, m_timeline, &TimelineView::selectEvent);
    connect(m_charts, &ChartsPanel::rangeChanged, this, [this](ChartRange range) {
        m_bridge.setChartRange(range);
        m_actions->range->actions().at(static_cast<int>(range))->setChecked(true);
    });
    connect(m_topBar, &TopBar::objectivesClicked, m_timeline, &TimelineView::fitIncident);
    connect(m_topBar, &TopBar::riskClicked, this, [this] {
        const auto snapshot = m_bridge.snapshot();
        for (const RegionView& region : snapshot->regions) {
            if (region.atRiskOrders == snapshot->atRiskOrders) {
                select(MapItem::forRegion(region.id));
                return;
            }
        }
    });
}

void MainWindow::connectActions()
{
    WindowActions& a = *m_actions;
    connect(a.pause, &QAction::triggered, &m_bridge, &ControlRoomBridge::setPaused);
    connect(a.step, &QAction::triggered, this, [this] { m_bridge.step(100ms); });
    connect(a.stepEvent, &QAction::triggered, this, [this] { m_bridge.step(Duration::zero()); });
    connect(a.speed, &QActionGroup::triggered, this,
        [this](const QAction* action) { m_bridge.setSpeed(action->data().toInt()); });
    connect(a.theme, &QActionGroup::triggered, this, [](const QAction* action) {
        Preferences::instance().set(
            Setting::Theme, themeModeName(static_cast<ThemeMode>(action->data().toInt())));
    });
    connect(a.language, &QActionGroup::triggered, this, [](const QAction* action) {
        Preferences::instance().set(Setting::Language, action->data().toString());
        LanguageManager::instance().use(action->data().toString()); // also over the command line's
    });
    connect(a.range, &QActionGroup::triggered, this, [this](const QAction* action) {
        const auto range = static_cast<ChartRange>(action->data().toInt());
        m_charts->setRange(range);
        m_bridge.setChartRange(range);
    });
    connect(a.reducedMotion, &QAction::toggled, this, [this](bool isReduced) {
        m_stage->map()->setReducedMotion(isReduced);
        Preferences::instance().set(
            Setting::Motion, isReduced ? QStringLiteral("reduced") : QStringLiteral("full"));
    });
    connectMapActions();
    connect(a.table, &QAction::toggled, this, [this](bool isTable) {
        m_stage->showTable(isTable);
        m_stage->setSnapshot(m_bridge.snapshot());
    });
    connect(a.journal, &QAction::toggled, this,
        [this](bool isJournal) { m_lower->setCurrentIndex(isJournal ? 1 : 0); });
    connect(a.pages, &QActionGroup::triggered, this,
        [this](const QAction* action) { showPage(action->data().toInt()); });
    connect(a.palette, &QAction::toggled, this, [this](bool isWanted) {
        m_stage->setPaletteWanted(isWanted);
        Preferences::instance().set(
            Setting::FaultPalette, isWanted ? QStringLiteral("shown") : QStringLiteral("hidden"));
    });
    connect(a.shortcuts, &QAction::triggered, this, [this] {
        auto* sheet = new ShortcutSheet(*m_actions, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    });
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectOperate()
{
    WindowActions& a = *m_actions;
    connect(a.breakMenu, &QMenu::aboutToShow, this, &MainWindow::fillBreakMenu);
    connect(a.restoreMenu, &QMenu::aboutToShow, this, &MainWindow::fillRestoreMenu);
    connect(a.failBackMenu, &QMenu::aboutToShow, this, &MainWindow::fillFailBackMenu);
    connect(a.addRegion, &QMenu::aboutToShow, this, &MainWindow::fillAddRegionMenu);
    connect(a.recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    connect(a.clearFaults, &QAction::triggered, this, [this] { submit(ClearAllFaults {}); });
    connect(a.note, &QAction::triggered, this, &MainWindow::askNote);
    connect(a.explain, &QAction::triggered, this, [this] {
        Page* page = shownPage();
        if (page == nullptr || !page->explain())
            m_side->decisions()->explain();
    });
    connect(a.checkZone, &QAction::triggered, this, [this] {
        if (auto* routing = qobject_cast<RoutingPage*>(page(QStringLiteral("routing")))) {
            showPage(m_stack->indexOf(routing));
            m_actions->pages->actions().at(m_stack->currentIndex())->setChecked(true);
            routing->chooseZoneFile();
        }
    });
    connect(a.newRun, &QAction::triggered, this, [this] { startRun(RunRequest {}); });
    connect(a.newRunThree, &QAction::triggered, this, [this] {
        RunRequest request;
        request.regions = { "eu-west-1", "ap-southeast-1", "us-east-1" };
        startRun(request);
    });
    connect(a.open, &QAction::triggered, this, &MainWindow::chooseOpen);
    connect(a.save, &QAction::triggered, this, &MainWindow::chooseSave);
    const ExportFormat formats[] { ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Markdown };
    for (int i = 0; i < 3; ++i)
        connect(a.exports.at(i), &QAction::triggered, this,
            [this, format = formats[i]] { chooseExport(format); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSettings();
    QMainWindow::closeEvent(event);
}

QImage MainWindow::picture(const QSize& size)
{
    resize(size);
    // Layouts answer to posted events; a picture cannot wait for the loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return grab().toImage();
}

} // namespace sb
