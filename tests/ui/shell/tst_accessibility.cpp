// SPDX-License-Identifier: GPL-3.0-or-later
// Every page as those find it who do not see it or use no mouse: whatever can take the keyboard has a name,
// whatever is painted has children that say their name, state and value, and Tab goes everywhere and out
// again.
#include "tests/support/canned_pages.h"
#include "tests/support/window_desk.h"
#include "ui/map/world_map.h"
#include "ui/pages/matrix_view.h"
#include "ui/pages/page.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/side_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/region_inspector.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QScrollArea>

#include <set>

using namespace sb;
using namespace sb::test;

namespace {

constexpr int kMostTabs = 600;

QString nameOf(const QWidget& widget)
{
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return QStringLiteral("%1 \"%2\" in %3 \"%4\"")
        .arg(QString::fromLatin1(widget.metaObject()->className()),
            face ? face->text(QAccessible::Name) : QString(),
            QString::fromLatin1(
                widget.parentWidget() ? widget.parentWidget()->metaObject()->className() : "nothing"),
            widget.parentWidget() ? widget.parentWidget()->accessibleName() : QString());
}

// Parts of Qt's own composite widgets are named and reached by the whole.
bool isInner(const QWidget& widget)
{
    const QString type = QString::fromLatin1(widget.metaObject()->className());
    const QWidget* parent = widget.parentWidget();
    return widget.objectName().startsWith(QLatin1String("qt_")) || type.contains(QLatin1String("Private"))
        || widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton")
        || widget.inherits("QLineEditIconButton") || widget.inherits("QComboBoxListView")
        || (parent && parent->inherits("QAbstractSpinBox")) || (parent && parent->inherits("QComboBox"))
        || (parent && parent->inherits("QTableView") && widget.inherits("QAbstractButton"));
}

bool takesKeyboard(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0
        && widget.focusProxy() == nullptr && !isInner(widget);
}

// Of buttons that exclude each other Tab knows the pressed one; the arrows lead to the others.
bool isLedToByArrows(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (!button || button->isChecked())
        return false;
    if (button->group() && button->group()->exclusive())
        return true;
    return button->autoExclusive() && button->isCheckable();
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ThemeManager::instance().install(); }
    void init() { isolate(m_settings); }
    void whateverTakesTheKeyboardHasAName_data() { addPages(); }
    void whateverTakesTheKeyboardHasAName();
    void tabReachesEverythingAndIsNeverTrapped_data() { addPages(); }
    void tabReachesEverythingAndIsNeverTrapped();
    void tabGoesAsOneReads();
    void paintedChildrenSayNameStateAndValue();
    void aPartThatIsNotNamedIsFound();

private:
    static void addPages();
    [[nodiscard]] static std::unique_ptr<WindowDesk> deskOn(const QString& page);
    static QStringList unnamed(const QWidget& whole);

    QTemporaryDir m_settings;
};

void TestAccessibility::addPages()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("overview") << QStringLiteral("overview");
    for (const PageEntry& entry : pageCatalogue())
        QTest::newRow(entry.id.toUtf8().constData()) << entry.id;
}

std::unique_ptr<WindowDesk> TestAccessibility::deskOn(const QString& page)
{
    auto desk = std::make_unique<WindowDesk>(
        Scene::FailedOver, 3, ControlRoomFactory {}, [](Snapshot& snapshot, const WorldDescription& world) {
            addCannedRouting(snapshot, world);
            addCannedConsole(snapshot, world);
            addCannedPages(snapshot, world);
        });
    desk->window->resize(1440, 900);
    desk->trigger(QStringLiteral("page.") + page);
    desk->window->bridge().pump();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return desk;
}

QStringList TestAccessibility::unnamed(const QWidget& whole)
{
    QStringList found;
    const auto widgets = whole.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!takesKeyboard(*widget))
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        // A frame that only scrolls is no control; what it shows has names of its own.
        if (qobject_cast<QScrollArea*>(widget) != nullptr)
            continue;
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty())
            found << nameOf(*widget);
    }
    return found;
}

