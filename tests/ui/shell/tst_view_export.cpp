// SPDX-License-Identifier: GPL-3.0-or-later
// Every view as a picture or as data: copied, saved in four formats, refused with path and cause.
#include "tests/support/fake_control_room.h"
#include "tests/ui/pages/page_test.h"
#include "ui/incident/incident_page.h"
#include "ui/incident/track_view.h"
#include "ui/map/world_map.h"
#include "ui/pages/csv.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/view_menu.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>

using namespace sb;
using namespace sb::test;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Whether a picture of double size shows what one of single size cannot: within blocks of two by two. The
// frame around it is left out.
bool isSharp(const QImage& image)
{
    constexpr int kFrame = 16;
    for (int y = kFrame; y + kFrame < image.height(); y += 2) {
        for (int x = kFrame; x + kFrame < image.width(); x += 2) {
            const QRgb first = image.pixel(x, y);
            if (first != image.pixel(x + 1, y) || first != image.pixel(x, y + 1)
                || first != image.pixel(x + 1, y + 1))
                return true;
        }
    }
    return false;
}

} // namespace

class TestViewExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        m_window = std::make_unique<MainWindow>(
            ControlRoomFactory {}, std::make_unique<FakeControlRoom>(Scene::FailedOver, 3));
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->bridge().pump();
    }
    void cleanupTestCase() { m_window.reset(); }
    void init() { open(QStringLiteral("overview")); }

    void everyPageCanBeCopiedAsAnImage();
    void pagesWithValuesHaveData();
    void aPictureIsAsLargeAsTheViewOrTwice();
    void aDrawingIsMadeOfLines();
    void dataOfAViewFollowRfc4180();
    void savingSaysWhereTheFileWent();
    void aFileThatCannotBeWrittenIsNamedWithItsCause();
    void nothingIsLeftBehindWhenWritingFails();
    void aViewWithoutDataSaysSo();
    void theMenuActsOnTheViewWithTheFocus();
    void contextMenusOfferIt();
    void theDialogDoesNotBlock();

private:
    void open(const QString& page)
    {
        m_window->findChild<QAction*>(QStringLiteral("page.") + page)->trigger();
        m_window->bridge().pump();
    }
    QStringList pageIds() const
    {
        QStringList ids;
        const auto actions = m_window->actionSet().pages->actions();
        for (const QAction* action : actions)
            ids << action->objectName().mid(5);
        return ids;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestViewExport::everyPageCanBeCopiedAsAnImage()
{
    const QStringList ids = pageIds();
    QVERIFY(ids.size() >= 8);
    for (const QString& id : ids) {
        open(id);
        QApplication::clipboard()->clear();
        m_window->views().copyImage(*m_window->shownWidget());
        const QImage image = QApplication::clipboard()->image();
        QVERIFY2(image.width() > 400, qPrintable(id));
        // Not one colour only.
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7) {
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() > 5, qPrintable(id));
    }
}

void TestViewExport::pagesWithValuesHaveData()
{
    for (const char* id : { "overview", "region", "replication", "traffic", "alarms", "incident" }) {
        open(QString::fromLatin1(id));
        QVERIFY2(viewCsv(*m_window->shownWidget()).count(QLatin1Char('\n')) > 2, id);
    }
}

void TestViewExport::aPictureIsAsLargeAsTheViewOrTwice()
{
    QWidget& map = *m_window->stage().map();
    QCOMPARE(viewImage(map, 1).size(), map.size());
    QCOMPARE(viewImage(map, 2).size(), map.size() * 2);
    // Twice as large is drawn anew: sharper than the small one made larger. Of the map that holds for what it
    // keeps ready as well, which is all that one without a snapshot shows.
    WorldMap bare;
    bare.setWorld(m_window->stage().map()->world());
    bare.resize(map.size());
    QVERIFY(isSharp(viewImage(bare, 2)));
    QVERIFY(!isSharp(viewImage(bare, 1).scaled(bare.size() * 2)));
    open(QStringLiteral("incident"));
    auto* page = m_window->findChild<IncidentPage*>();
    QWidget& tracks = *page->view();
    const QImage large = viewImage(tracks, 2);
    QImage stretched = viewImage(tracks, 1).scaled(large.size());
    stretched.setDevicePixelRatio(2);
    QVERIFY(large.convertToFormat(QImage::Format_RGB32) != stretched.convertToFormat(QImage::Format_RGB32));
}

void TestViewExport::aDrawingIsMadeOfLines()
{
    open(QStringLiteral("incident"));
    auto* page = m_window->findChild<IncidentPage*>();
    for (QWidget* view :
        { static_cast<QWidget*>(page->view()), static_cast<QWidget*>(&m_window->timeline()) }) {
        const QByteArray svg = viewSvg(*view);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), view->size());
        if (const QString folder = qEnvironmentVariable("SB_PICTURES"); !folder.isEmpty()) {
            QImage drawn(view->size() * 2, QImage::Format_ARGB32_Premultiplied);
            QPainter painter(&drawn);
            renderer.render(&painter);
            drawn.save(QStringLiteral("%1/svg-%2.png").arg(folder, view->objectName()));
        }
        QVERIFY(!svg.contains("<image")); // no pixels in it
        QVERIFY(svg.contains("<text"));
    }
}

void TestViewExport::dataOfAViewFollowRfc4180()
{
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({ QStringLiteral("Name"), QStringLiteral("What, exactly") });
    model.setItem(0, 0, new QStandardItem(QStringLiteral("plain")));
    model.setItem(0, 1, new QStandardItem(QStringLiteral("with, comma")));
    model.setItem(1, 0, new QStandardItem(QStringLiteral("with \"quotes\"")));
    QCOMPARE(tableCsv(model),
        QStringLiteral("Name,\"What, exactly\"\nplain,\"with, comma\"\n\"with \"\"quotes\"\"\",\n"));
    QTableView table;
    table.setModel(&model);
    QCOMPARE(viewCsv(table), tableCsv(model)); // a table is a view by itself
    QCOMPARE(viewAround(table.viewport()), &table);
}

