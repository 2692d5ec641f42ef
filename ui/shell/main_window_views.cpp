// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is arranged: docks, perspectives, wall mode, and what of it is kept from one start to the
// next. Whatever was kept and cannot be read counts as not kept.
#include "ui/shell/main_window.h"

#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/pages/page.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/wall_view.h"
#include "ui/theme/languages.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/fault_palette.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoCommand>

#include <algorithm>

namespace sb {

namespace {

constexpr QSize kFirstSize { 1440, 900 };
constexpr int kSideWidth = 328;
// Bump when the parts that saveState() covers change.
constexpr int kLayoutVersion = 2;
constexpr int kShareSum = 1000;

class LayoutChange : public QUndoCommand {
public:
    LayoutChange(const QString& what, Arrangement before, Arrangement after,
        std::function<void(const Arrangement&)> apply)
        : QUndoCommand(what)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_apply(std::move(apply))
    {
    }
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }

private:
    Arrangement m_before;
    Arrangement m_after;
    std::function<void(const Arrangement&)> m_apply;
};

QString keyOf(const QString& perspective)
{
    return QStringLiteral("perspectives/") + perspective;
}

} // namespace

void MainWindow::buildFrame(QWidget* central)
{
    m_frame = new QMainWindow(central);
    m_frame->setObjectName(QStringLiteral("frame"));
    m_frame->setWindowFlags(Qt::Widget);
    m_frame->setContextMenuPolicy(Qt::NoContextMenu);
    m_frame->setCentralWidget(m_stack);
    m_sideDock = new QDockWidget(tr("Side panel"), m_frame);
    m_sideDock->setObjectName(QStringLiteral("sideDock"));
    m_sideDock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_noTitle = new QWidget(m_sideDock);
    m_sideDock->setTitleBarWidget(m_noTitle);
    m_sideDock->setWidget(m_side);
    placeSide();
}

// At the end of the line that one reads; Qt does not mirror dock areas by itself.
void MainWindow::placeSide()
{
    if (m_frame == nullptr || m_sideDock->isFloating())
        return;
    const bool isVisible = !m_sideDock->isHidden();
    m_frame->addDockWidget(
        layoutDirection() == Qt::RightToLeft ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_sideDock);
    m_sideDock->setVisible(isVisible);
}

