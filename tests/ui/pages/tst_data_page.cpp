// SPDX-License-Identifier: GPL-3.0-or-later
// The data inspector on canned answers: what is asked for, how copies and conflicts are shown, and how a
// conflict is provoked.
#include "tests/support/canned_pages.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/conflict_card.h"
#include "ui/pages/copies_view.h"
#include "ui/pages/data_page.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/provoke_card.h"
#include "ui/pages/row_table.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace sb;
using namespace sb::test;

namespace {

struct Data {
    Data()
        : world(cannedWorld(3))
        , snapshot(cannedSnapshot(Scene::FailedOver, world))
    {
        addCannedPages(snapshot, world);
        page.resize(1080, 760);
        page.setWorld(world);
        page.setSnapshot(snapshot);
        page.show();
        QObject::connect(&page, &Page::commandRequested, &page,
            [this](const Command& command) { commands.push_back(command); });
    }
    void answer()
    {
        addCannedFocus(snapshot, world);
        page.setSnapshot(snapshot);
    }
    QToolButton* chip(const QString& text)
    {
        const auto chips = page.findChildren<QToolButton*>();
        for (QToolButton* button : chips)
            if (button->text() == text)
                return button;
        return nullptr;
    }

    WorldDescription world;
    Snapshot snapshot;
    DataPage page;
    std::vector<Command> commands;
};

} // namespace

class TestDataPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void nothingIsAskedForUntilAKeyIsGivenAndThePageSaysHow()
    {
        Data d;
        QVERIFY(d.page.focus() == Focus {});
        QVERIFY(d.page.copies()->emptyText().contains(QStringLiteral("Type a key")));
        QVERIFY(d.page.conflicts()->table()->emptyText().contains(QStringLiteral("Provoke one")));
        d.answer(); // to a question that this page did not ask
        QVERIFY(d.page.copies()->copies().empty());
    }

    void aTypedKeyIsTheFocusAfterEnterAndNotBefore()
    {
        Data d;
        QSignalSpy changed(&d.page, &Page::focusChanged);
        QTest::keyClicks(d.page.search(), QStringLiteral("  cart   1207 "));
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(d.page.search(), Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(d.page.focus().key, std::string("cart 1207"));
        QTest::keyClick(d.page.search(), Qt::Key_Return); // the same again
        QCOMPARE(changed.count(), 1);
        d.page.search()->clear();
        QCOMPARE(changed.count(), 2);
        QVERIFY(d.page.focus().key.empty());
    }

    void anExampleIsAskedForByAClickAndItsDifferencesAreMarkedByShapeAndWord()
    {
        Data d;
        QTest::mouseClick(d.chip(QStringLiteral("book 1342")), Qt::LeftButton);
        QCOMPARE(d.page.focus().key, std::string("book 1342"));
        QCOMPARE(d.page.agreement()->text(), QStringLiteral("Asking the stores …"));
        d.answer();
        const std::vector<CopyReading>& copies = d.page.copies()->copies();
        QCOMPARE(copies.size(), std::size_t { 3 });
        QCOMPARE(copies[0].word, QStringLiteral("same"));
        QCOMPARE(copies[1].word, QStringLiteral("differs"));
        QVERIFY(copies[1].shape == StateShape::Degraded);
        QCOMPARE(copies[1].value, QStringLiteral("EUR 11.90"));
        QCOMPARE(copies[1].version, QStringLiteral("Singapore 48,214"));
        QCOMPARE(copies[1].age, QStringLiteral("2 s ago"));
        QVERIFY(d.page.agreement()->text().startsWith(QStringLiteral("The copies differ.")));
        QVERIFY(d.page.copies()->accessibleDescription().contains(
            QStringLiteral("Singapore: EUR 11.90, differs")));
        QCOMPARE(d.page.keyConflicts()->text(0, 3), QStringLiteral("EUR 9.99 from Singapore"));
        QCOMPARE(d.page.keyConflicts()->text(0, 4), QStringLiteral("acknowledged"));
    }

    void anAnswerToAnEarlierQuestionIsNotShown()
    {
        Data d;
        d.page.inspect(QStringLiteral("book 1342"));
        d.answer();
        d.page.inspect(QStringLiteral("cart 1207"));
        d.page.setSnapshot(d.snapshot); // still answers about the book
        QVERIFY(d.page.copies()->copies().empty());
    }

    void copiesThatAreGoneUnreadableOrMissingSaySo()
    {
        const WorldDescription world = cannedWorld(3);
        InspectView view;
        view.isAgreed = false;
        InspectedCopy copy;
        copy.isReadable = false;
        QCOMPARE(readCopy(world, copy, view, kStart).word, QStringLiteral("cannot be read"));
        QVERIFY(readCopy(world, copy, view, kStart).shape == StateShape::Unknown);
        copy.isReadable = true;
        copy.isSameAsMost = false;
        QCOMPARE(readCopy(world, copy, view, kStart).word, QStringLiteral("missing"));
        QVERIFY(readCopy(world, copy, view, kStart).shape == StateShape::Degraded);
        copy.isDeleted = true;
        copy.origin = RegionId { 0 };
        QCOMPARE(readCopy(world, copy, view, kStart).word, QStringLiteral("deleted"));
    }

    void aKeyThatNobodyKnowsIsAnsweredWithWhatWouldHelp()
    {
        Data d;
        d.page.inspect(QStringLiteral("boook 1"));
        auto view = std::make_shared<InspectView>();
        view->key = "boook 1";
        view->error = "'boook' is no table; did you mean 'book'?";
        d.snapshot.inspection = view;
        d.page.setSnapshot(d.snapshot);
        QCOMPARE(d.page.agreement()->text(), QStringLiteral("'boook' is no table; did you mean 'book'?"));
        QVERIFY(d.page.agreement()->shape() == StateShape::Degraded);
        QVERIFY(d.page.copies()->copies().empty());
    }

    void theTableTwinSaysTheSame()
    {
        Data d;
        d.page.inspect(QStringLiteral("book 1342"));
        d.answer();
        QTest::keyClick(d.page.search(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(d.page.isTable());
        QCOMPARE(int(d.page.table()->rows().size()), 3);
        QCOMPARE(d.page.table()->text(1, 1), QStringLiteral("differs"));
        QCOMPARE(d.page.table()->text(1, 2), QStringLiteral("EUR 11.90"));
    }

    void aConflictIsProvokedByTwoPricesAfterConfirming()
    {
        Data d;
        CommandButton* button = buttonNamed(*d.page.provoke(), QStringLiteral("Set both prices"));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(d.commands.empty());
        QCOMPARE(button->text(), QStringLiteral("Confirm: € 12.40 in Ireland, € 9.90 in Singapore"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(d.commands.size(), std::size_t { 2 });
        const auto& first = std::get<SetPrice>(d.commands[0]);
        const auto& second = std::get<SetPrice>(d.commands[1]);
        QCOMPARE(first.region, std::string("eu-west-1"));
        QCOMPARE(first.cents, std::int64_t { 1240 });
        QCOMPARE(second.region, std::string("ap-southeast-1"));
        QCOMPARE(second.cents, std::int64_t { 990 });
        QVERIFY(first.book == second.book);
        QCOMPARE(d.page.focus().key, std::string("book 1342")); // and it is looked at
    }

    void oneRegionOrOnePriceMakesNoConflict()
    {
        Data d;
        CommandButton* button = buttonNamed(*d.page.provoke(), QStringLiteral("Set both prices"));
        auto* second = named<QComboBox>(*d.page.provoke(), QStringLiteral("Second region"));
        QTest::keyClick(second, Qt::Key_Home);
        QVERIFY(!button->isEnabled());
        QVERIFY(says(*d.page.provoke(), QStringLiteral("Choose two different regions")));
        QTest::keyClick(second, Qt::Key_End);
        QVERIFY(button->isEnabled());
        named<QDoubleSpinBox>(*d.page.provoke(), QStringLiteral("Price in the second region"))
            ->setValue(12.40);
        QVERIFY(!button->isEnabled());
        DataPage lonely;
        lonely.setWorld(wideWorld(1));
        QVERIFY(!buttonNamed(*lonely.provoke(), QStringLiteral("Set both prices"))->isEnabled());
    }

    void conflictsOfTheRunAreListedFilteredAndLookedAt()
    {
        Data d;
        d.page.addEvents(cannedPageEvents(d.world));
        d.page.setSnapshot(d.snapshot);
        RowTable& table = *d.page.conflicts()->table();
        QCOMPARE(int(table.rows().size()), 2); // of all events, the conflicts alone
        QCOMPARE(table.text(0, 1), QStringLiteral("cart 1207")); // newest first
        QCOMPARE(table.text(1, 2), QStringLiteral("EUR 12.40, Ireland"));
        QCOMPARE(table.text(0, 3), QStringLiteral("2 lines (Ireland)"));
        QTest::keyClicks(d.page.conflicts()->filter(), QStringLiteral("book ireland"));
        QCOMPARE(int(table.rows().size()), 1);
        QTest::mouseClick(
            table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
        QCOMPARE(d.page.focus().key, std::string("book 1342"));
        d.page.conflicts()->filter()->setText(QStringLiteral("nonsense"));
        QVERIFY(table.rows().empty());
        QVERIFY(table.emptyText().contains(QStringLiteral("Clear the filter")));
        d.page.setWorld(d.world);
        d.page.conflicts()->filter()->clear();
        QVERIFY(table.rows().empty());
    }

    void theRecordsWordsBecomeThoseOfAFocus()
    {
        QCOMPARE(focusKeyOf(QStringLiteral("book 1 342")), QStringLiteral("book 1342"));
        QCOMPARE(focusKeyOf(QStringLiteral("stock of book 84")), QStringLiteral("stock 84"));
        QCOMPARE(focusKeyOf(QStringLiteral("\"book 7\" in the cart of customer 1 207")),
            QStringLiteral("cart 1207"));
        QCOMPARE(focusKeyOf(QStringLiteral("blog post 3")), QStringLiteral("post 3"));
        QCOMPARE(focusKeyOf(QStringLiteral("an item")), QStringLiteral("an item"));
    }

    void itIsPaintedInBothThemes()
    {
        Data d;
        paintEverywhere(d.page, QStringLiteral("data-empty"));
        d.page.addEvents(cannedPageEvents(d.world));
        d.page.inspect(QStringLiteral("book 1342"));
        d.answer();
        paintEverywhere(d.page, QStringLiteral("data"));
    }
};

QTEST_MAIN(TestDataPage)
#include "tst_data_page.moc"
