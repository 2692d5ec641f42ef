// SPDX-License-Identifier: GPL-3.0-or-later
// The page of reports: its preview of what the engine writes, sections, formats, and what fails. The engine's
// part is done by the test: it writes a small report where the page asked for one.
#include "tests/support/fake_control_room.h"
#include "tests/ui/pages/page_test.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/job_row.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/reports/report_sections.h"
#include "ui/reports/report_writer.h"
#include "ui/reports/reports_page.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextDocument>

using namespace sb;
using namespace sb::test;

namespace {

const QString kHtml = QStringLiteral(
    "<!DOCTYPE html>\n<html><head><title>t</title><style>b{}</style></head>\n<body>\n<h1>Incident "
    "record</h1>\n"
    "<p>head stays</p>\n<h2>Incident 1: Ireland</h2>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
    "width=\"100\" "
    "height=\"40\"><rect width=\"90\" height=\"30\" fill=\"currentColor\"/></svg>\n<h3>Summary</h3>\n"
    "<p>sum &lt;h3&gt;Faults&lt;/h3&gt;</p>\n<h3>Phases</h3>\n<p>phases</p>\n<h3>Timeline</h3>\n<p>line</p>\n"
    "<h2>Checks of the drill</h2>\n<p>checks</p>\n<h2>What this record cannot know</h2>\n<p>limits</p>\n"
    "</body></html>\n");
const QString kMarkdown = QStringLiteral("# Incident record\n\nhead stays\n\n## Incident 1: Ireland\n\n### "
                                         "Summary\n\n- sum ### Phases\n\n### Phases\n\n"
                                         "phases\n\n### Timeline\n\nline\n\n## Checks of the "
                                         "drill\n\nchecks\n\n## What this record cannot know\n\n"
                                         "- limits\n");

struct Desk {
    Desk()
        : bridge({}, first())
        , page(bridge)
    {
        page.resize(1080, 760);
        page.setWorld(bridge.world());
        page.show();
        look();
    }
    std::unique_ptr<ControlRoom> first()
    {
        auto made = std::make_unique<FakeControlRoom>(Scene::FailedBack, 2);
        room = made.get();
        return made;
    }
    void look()
    {
        bridge.pump();
        page.setSnapshot(*bridge.snapshot());
    }
    // The engine's part of the newest job.
    void finish(std::optional<Error> error = {})
    {
        const JobStatus job = room->jobList.back();
        if (!error) {
            QFile file(QString::fromStdString(job.resultPath));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("%s", job.resultPath.c_str());
            file.write((job.title == "Export md" ? kMarkdown : kHtml).toUtf8());
        }
        room->finish(job.id, std::move(error));
        look();
    }
    void choose(const QString& format)
    {
        const int index = page.formats()->findText(format);
        QVERIFY2(index >= 0, qPrintable(format));
        page.formats()->setCurrentIndex(index);
    }
    [[nodiscard]] QString shown() const
    {
        return page.preview()->document() == nullptr ? QString() : page.preview()->document()->toPlainText();
    }
    [[nodiscard]] QString at(const QString& name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    FakeControlRoom* room = nullptr;
    ControlRoomBridge bridge;
    ReportsPage page;
};

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestReportsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void theFirstLookAsksForTheReportAndShowsItWithItsPicture()
    {
        Desk d;
        QCOMPARE(d.room->jobList.size(), 1U);
        QCOMPARE(d.room->jobList[0].title, std::string("Export html"));
        QVERIFY(d.page.isOwn(d.room->jobList[0].id));
        QVERIFY(d.shown().isEmpty());
        d.finish();
        QTRY_VERIFY(d.shown().contains(QStringLiteral("head stays")));
        QVERIFY(d.shown().contains(QStringLiteral("limits")));
        QVERIFY(!d.shown().contains(QStringLiteral("b{}"))); // the style of the browser's page
        const QVariant picture = d.page.preview()->document()->resource(
            QTextDocument::ImageResource, QUrl(QStringLiteral("incident-1")));
        QVERIFY(!picture.value<QImage>().isNull());
        d.look();
        QVERIFY(d.page.state()->text().startsWith(QStringLiteral("As of ")));
        QCOMPARE(d.room->jobList.size(), 1U); // not again by itself
        d.page.refresh();
        QCOMPARE(d.room->jobList.size(), 2U);
    }