void MainWindow::connectViews()
{
    WindowActions& a = *m_actions;
    connect(a.sidePanel, &QAction::triggered, this, [this](bool isShown) {
        Arrangement wanted = arrangement();
        wanted.hasSide = isShown;
        arrange(isShown ? tr("Show the side panel") : tr("Hide the side panel"), wanted);
    });
    connect(m_sideDock->toggleViewAction(), &QAction::toggled, a.sidePanel, &QAction::setChecked);
    connect(a.floatSide, &QAction::triggered, this, [this](bool isFloating) {
        m_sideDock->setFloating(isFloating);
        m_sideDock->show();
    });
    connect(m_sideDock, &QDockWidget::topLevelChanged, this, [this](bool isFloating) {
        m_sideDock->setTitleBarWidget(isFloating ? nullptr : m_noTitle);
        m_actions->floatSide->setChecked(isFloating);
        if (!isFloating)
            placeSide();
    });
    connect(a.perspectives, &QActionGroup::triggered, this,
        [this](const QAction* action) { applyPerspective(action->data().toString()); });
    connect(a.wall, &QAction::triggered, this, &MainWindow::setWall);
    connect(a.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(a.undoLayout, &QAction::triggered, &m_layoutChanges, &QUndoStack::undo);
    connect(a.redoLayout, &QAction::triggered, &m_layoutChanges, &QUndoStack::redo);
    connect(&m_layoutChanges, &QUndoStack::canUndoChanged, a.undoLayout, &QAction::setEnabled);
    connect(&m_layoutChanges, &QUndoStack::canRedoChanged, a.redoLayout, &QAction::setEnabled);
    a.undoLayout->setEnabled(false);
    a.redoLayout->setEnabled(false);
    connectDrills();
    connect(a.commandPalette, &QAction::triggered, this, &MainWindow::openCommandPalette);
    for (Page* page : m_pages) {
        if (auto* settings = qobject_cast<SettingsPage*>(page)) {
            connect(settings, &SettingsPage::layoutResetRequested, this, &MainWindow::resetLayout);
            connect(settings, &SettingsPage::hintsRequested, this, [this] {
                m_settings->remove(QStringLiteral("hints"));
                m_isHintShown = false;
                showHintOnce();
            });
        }
    }
}

Arrangement MainWindow::arrangement() const
{
    Arrangement now;
    const Page* page = shownPage();
    now.page = page == nullptr ? QStringLiteral("overview") : page->objectName();
    const QList<int> sizes = m_rows->sizes();
    if (const int sum = sizes.value(0) + sizes.value(1); sum > 0)
        now.mapShare = std::clamp((sizes.value(0) * 100 + sum / 2) / sum, 10, 90);
    now.hasSide = !m_sideDock->isHidden();
    now.hasJournal = m_actions->journal->isChecked();
    return now;
}

void MainWindow::applyArrangement(const Arrangement& wanted)
{
    setWall(false);
    if (auto* page = findChild<QAction*>(QStringLiteral("page.") + wanted.page))
        page->trigger();
    if (std::abs(arrangement().mapShare - wanted.mapShare) > 1) // not the rounding of a share
        m_rows->setSizes({ wanted.mapShare * kShareSum / 100, (100 - wanted.mapShare) * kShareSum / 100 });
    m_sideDock->setVisible(wanted.hasSide);
    m_actions->journal->setChecked(wanted.hasJournal);
}

void MainWindow::arrange(const QString& what, const Arrangement& wanted)
{
    m_layoutChanges.push(new LayoutChange(
        what, arrangement(), wanted, [this](const Arrangement& other) { applyArrangement(other); }));
}

void MainWindow::applyPerspective(const QString& id)
{
    keepPerspective();
    const QList<Perspective> all = shippedPerspectives();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Perspective& one) { return one.id == id; });
    if (found == all.end())
        return;
    Arrangement wanted = found->arrangement;
    if (!found->betterPage.isEmpty() && page(found->betterPage) != nullptr)
        wanted.page = found->betterPage;
    if (const auto kept = arrangementFrom(m_settings->value(keyOf(id)).toString()))
        wanted = *kept;
    if (wanted.page != QLatin1String("overview") && page(wanted.page) == nullptr)
        wanted.page = QStringLiteral("overview");
    arrange(found->title, wanted);
    m_perspective = id;
    if (auto* action = findChild<QAction*>(QStringLiteral("perspective.") + id))
        action->setChecked(true);
}

void MainWindow::keepPerspective()
{
    if (!m_perspective.isEmpty() && m_wall == nullptr)
        m_settings->setValue(keyOf(m_perspective), toText(arrangement()));
}

void MainWindow::resetLayout()
{
    m_settings->remove(QStringLiteral("perspectives"));
    m_perspective.clear();
    if (QAction* checked = m_actions->perspectives->checkedAction()) {
        m_actions->perspectives->setExclusive(false);
        checked->setChecked(false);
        m_actions->perspectives->setExclusive(true);
    }
    m_sideDock->setFloating(false);
    if (!isMaximized() && !isFullScreen())
        resize(kFirstSize);
    Arrangement first;
    first.page = arrangement().page; // one stays where one is
    arrange(tr("Reset layout"), first);
    m_frame->resizeDocks({ m_sideDock }, { kSideWidth }, Qt::Horizontal);
}

void MainWindow::setWall(bool isWall)
{
    m_actions->wall->setChecked(isWall);
    if (isWall == (m_wall != nullptr))
        return;
    const std::vector<QWidget*> chrome { menuBar(), m_topBar, m_rail, m_status };
    if (isWall) {
        m_beforeWall = arrangement();
        m_actions->pages->actions().first()->trigger();
        for (QWidget* part : chrome)
            part->hide();
        m_sideDock->hide();
        m_stage->setPaletteWanted(false);
        m_stack->removeWidget(m_rows);
        m_wall = new WallView(m_rows, m_stack);
        connect(m_wall, &WallView::left, this, [this] { setWall(false); });
        m_stack->insertWidget(0, m_wall);
        m_stack->setCurrentIndex(0);
        m_wall->setFocus(Qt::OtherFocusReason);
        showFullScreen();
        return;
    }
    m_wall->release();
    m_stack->removeWidget(m_wall);
    m_wall->deleteLater();
    m_wall = nullptr;
    m_stack->insertWidget(0, m_rows);
    m_stack->setCurrentIndex(0);
    for (QWidget* part : chrome)
        part->show();
    m_stage->setPaletteWanted(m_actions->palette->isChecked());
    showNormal();
    applyArrangement(m_beforeWall);
}

