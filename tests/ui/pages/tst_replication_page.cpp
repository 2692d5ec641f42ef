// SPDX-License-Identifier: GPL-3.0-or-later
// The replication matrix on canned snapshots: what its cells say, how the keyboard walks them, what assistive
// technology finds, and which commands the chosen pair asks for.
#include "tests/support/canned_pages.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/matrix_view.h"
#include "ui/pages/pair_card.h"
#include "ui/pages/replication_page.h"
#include "ui/pages/row_table.h"
#include "ui/widgets/fact_list.h"

#include <QAccessible>
#include <QAccessibleTableInterface>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace sb;
using namespace sb::test;

namespace {

struct Matrix {
    explicit Matrix(Scene scene = Scene::FailedOver, int regions = 3)
        : world(cannedWorld(regions))
        , snapshot(cannedSnapshot(scene, world))
    {
        addCannedPages(snapshot, world);
        page.resize(1080, 760);
        page.setWorld(world);
        page.setSnapshot(snapshot);
        page.show();
        QObject::connect(&page, &Page::commandRequested, &page,
            [this](const Command& command) { commands.push_back(command); });
    }
    LinkView& link(int source, int target)
    {
        for (LinkView& view : snapshot.links)
            if (view.source.value == source && view.target.value == target)
                return view;
        std::abort();
    }

    WorldDescription world;
    Snapshot snapshot;
    ReplicationPage page;
    std::vector<Command> commands;
};

} // namespace

class TestReplicationPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void aCellSaysItsStateInAWordAndAShape()
    {
        Matrix m(Scene::Calm);
        m.link(0, 1).lag = 840ms;
        m.link(0, 2).isPaused = true;
        m.link(1, 0).isCut = true;
        m.link(1, 2).lag = 9s;
        m.page.setSnapshot(m.snapshot);
        const MatrixView& view = *m.page.matrix();
        QCOMPARE(view.sentence(0, 1), QStringLiteral("Ireland to Singapore, lag 840 milliseconds, normal"));
        QCOMPARE(view.sentence(1, 2), QStringLiteral("Singapore to Virginia, lag 9.0 seconds, degraded"));
        QVERIFY(view.cell(1, 2).reading.shape == StateShape::Degraded);
        QVERIFY(view.cell(1, 0).reading.shape == StateShape::Failed && view.cell(1, 0).reading.isBroken);
        QCOMPARE(view.cell(1, 0).reading.word, QStringLiteral("cut"));
        QVERIFY(view.cell(0, 2).reading.isBroken);
        QCOMPARE(view.cell(0, 2).reading.word, QStringLiteral("paused"));
    }

    void aLinkThatADeadRegionHoldsUpIsStalledAndNeverDrains()
    {
        Matrix m;
        QCOMPARE(m.page.matrix()->cell(0, 1).reading.word, QStringLiteral("stalled"));
        QCOMPARE(m.page.matrix()->cell(1, 2).reading.word, QStringLiteral("normal"));
        bool saysNever = false;
        for (const Fact& fact : m.page.pair()->facts()->facts())
            saysNever = saysNever || fact.value == QStringLiteral("never at this rate");
        QVERIFY(saysNever);
    }

    void theArrowShowsTheChangeOfTheLastTenSecondsAndNothingWithoutData()
    {
        ChartWindow charts;
        charts.column = 500ms;
        ChartSeries series;
        series.metric = Metric::ReplicationLag;
        series.region = RegionId { 0 };
        series.peer = RegionId { 1 };
        for (int i = 0; i < 40; ++i)
            series.columns.push_back({ 0.2F, 0.2F, 0.2F, false });
        charts.series.push_back(series);
        const auto trend = [&] { return trendOf(&charts, RegionId { 0 }, RegionId { 1 }); };
        QVERIFY(trend() == Trend::Steady);
        charts.series[0].columns.back().last = 5;
        QVERIFY(trend() == Trend::Rising);
        charts.series[0].columns.back().last = 0.05F;
        QVERIFY(trend() == Trend::Falling);
        charts.series[0].columns.back().isGap = true;
        QVERIFY(trend() == Trend::Unknown);
        QVERIFY(trendOf(&charts, RegionId { 1 }, RegionId { 0 }) == Trend::Unknown);
        QVERIFY(trendOf(nullptr, RegionId { 0 }, RegionId { 1 }) == Trend::Unknown);
    }

    void arrowKeysWalkTheCellsAndStepOverTheDiagonal()
    {
        Matrix m;
        MatrixView& view = *m.page.matrix();
        QSignalSpy chosen(&view, &MatrixView::pairChosen);
        QCOMPARE(int(view.source().value), 0);
        QCOMPARE(int(view.target().value), 1);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(int(view.target().value), 2);
        QTest::keyClick(&view, Qt::Key_Right); // the edge
        QCOMPARE(int(view.target().value), 2);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Left); // over Singapore itself
        QCOMPARE(int(view.source().value), 1);
        QCOMPARE(int(view.target().value), 0);
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(m.page.pair()->headline(), QStringLiteral("Singapore to Ireland"));
    }

    void aClickChoosesThePairAndTheDiagonalChoosesNothing()
    {
        Matrix m;
        MatrixView& view = *m.page.matrix();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(2, 1).center());
        QCOMPARE(m.page.pair()->headline(), QStringLiteral("Virginia to Singapore"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(1, 1).center());
        QCOMPARE(m.page.pair()->headline(), QStringLiteral("Virginia to Singapore"));
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(qobject_cast<CommandButton*>(m.page.focusWidget()));
    }

    void assistiveTechnologyFindsATableWithOneChildForEachCell()
    {
        Matrix m;
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(m.page.matrix());
        QVERIFY(table);
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->childCount(), 9);
        QVERIFY(table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 3);
        QCOMPARE(table->tableInterface()->columnDescription(1), QStringLiteral("Singapore"));
        QAccessibleInterface* cell = table->tableInterface()->cellAt(1, 2);
        QVERIFY(cell);
        QVERIFY(cell->text(QAccessible::Name).startsWith(QStringLiteral("Singapore to Virginia, lag ")));
        QCOMPARE(table->indexOfChild(cell), 5);
        QVERIFY(!cell->state().selected);
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(cell->state().selected);
        QVERIFY(table->child(9) == nullptr);
    }

    void theTableTwinSaysTheSameAndSharesTheChoice()
    {
        Matrix m;
        m.page.matrix()->setFocus();
        QTest::keyClick(m.page.matrix(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(m.page.isTable());
        QCOMPARE(m.page.focusProxy(), static_cast<QWidget*>(m.page.table())); // where the page's focus goes
        QCOMPARE(int(m.page.table()->rows().size()), 6);
        QCOMPARE(m.page.table()->text(0, 0), QStringLiteral("Ireland"));
        QCOMPARE(m.page.table()->text(0, 2), QStringLiteral("stalled"));
        QTest::keyClick(m.page.table(), Qt::Key_Down);
        QCOMPARE(m.page.pair()->headline(), QStringLiteral("Ireland to Virginia"));
        QTest::keyClick(m.page.table(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!m.page.isTable());
        QCOMPARE(int(m.page.matrix()->target().value), 2);
    }

    void actionsAreArmedThenConfirmedAndNameWhatTheyHit()
    {
        Matrix m(Scene::Calm);
        CommandButton* cut = buttonNamed(m.page, QStringLiteral("Cut this direction"));
        QVERIFY(cut);
        QTest::mouseClick(cut, Qt::LeftButton);
        QVERIFY2(m.commands.empty(), "one press is not enough");
        QCOMPARE(cut->text(), QStringLiteral("Confirm: cut Ireland to Singapore"));
        QTest::keyClick(cut, Qt::Key_Escape);
        QVERIFY(!cut->isArmed());
        pressTwice(cut);
        const auto& fault = std::get<InjectFault>(m.commands.back());
        QVERIFY(fault.kind == FaultKind::LinkPartitioned && fault.direction == Direction::Outbound);
        QCOMPARE(fault.region, std::string("eu-west-1"));
        QCOMPARE(fault.peer, std::string("ap-southeast-1"));
        pressTwice(buttonNamed(m.page, QStringLiteral("Pause Ireland")));
        QVERIFY(std::get<InjectFault>(m.commands.back()).kind == FaultKind::ReplicationPaused);
        QVERIFY(std::get<InjectFault>(m.commands.back()).peer.empty());
    }

    void onlyFaultsOfThePairAreCleared()
    {
        Matrix m(Scene::Calm);
        QVERIFY(!buttonNamed(m.page, QStringLiteral("No fault to clear"))->isEnabled());
        InjectFault here;
        here.kind = FaultKind::LinkPartitioned;
        here.region = "ap-southeast-1";
        here.peer = "eu-west-1";
        InjectFault elsewhere = here;
        elsewhere.region = "us-east-1";
        m.snapshot.faults = { { FaultId { 4 }, here, kStart, kStart + 1h, EventSeq { 9 } },
            { FaultId { 5 }, elsewhere, kStart, kStart + 1h, EventSeq { 9 } } };
        m.link(0, 1).isCut = true;
        m.page.setSnapshot(m.snapshot);
        QVERIFY(!buttonNamed(m.page, QStringLiteral("Cut both ways"))->isEnabled());
        QTest::mouseClick(buttonNamed(m.page, QStringLiteral("Clear 1 fault")), Qt::LeftButton);
        QCOMPARE(m.commands.size(), std::size_t { 1 });
        QVERIFY(std::get<ClearFault>(m.commands.front()).fault == FaultId { 4 });
    }

    void theBarsShowAnotherHeatOnRequest()
    {
        Matrix m;
        for (QToolButton* button : m.page.findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Backlog"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(m.page.matrix()->heat() == MatrixHeat::Backlog);
    }

    void manyRegionsScrollInsteadOfBecomingUnreadable()
    {
        const WorldDescription world = wideWorld(21);
        ReplicationPage page;
        page.resize(748, 580);
        page.setWorld(world);
        page.setSnapshot(wideSnapshot(world));
        page.show();
        MatrixView& view = *page.matrix();
        QCOMPARE(view.count(), 21);
        QVERIFY(view.cellSize().width() >= 78 && view.cellSize().height() >= 42);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY2(
            view.viewport()->rect().contains(view.cellRect(0, 20).center()), "the cursor is out of sight");
        QCOMPARE(page.pair()->headline(), QStringLiteral("Ireland to Made-up 20"));
    }

    void aLoneRegionIsToldWhatWouldHelp()
    {
        const WorldDescription world = wideWorld(1);
        ReplicationPage page;
        page.setWorld(world);
        Snapshot snapshot;
        snapshot.regions.resize(1);
        page.setSnapshot(snapshot);
        page.setTable(true);
        QVERIFY(page.table()->rows().empty());
        QVERIFY(page.table()->emptyText().contains(QStringLiteral("one more region")));
        QVERIFY(says(page, QStringLiteral("Choose a cell")));
        QTest::keyClick(page.matrix(), Qt::Key_Right);
        QVERIFY(!page.matrix()->source().isValid());
        QVERIFY(page.pair()->findChild<CommandButton*>()->isHidden());
    }

    void rightToLeftMirrorsTheSquare()
    {
        Matrix m;
        MatrixView& view = *m.page.matrix();
        QVERIFY(view.cellRect(0, 1).left() < view.cellRect(0, 2).left());
        m.page.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(view.cellRect(0, 1).left() > view.cellRect(0, 2).left());
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(int(view.target().value), 2);
    }

    void itIsPaintedInBothThemes()
    {
        Matrix m;
        paintEverywhere(m.page, QStringLiteral("replication"));
        const WorldDescription world = wideWorld(9);
        ReplicationPage wide;
        wide.setWorld(world);
        wide.setSnapshot(wideSnapshot(world));
        paintEverywhere(wide, QStringLiteral("replication-9"));
    }
};

QTEST_MAIN(TestReplicationPage)
#include "tst_replication_page.moc"