void TestAccessibility::whateverTakesTheKeyboardHasAName()
{
    QFETCH(QString, page);
    const auto desk = deskOn(page);
    const QStringList found = unnamed(*desk->window);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestAccessibility::aPartThatIsNotNamedIsFound()
{
    const auto desk = deskOn(QStringLiteral("overview"));
    auto* nameless = new QComboBox(desk->window->centralWidget());
    nameless->show();
    QCOMPARE(unnamed(*desk->window).size(), 1);
}

void TestAccessibility::tabReachesEverythingAndIsNeverTrapped()
{
    QFETCH(QString, page);
    const auto desk = deskOn(page);
    MainWindow& window = *desk->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    std::set<const QWidget*> wanted;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (takesKeyboard(*widget) && widget->window() == &window && !isLedToByArrows(*widget))
            wanted.insert(widget);
    }
    QVERIFY(wanted.size() > 20);
    std::set<const QWidget*> reached;
    const QWidget* first = nullptr;
    int returns = 0;
    int stays = 0;
    for (int i = 0; i < kMostTabs && returns < 2; ++i) {
        const QWidget* before = window.focusWidget();
        QVERIFY(before != nullptr);
        QTest::keyClick(window.windowHandle(), Qt::Key_Tab);
        const QWidget* now = window.focusWidget();
        QVERIFY(now != nullptr);
        // Inside a painted view Tab walks through its children, and then out.
        stays = now == before ? stays + 1 : 0;
        QVERIFY2(stays < 60, qPrintable(QStringLiteral("Tab stays in ") + nameOf(*now)));
        reached.insert(now);
        if (first == nullptr)
            first = now;
        else if (now == first && stays == 0)
            ++returns;
    }
    QVERIFY2(returns > 0, "Tab does not come round");
    QStringList missing;
    for (const QWidget* widget : wanted) {
        if (!reached.contains(widget))
            missing << nameOf(*widget);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestAccessibility::tabGoesAsOneReads()
{
    const auto desk = deskOn(QStringLiteral("replication"));
    MainWindow& window = *desk->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
        window.setLayoutDirection(direction);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const RegionInspector& inspector = *window.side().inspector();
        auto* main = inspector.findChild<CommandButton*>();
        QVERIFY(main);
        main->setFocus(Qt::TabFocusReason);
        QPoint last = main->mapTo(&window, QPoint());
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(window.windowHandle(), Qt::Key_Tab);
            const QWidget* now = window.focusWidget();
            QVERIFY(inspector.isAncestorOf(now));
            const QPoint at = now->mapTo(&window, QPoint());
            const bool isOnward = direction == Qt::LeftToRight ? at.x() > last.x() : at.x() < last.x();
            QVERIFY2(at.y() > last.y() || (at.y() == last.y() && isOnward), qPrintable(nameOf(*now)));
            last = at;
        }
    }
}

void TestAccessibility::paintedChildrenSayNameStateAndValue()
{
    const auto check = [](QWidget* view, QAccessible::Role role, int painted, const auto& hasValue) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(view);
        QVERIFY(face);
        QCOMPARE(face->role(), role);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QVERIFY(face->childCount() >= painted);
        for (int i = 0; i < painted; ++i) {
            QAccessibleInterface* child = face->child(i);
            QVERIFY(child && child->isValid());
            QVERIFY(child->parent() == face);
            QCOMPARE(face->indexOfChild(child), i);
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
            if (!hasValue(i))
                continue;
            QVERIFY2(!child->text(QAccessible::Value).isEmpty(), qPrintable(child->text(QAccessible::Name)));
            QVERIFY(child->state().focusable && child->state().selectable);
            QVERIFY(child->actionInterface());
        }
    };
    const auto overview = deskOn(QStringLiteral("overview"));
    check(overview->window->stage().map(), QAccessible::List, 6, [](int) { return true; });
    const auto replication = deskOn(QStringLiteral("replication"));
    auto* matrix = replication->window->findChild<MatrixView*>();
    QVERIFY(matrix);
    check(matrix, QAccessible::Table, 9, [](int i) { return i / 3 != i % 3; });
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