    void sectionsLeftOutAreNotShownNorWritten()
    {
        Desk d;
        d.finish();
        QTRY_VERIFY(d.shown().contains(QStringLiteral("phases")));
        d.page.sectionList()->item(static_cast<int>(ReportSection::Phases))->setCheckState(Qt::Unchecked);
        // It is put together part by part; the last one says that it is whole.
        QTRY_VERIFY(
            d.shown().contains(QStringLiteral("limits")) && !d.shown().contains(QStringLiteral("phases")));
        QVERIFY(d.shown().contains(QStringLiteral("sum <h3>Faults</h3>")));
        d.choose(QStringLiteral("Markdown report"));
        d.page.exportTo(d.at(QStringLiteral("a.md")));
        d.finish();
        QTRY_COMPARE(d.page.written()->model()->rowCount(), 1);
        const QString text = textOf(d.at(QStringLiteral("a.md")));
        QVERIFY(text.contains(QStringLiteral("- sum ### Phases"))); // no heading
        QVERIFY(!text.contains(QStringLiteral("\n### Phases")));
        QVERIFY(text.contains(QStringLiteral("### Timeline")));
        QVERIFY(d.page.notice()->text().contains(d.at(QStringLiteral("a.md"))));
    }

    void theWholeReportIsTheEnginesOwnFile()
    {
        Desk d;
        d.finish();
        d.choose(QStringLiteral("HTML report"));
        d.page.exportTo(d.at(QStringLiteral("a.html")));
        QCOMPARE(d.room->jobList.back().resultPath, d.at(QStringLiteral("a.html")).toStdString());
        d.finish();
        QCOMPARE(textOf(d.at(QStringLiteral("a.html"))), kHtml);
        QCOMPARE(d.page.written()->text(0, 0), QStringLiteral("a.html"));
    }