void TestViewExport::savingSaysWhereTheFileWent()
{
    ViewWriter& writer = m_window->views().writer();
    QSignalSpy written(&writer, &ViewWriter::written);
    QSignalSpy failed(&writer, &ViewWriter::failed);
    QWidget& map = *m_window->stage().map();
    for (int i = 0; i < kViewFormatCount; ++i) {
        const auto format = static_cast<ViewFormat>(i);
        const QString path = m_folder.filePath(QStringLiteral("view%1.%2").arg(i).arg(viewSuffix(format)));
        writer.save(map, format, path);
        QTRY_COMPARE(written.count(), i + 1);
        QCOMPARE(failed.count(), 0);
        QVERIFY(m_window->stage().notice()->text().contains(QDir::toNativeSeparators(path)));
    }
    QCOMPARE(QImage(m_folder.filePath(QStringLiteral("view0.png"))).size(), map.size());
    QCOMPARE(QImage(m_folder.filePath(QStringLiteral("view1.png"))).size(), map.size() * 2);
    QVERIFY(contentOf(m_folder.filePath(QStringLiteral("view2.svg"))).contains("<svg"));
    QVERIFY(contentOf(m_folder.filePath(QStringLiteral("view3.csv"))).contains("Ireland"));
}

void TestViewExport::aFileThatCannotBeWrittenIsNamedWithItsCause()
{
    ViewWriter& writer = m_window->views().writer();
    QSignalSpy failed(&writer, &ViewWriter::failed);
    const QString path = m_folder.filePath(QStringLiteral("no/such/folder/view.png"));
    writer.save(*m_window->stage().map(), ViewFormat::Png, path);
    QTRY_COMPARE(failed.count(), 1);
    const QString text = failed.first().first().toString();
    QVERIFY(text.contains(QDir::toNativeSeparators(path)));
    QVERIFY(text.size() > path.size() + 25); // and why
    QCOMPARE(m_window->stage().notice()->text(), text);
}

void TestViewExport::nothingIsLeftBehindWhenWritingFails()
{
    // A folder of that name: the new file can be written, and cannot take its place.
    QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("taken/taken.csv")));
    ViewWriter& writer = m_window->views().writer();
    QSignalSpy failed(&writer, &ViewWriter::failed);
    writer.save(
        *m_window->stage().map(), ViewFormat::Csv, folder.filePath(QStringLiteral("taken/taken.csv")));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(
        QDir(folder.filePath(QStringLiteral("taken"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList { QStringLiteral("taken.csv") });
}

void TestViewExport::aViewWithoutDataSaysSo()
{
    QWidget plain;
    offerView(&plain, QStringLiteral("Plain"));
    QCOMPARE(viewAround(&plain), &plain);
    QCOMPARE(viewName(plain), QStringLiteral("Plain"));
    QVERIFY(viewCsv(plain).isEmpty());
    m_window->views().copyData(plain);
    QVERIFY(m_window->stage().notice()->text().contains(QStringLiteral("Plain")));
    ViewWriter& writer = m_window->views().writer();
    QSignalSpy failed(&writer, &ViewWriter::failed);
    const QString path = m_folder.filePath(QStringLiteral("plain.csv"));
    writer.save(plain, ViewFormat::Csv, path);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!QFile::exists(path));
}

void TestViewExport::theMenuActsOnTheViewWithTheFocus()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->stage().map()->setFocus();
    QCOMPARE(m_window->views().currentView(), m_window->stage().map());
    m_window->timeline().setFocus();
    QCOMPARE(m_window->views().currentView(), &m_window->timeline());
    QApplication::clipboard()->clear();
    m_window->actionSet().viewExports.at(1)->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Fault injected")));
    for (const QAction* action : m_window->actionSet().viewExports)
        QVERIFY(!action->statusTip().isEmpty());
}

void TestViewExport::contextMenusOfferIt()
{
    open(QStringLiteral("incident"));
    auto* page = m_window->findChild<IncidentPage*>();
    const auto offers = [this](QWidget* widget, QPoint at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
        QApplication::sendEvent(widget, &event);
        QMenu* menu = nullptr;
        for (QMenu* open : m_window->findChildren<QMenu*>()) {
            if (open->isVisible() && open->testAttribute(Qt::WA_DeleteOnClose))
                menu = open;
        }
        bool found = false;
        if (menu != nullptr) {
            for (const QAction* action : menu->actions())
                found |= action->text() == ViewMenu::tr("Copy as image");
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        return found;
    };
    QVERIFY(offers(page->view()->viewport(), QPoint(400, 200)));
    const auto tables = page->findChildren<QTableView*>();
    QVERIFY(!tables.isEmpty());
    for (QTableView* table : tables) {
        if (table->isVisible())
            QVERIFY(offers(table->viewport(), QPoint(5, 5)));
    }
    open(QStringLiteral("overview"));
    QVERIFY(offers(&m_window->timeline(), QPoint(400, 60)));
    QVERIFY(offers(m_window->stage().map(), QPoint(3, 3))); // the open sea
}

void TestViewExport::theDialogDoesNotBlock()
{
    m_window->views().choose(*m_window->stage().map(), ViewFormat::Svg);
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->defaultSuffix(), QStringLiteral("svg"));
    dialog->reject();
}

QTEST_MAIN(TestViewExport)
#include "tst_view_export.moc"
