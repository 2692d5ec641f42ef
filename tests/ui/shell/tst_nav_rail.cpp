// SPDX-License-Identifier: GPL-3.0-or-later
// The rail of pages, alone and in the window. SB_PICTURE=FILE keeps a picture of it.
#include "tests/support/fake_control_room.h"
#include "tests/support/isolated_settings.h"
#include "ui/map/world_map.h"
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QTest>

using namespace sb;
using namespace sb::test;

namespace {

const QStringList kNames { QStringLiteral("overview"), QStringLiteral("region"), QStringLiteral("routing"),
    QStringLiteral("replication"), QStringLiteral("data"), QStringLiteral("traffic"),
    QStringLiteral("timeline"), QStringLiteral("drills"), QStringLiteral("reports"),
    QStringLiteral("settings") };

struct Rail {
    Rail()
    {
        for (const QString& name : kNames) {
            QString word = name;
            word[0] = word[0].toUpper();
            QAction* action = group.addAction(word);
            action->setCheckable(true);
            rail.addPage(action, name, name == QLatin1String("settings"));
        }
        group.actions().first()->setChecked(true);
        rail.resize(kNavRailWidth, 600);
    }
    NavButton* button(int index) { return rail.buttons().at(static_cast<std::size_t>(index)); }

    QActionGroup group { nullptr };
    NavRail rail;
};

QImage pictureOf(QWidget& widget)
{
    QImage image(widget.size(), QImage::Format_RGB32);
    widget.render(&image);
    return image;
}

// Whether anything of that colour is painted in the rectangle.
bool hasColor(const QImage& image, const QRect& rect, const QColor& color)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class TestNavRail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ThemeManager::instance().install(); }
    void init() { isolate(m_settings); }

    void clickOpensAPageAndMarksItAlone()
    {
        Rail rail;
        rail.rail.show();
        QTest::mouseClick(rail.button(3), Qt::LeftButton);
        QVERIFY(rail.group.actions().at(3)->isChecked());
        for (int i = 0; i < kNames.size(); ++i)
            QCOMPARE(rail.button(i)->isChecked(), i == 3);
        // The shown page stays marked when it is clicked once more.
        QTest::mouseClick(rail.button(3), Qt::LeftButton);
        QVERIFY(rail.button(3)->isChecked());
    }

    void theShownPageHasABarAtItsEdgeInBothDirections()
    {
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            Rail rail;
            rail.rail.setLayoutDirection(direction);
            rail.rail.show();
            const QImage image = pictureOf(rail.rail);
            const QColor accent = currentTheme().color(Token::Accent);
            const int edge = direction == Qt::LeftToRight ? 0 : kNavRailWidth - 3;
            QVERIFY(hasColor(image, QRect(edge, rail.button(0)->y(), 3, rail.button(0)->height()), accent));
            QVERIFY(!hasColor(image, QRect(edge, rail.button(1)->y(), 3, rail.button(1)->height()), accent));
        }
    }

    void arrowsWalkAndEnterOpens()
    {
        Rail rail;
        rail.rail.show();
        rail.rail.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rail.rail));
        rail.button(0)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(rail.button(0), Qt::Key_Up); // there is nothing above
        QVERIFY(rail.button(0)->hasFocus());
        QTest::keyClick(rail.button(0), Qt::Key_Down);
        QVERIFY(rail.button(1)->hasFocus());
        QTest::keyClick(rail.button(1), Qt::Key_Return);
        QVERIFY(rail.group.actions().at(1)->isChecked());
    }

    void everyPageStaysWithinReachInALowWindow()
    {
        Rail rail;
        for (const int height : { 900, 600, 420, rail.rail.minimumSizeHint().height() }) {
            rail.rail.resize(kNavRailWidth, height);
            rail.rail.show();
            int bottom = 0;
            for (const NavButton* button : rail.rail.buttons()) {
                QVERIFY2(button->y() >= bottom, qPrintable(button->word()));
                bottom = button->geometry().bottom();
            }
            QVERIFY2(bottom < height, qPrintable(QString::number(height)));
        }
    }

    void everyIconIsDrawnAndDiffersFromTheOthers()
    {
        Rail rail;
        rail.rail.show();
        QSet<QByteArray> seen;
        const QImage image = pictureOf(rail.rail);
        for (int i = 1; i < kNames.size(); ++i) { // the first is marked, its ground differs anyway
            const QRect row = rail.button(i)->geometry();
            const QImage part = image.copy((kNavRailWidth - 20) / 2, row.y() + 4, 20, 26);
            QVERIFY(hasColor(part, part.rect(), currentTheme().color(Token::TextSecondary)));
            seen.insert(QByteArray(reinterpret_cast<const char*>(part.constBits()), part.sizeInBytes()));
        }
        QCOMPARE(seen.size(), kNames.size() - 1);
        if (!qEnvironmentVariableIsEmpty("SB_PICTURE"))
            QVERIFY(image.scaled(image.size() * 2).save(qEnvironmentVariable("SB_PICTURE")));
    }

    void aBadgeIsAShapeAndANumberAndIsSaid()
    {
        Rail r;
        NavButton* button = r.button(2);
        (void)pictureOf(r.rail); // laid out
        const QImage before = pictureOf(*button);
        button->setBadge(3, StateShape::Failed, QStringLiteral("Not acknowledged: 3"));
        QVERIFY(pictureOf(*button) != before);
        QVERIFY(hasColor(pictureOf(*button), button->rect(), currentTheme().color(Token::StateFailedText)));
        QVERIFY(button->accessibleDescription().startsWith(QStringLiteral("Not acknowledged: 3")));
        button->setBadge(140, StateShape::Degraded, {});
        QVERIFY(!pictureOf(*button).isNull());
        button->setBadge(0, StateShape::Ok, {});
        QCOMPARE(pictureOf(*button), before);
        QVERIFY(!button->accessibleDescription().contains(QStringLiteral("acknowledged")));
    }

    void theWindowCountsAlarmsThatNobodyAcknowledged()
    {
        auto made = std::make_unique<FakeControlRoom>(Scene::Calm, 3);
        FakeControlRoom* room = made.get();
        MainWindow window({}, std::move(made));
        window.show();
        const auto alarms = [&]() -> NavButton* {
            for (NavButton* button : window.rail().buttons())
                if (button->pageAction()->objectName() == QLatin1String("page.alarms"))
                    return button;
            return nullptr;
        }();
        QVERIFY(alarms);
        QTRY_COMPARE(alarms->badge(), 0);
        room->show(Scene::Failing);
        QTRY_VERIFY(alarms->badge() > 0);
        QCOMPARE(alarms->badgeShape(), StateShape::Failed);
    }

    void theWindowHasAnEntryForEveryPageAndCtrlDigitsOpenThem()
    {
        MainWindow window({}, std::make_unique<FakeControlRoom>(Scene::Calm, 3));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const std::vector<PageEntry> entries = pageCatalogue();
        QCOMPARE(window.rail().buttons().size(), entries.size() + 1);
        for (std::size_t i = 0; i < entries.size() && i < 8; ++i) {
            QTest::keyClick(
                &window, static_cast<Qt::Key>(Qt::Key_2 + static_cast<int>(i)), Qt::ControlModifier);
            QVERIFY2(window.page(entries[i].id)->isVisible(), qPrintable(entries[i].id));
            QVERIFY(window.rail().buttons().at(i + 1)->isChecked());
        }
        QTest::mouseClick(window.rail().buttons().front(), Qt::LeftButton);
        QVERIFY(window.stage().map()->isVisible());
        // The words are there for a screen reader, too.
        QVERIFY(!window.rail().buttons().front()->accessibleName().isEmpty());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestNavRail)
#include "tst_nav_rail.moc"