    void aPdfIsMadeOfTheEnginesHtml()
    {
        Desk d;
        d.finish();
        d.choose(QStringLiteral("PDF report"));
        d.page.exportTo(d.at(QStringLiteral("a.pdf")));
        QCOMPARE(d.room->jobList.back().title, std::string("Export html"));
        d.finish();
        QTRY_COMPARE(d.page.written()->model()->rowCount(), 1);
        QFile file(d.at(QStringLiteral("a.pdf")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.size() > 1000);
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    }

    void everyFormatOfTheEngineIsOfferedWithItsEnding()
    {
        Desk d;
        QCOMPARE(d.page.formats()->count(), kExportFormatCount + 1);
        QSet<QString> names;
        for (int i = 0; i < d.page.formats()->count(); ++i)
            names.insert(d.page.formats()->itemText(i));
        QCOMPARE(names.size(), kExportFormatCount + 1);
    }

    void whatFailsIsSaidWithItsReasonAndNothingIsListed()
    {
        Desk d;
        d.finish(Error { Errc::IoFailure, "no space left; free some" });
        QVERIFY(d.page.notice()->text().contains(QStringLiteral("no space left")));
        QVERIFY(d.page.state()->text().contains(QStringLiteral("No report")));
        d.choose(QStringLiteral("PDF report"));
        d.page.exportTo(QStringLiteral("/proc/nowhere/x.pdf"));
        d.finish();
        QTRY_VERIFY(d.page.notice()->text().contains(QStringLiteral("/proc/nowhere/x.pdf")));
        QVERIFY(d.page.notice()->text().contains(QStringLiteral("Choose a folder")));
        QCOMPARE(d.page.written()->model()->rowCount(), 0);
    }

    void aNewRunShowsNothingOfTheOld()
    {
        Desk d;
        d.finish();
        QTRY_VERIFY(!d.shown().isEmpty());
        d.page.setWorld(d.bridge.world());
        QVERIFY(d.shown().isEmpty());
        QVERIFY(!d.page.isOwn(1));
    }

    void aReportThatIsStillBeingDrawnIsNotShownInANewRun()
    {
        Desk d;
        d.finish();
        auto* writer = d.page.findChild<ReportWriter*>();
        QSignalSpy made(writer, &ReportWriter::previewMade);
        QSignalSpy failed(writer, &ReportWriter::failed);
        d.page.setWorld(d.bridge.world());
        QTRY_COMPARE(made.size() + failed.size(), 1);
        QCoreApplication::processEvents(); // parts are added one by one
        QVERIFY(d.shown().isEmpty());
        QVERIFY(d.page.notice()->isHidden());
    }

    void aHiddenPageAsksForNothing()
    {
        FakeControlRoom* room = new FakeControlRoom(Scene::FailedBack, 2);
        ControlRoomBridge bridge({}, std::unique_ptr<ControlRoom>(room));
        ReportsPage page(bridge);
        page.setWorld(bridge.world());
        bridge.pump();
        page.setSnapshot(*bridge.snapshot());
        QVERIFY(room->jobList.empty());
        page.show();
        page.setSnapshot(*bridge.snapshot());
        QCOMPARE(room->jobList.size(), 1U);
    }

    void whatWasTickedWhenItWasAskedForIsWritten()
    {
        Desk d;
        d.finish();
        QListWidgetItem* phases = d.page.sectionList()->item(static_cast<int>(ReportSection::Phases));
        phases->setCheckState(Qt::Unchecked);
        d.choose(QStringLiteral("Markdown report"));
        d.page.exportTo(d.at(QStringLiteral("a.md")));
        phases->setCheckState(Qt::Checked);
        d.page.sectionList()->item(static_cast<int>(ReportSection::Summary))->setCheckState(Qt::Unchecked);
        d.finish();
        QTRY_COMPARE(d.page.written()->model()->rowCount(), 1);
        const QString text = textOf(d.at(QStringLiteral("a.md")));
        QVERIFY(!text.contains(QStringLiteral("\n### Phases")));
        QVERIFY(text.contains(QStringLiteral("### Summary")));
    }

    void oneFileIsLeftHoweverOftenThePreviewIsUpdated()
    {
        Desk d;
        d.finish();
        const QDir folder = QFileInfo(QString::fromStdString(d.room->jobList[0].resultPath)).dir();
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        for (int i = 0; i < 3; ++i) {
            d.page.refresh();
            d.finish();
        }
        d.choose(QStringLiteral("PDF report"));
        d.page.exportTo(d.at(QStringLiteral("a.pdf")));
        d.finish();
        QTRY_COMPARE(d.page.written()->model()->rowCount(), 1);
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        for (const JobStatus& job : d.room->jobList)
            QVERIFY(d.page.isOwn(job.id));
    }

    void aPageInAnotherLanguageEndsWhatTheOldOneBegan()
    {
        Desk d;
        d.finish();
        QTRY_VERIFY(d.shown().contains(QStringLiteral("limits")));
        d.choose(QStringLiteral("PDF report"));
        d.page.exportTo(d.at(QStringLiteral("drawn.pdf")));
        d.finish(); // of the engine; the page has begun to draw
        d.page.exportTo(d.at(QStringLiteral("a.pdf")));
        const std::uint64_t job = d.room->jobList.back().id;
        ReportsPage next(d.bridge);
        next.setWorld(d.bridge.world());
        next.inherit(d.page);
        next.show();
        next.setSnapshot(*d.bridge.snapshot());
        QVERIFY(next.isOwn(job));
        QVERIFY(next.findChild<JobRow*>()->isRunning());
        QVERIFY(next.state()->text().startsWith(QStringLiteral("As of ")));
        QTRY_VERIFY(next.preview()->document()->toPlainText().contains(QStringLiteral("limits")));
        QCOMPARE(d.room->jobList.size(), 3U); // the report is not made again
        d.finish();
        QTRY_COMPARE(next.written()->model()->rowCount(), 2);
        QVERIFY(QFile::exists(d.at(QStringLiteral("drawn.pdf"))));
        QVERIFY(QFile::exists(d.at(QStringLiteral("a.pdf"))));
        QCOMPARE(d.page.written()->model()->rowCount(), 0);
    }

    void filteringTouchesHeadingsAlone()
    {
        ReportSections none;
        const QString markdown = withSections(kMarkdown, none);
        QVERIFY(markdown.contains(QStringLiteral("head stays")));
        QVERIFY(markdown.contains(QStringLiteral("## Incident 1")));
        QVERIFY(!markdown.contains(QStringLiteral("sum")));
        QVERIFY(!markdown.contains(QStringLiteral("limits")));
        QCOMPARE(withSections(kMarkdown, allSections()), kMarkdown);
        QCOMPARE(htmlWithSections(kHtml, allSections()), kHtml);
        const QString html = htmlWithSections(kHtml, none);
        QVERIFY(html.endsWith(QStringLiteral("</body></html>\n")));
        QVERIFY(!html.contains(QStringLiteral("<svg")));
        QVERIFY(!html.contains(QStringLiteral("limits")));
        QCOMPARE(withoutPictures(kHtml).pictures.size(), 1);
        QVERIFY(withoutPictures(QStringLiteral("<svg never ends")).pictures.isEmpty());
    }

    void aLongTableIsCutInThePreviewAndSaysSo()
    {
        QString html = QStringLiteral(
            "<body>\n<h1>a</h1>\n<h3>b</h3>\n<table><thead><tr><th>x</th></tr></thead><tbody>\n");
        for (int i = 0; i < 30; ++i)
            html += QStringLiteral("<tr><td>%1</td></tr>\n").arg(i);
        html += QStringLiteral("</tbody></table>\n<h3>c</h3>\n</body></html>\n");
        const QStringList parts = inParts(html, 25);
        QCOMPARE(parts.size(), 3);
        QVERIFY(parts[1].contains(QStringLiteral("<td>24</td>")));
        QVERIFY(!parts[1].contains(QStringLiteral("<td>25</td>")));
        QVERIFY(parts[1].contains(QStringLiteral("in the file: 5")));
        QVERIFY(!parts[2].contains(QStringLiteral("</body>")));
        QVERIFY(!inParts(html, 30).join(QString()).contains(QStringLiteral("in the file")));
    }

    void itPaintsInBothThemesAndSizes()
    {
        Desk d;
        d.finish();
        QTRY_VERIFY(!d.shown().isEmpty());
        d.look();
        paintEverywhere(d.page, QStringLiteral("reports"));
    }
};

QTEST_MAIN(TestReportsPage)
#include "tst_reports_page.moc"