void MainWindow::connectPreferences()
{
    Preferences& preferences = Preferences::instance();
    connect(&preferences, &Preferences::changed, this, &MainWindow::applyPreference);
    connect(&LanguageManager::instance(), &LanguageManager::languageChanged, this,
        &MainWindow::languageChanged);
    tickLanguage();
}

void MainWindow::tickLanguage()
{
    const QString value = Preferences::instance().value(Setting::Language);
    for (QAction* action : m_actions->language->actions())
        action->setChecked(action->data().toString() == value);
}

void MainWindow::applyPreference(Setting setting)
{
    const Preferences& preferences = Preferences::instance();
    const QString value = preferences.value(setting);
    switch (setting) {
    case Setting::Theme: {
        const ThemeMode mode = themeModeNamed(value).value_or(ThemeMode::System);
        ThemeManager::instance().setMode(mode);
        m_actions->theme->actions().at(static_cast<int>(mode))->setChecked(true);
        return;
    }
    case Setting::Motion:
        m_actions->reducedMotion->setChecked(value == QLatin1String("reduced"));
        return;
    case Setting::FaultPalette:
        m_actions->palette->setChecked(value == QLatin1String("shown"));
        return;
    case Setting::Overview:
        m_actions->ring->setChecked(value == QLatin1String("ring"));
        return;
    case Setting::Speed:
        m_bridge.setSpeed(preferences.number(setting));
        return;
    case Setting::FaultExpiry:
        m_stage->palette()->setDuration(std::chrono::seconds(preferences.number(setting)));
        return;
    case Setting::ChartRange: {
        const QStringList names { QStringLiteral("2m"), QStringLiteral("15m"), QStringLiteral("2h"),
            QStringLiteral("24h") };
        m_actions->range->actions().at(std::max(0, static_cast<int>(names.indexOf(value))))->trigger();
        return;
    }
    case Setting::TimeWindow: {
        const Instant now = m_bridge.snapshot()->now;
        ZoomControl& zoom = m_timeline->zoom();
        zoom.setRange({ now - std::chrono::seconds(preferences.number(setting)), now });
        zoom.setFollowing(true);
        return;
    }
    case Setting::Language:
        tickLanguage();
        LanguageManager::instance().use(value);
        return;
    }
}

void MainWindow::restoreSettings()
{
    m_actions->range->actions().first()->setChecked(true);
    for (const Setting setting : { Setting::Theme, Setting::Motion, Setting::FaultPalette,
             Setting::Overview })
        applyPreference(setting);
    if (!Preferences::instance().isDefault(Setting::ChartRange))
        applyPreference(Setting::ChartRange);
    restoreLayout();
}

void MainWindow::restoreLayout()
{
    if (m_settings->value(QStringLiteral("layout/version")).toInt() != kLayoutVersion)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("layout/geometry")).toByteArray());
    m_rows->restoreState(m_settings->value(QStringLiteral("layout/rows")).toByteArray());
    if (!m_frame->restoreState(
            m_settings->value(QStringLiteral("layout/docks")).toByteArray(), kLayoutVersion))
        m_sideDock->show();
    placeSide();
    m_actions->sidePanel->setChecked(!m_sideDock->isHidden());
    const QString id = m_settings->value(QStringLiteral("layout/perspective")).toString();
    if (auto* action = findChild<QAction*>(QStringLiteral("perspective.") + id)) {
        action->setChecked(true);
        m_perspective = id;
    }
}

// Needs the world: it may show another page.
void MainWindow::restorePerspective()
{
    const auto kept = arrangementFrom(m_settings->value(keyOf(m_perspective)).toString());
    if (!m_perspective.isEmpty() && kept)
        applyArrangement(*kept);
}

void MainWindow::saveSettings()
{
    setWall(false);
    keepPerspective();
    m_settings->setValue(QStringLiteral("layout/version"), kLayoutVersion);
    m_settings->setValue(QStringLiteral("layout/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("layout/rows"), m_rows->saveState());
    m_settings->setValue(QStringLiteral("layout/docks"), m_frame->saveState(kLayoutVersion));
    m_settings->setValue(QStringLiteral("layout/perspective"), m_perspective);
    m_settings->sync();
}

} // namespace sb
