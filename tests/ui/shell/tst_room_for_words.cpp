// SPDX-License-Identifier: GPL-3.0-or-later
// Whether every word has the room it needs: all pages in all languages and in the pseudo-language, at the
// least and at the usual size of the window. A label, button or column head that is narrower than its text
// must be elided and say all of it in its tooltip; none may lie over another.
#include "tests/support/fake_control_room.h"
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/status_line.h"
#include "ui/theme/languages.h"
#include "ui/theme/preferences.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/status_pill.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>

using namespace sb;
using namespace sb::test;

namespace {

constexpr int kRounding = 2; // px: fractions of glyphs
constexpr int kFrame = 4; // px: the lines of a button at both sides

QString nameOf(const QWidget& widget)
{
    QStringList names;
    for (const QWidget* w = &widget; w != nullptr && !w->isWindow() && names.size() < 3;
         w = w->parentWidget())
        names.prepend(QString::fromLatin1(w->metaObject()->className()).remove(QLatin1String("sb::")));
    return names.join(QLatin1Char('>'));
}

// Shortened, with all of it in the tooltip. Of a text that is stored with its gap every piece must be there.
bool saysAllOf(const QString& tip, const QString& text)
{
    if (tip.isEmpty())
        return false;
    const auto plain = [](const QString& words) {
        const QString bare
            = Qt::mightBeRichText(words) ? QTextDocumentFragment::fromHtml(words).toPlainText() : words;
        return bare.simplified().remove(QLatin1Char('&'));
    };
    const QString said = plain(tip);
    for (const QString& piece : plain(text).split(QChar(0x2026)))
        if (!said.contains(piece.trimmed()))
            return false;
    return true;
}

// Command buttons and pills say by themselves what they shorten; that has its tests with them.
bool isExcused(const QWidget& widget, const QString& text)
{
    return saysAllOf(widget.toolTip(), text) || qobject_cast<const CommandButton*>(&widget) != nullptr
        || qobject_cast<const StatusPill*>(&widget) != nullptr;
}

// What is wrong with it, or nothing.
QString faultOf(const QLabel& label)
{
    if (label.text().trimmed().isEmpty() || isExcused(label, label.text()) || label.width() == 0)
        return {};
    if (label.wordWrap() || label.textFormat() == Qt::RichText) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + kRounding
            ? QStringLiteral("needs %1 px of height, has %2").arg(needed).arg(label.height())
            : QString();
    }
    const QSize needed = label.minimumSizeHint().expandedTo(label.sizeHint());
    if (needed.width() > label.width() + kRounding)
        return QStringLiteral("needs %1 px, has %2").arg(needed.width()).arg(label.width());
    return needed.height() > label.height() + kRounding
        ? QStringLiteral("needs %1 px of height, has %2").arg(needed.height()).arg(label.height())
        : QString();
}

QString faultOf(const QAbstractButton& button)
{
    if (button.text().isEmpty() || isExcused(button, button.text()))
        return {};
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return {};
    // One that is explained may be of a fixed width with less air around its words, never of less than those.
    const int needed = button.toolTip().isEmpty()
        ? button.sizeHint().width()
        : std::min(button.sizeHint().width(),
            button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width() + kFrame);
    return needed > button.width() + kRounding
        ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(button.width())
        : QString();
}

QStringList faultsOf(const QHeaderView& header)
{
    QStringList faults;
    if (header.orientation() != Qt::Horizontal || header.model() == nullptr)
        return faults;
    for (int i = 0; i < header.count(); ++i) {
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const bool isSaid
            = saysAllOf(header.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString(), text);
        if (header.isSectionHidden(i) || text.isEmpty() || isSaid)
            continue;
        const int needed = header.fontMetrics().horizontalAdvance(text) + 4;
        if (needed > header.sectionSize(i) + kRounding)
            faults << QStringLiteral("column “%1” needs %2 px, has %3")
                          .arg(text)
                          .arg(needed)
                          .arg(header.sectionSize(i));
    }
    return faults;
}

template<typename Widget> void collect(const QWidget& part, QList<QWidget*>& into)
{
    for (Widget* widget : part.findChildren<Widget*>())
        if (widget->isVisible() && !widget->visibleRegion().isEmpty())
            into << widget;
}

// Siblings with words that lie over each other.
QStringList overlapsIn(const QList<QWidget*>& widgets)
{
    QStringList faults;
    for (qsizetype i = 0; i < widgets.size(); ++i) {
        for (qsizetype j = i + 1; j < widgets.size(); ++j) {
            const QWidget& a = *widgets.at(i);
            const QWidget& b = *widgets.at(j);
            if (a.parentWidget() != b.parentWidget())
                continue;
            const QRect both = a.geometry().intersected(b.geometry());
            if (both.width() > kRounding && both.height() > kRounding)
                faults << QStringLiteral("%1 and %2 overlap by %3x%4")
                              .arg(nameOf(a), nameOf(b))
                              .arg(both.width())
                              .arg(both.height());
        }
    }
    return faults;
}

QStringList faultsIn(const QWidget& part, int& looked)
{
    QStringList faults;
    QList<QWidget*> labels;
    QList<QWidget*> buttons;
    collect<QLabel>(part, labels);
    collect<QAbstractButton>(part, buttons);
    for (QWidget* widget : labels) {
        const auto& label = *qobject_cast<QLabel*>(widget);
        if (const QString fault = faultOf(label); !fault.isEmpty())
            faults << QStringLiteral("%1 “%2” %3").arg(nameOf(label), label.text().left(60), fault);
    }
    for (QWidget* widget : buttons) {
        const auto& button = *qobject_cast<QAbstractButton*>(widget);
        if (const QString fault = faultOf(button); !fault.isEmpty())
            faults << QStringLiteral("%1 “%2” %3").arg(nameOf(button), button.text().left(60), fault);
    }
    for (const QHeaderView* header : part.findChildren<QHeaderView*>()) {
        if (header->isVisible())
            for (const QString& fault : faultsOf(*header))
                faults << nameOf(*header) + QLatin1Char(' ') + fault;
    }
    for (const QScrollArea* area : part.findChildren<QScrollArea*>()) {
        if (!area->isVisible() || area->widget() == nullptr
            || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        if (area->widget()->width() > area->viewport()->width() + kRounding)
            faults << QStringLiteral("%1 is cut at its side: %2 px in %3")
                          .arg(nameOf(*area->widget()))
                          .arg(area->widget()->width())
                          .arg(area->viewport()->width());
    }
    looked += static_cast<int>(labels.size() + buttons.size());
    return faults + overlapsIn(labels + buttons);
}

} // namespace

class TestRoomForWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }

    void theWalkFindsWhatIsTooNarrow()
    {
        QWidget part;
        auto* label = new QLabel(QStringLiteral("a label that is much longer than its place"), &part);
        label->setGeometry(0, 0, 40, 20);
        auto* button = new QPushButton(QStringLiteral("the same for a button"), &part);
        button->setGeometry(20, 0, 50, 20);
        part.show();
        int looked = 0;
        QCOMPARE(faultsIn(part, looked).size(), 3); // both too narrow, and one over the other
        label->setToolTip(QStringLiteral("something else")); // is no excuse
        QCOMPARE(faultsIn(part, looked).size(), 3);
        label->setToolTip(label->text());
        button->setToolTip(button->text());
        button->move(60, 0);
        QCOMPARE(faultsIn(part, looked), QStringList());
        QCOMPARE(looked, 6);
    }

    void allWordsHaveTheirRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Scene>("scene");
        for (const char* language : { "en", "de", "ja", "ar", "pseudo" }) {
            const QString name = QString::fromLatin1(language);
            QTest::addRow("%s at 1100x700", language) << name << QSize(1100, 700) << Scene::FailedOver;
            QTest::addRow("%s at 1440x900", language) << name << QSize(1440, 900) << Scene::FailedOver;
            QTest::addRow("%s while it fails", language) << name << QSize(1100, 700) << Scene::Failing;
        }
    }

    void allWordsHaveTheirRoom()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const Scene, scene);
        LanguageManager::instance().use(language);
        auto made = std::make_unique<FakeControlRoom>(scene, 3);
        MainWindow window(ControlRoomFactory {}, std::move(made));
        window.resize(size);
        window.show();
        window.bridge().pump();
        QStringList faults;
        int looked = 0;
        QStringList pages { QStringLiteral("overview") };
        for (const PageEntry& entry : pageCatalogue())
            pages << entry.id;
        for (const QString& id : std::as_const(pages)) {
            auto* action = window.findChild<QAction*>(QStringLiteral("page.") + id);
            QVERIFY2(action, qPrintable(id));
            action->trigger();
            window.bridge().pump();
            // Two rounds: wrapped labels tell their height once they know their width.
            for (int round = 0; round < 3; ++round)
                QCoreApplication::sendPostedEvents();
            for (const QString& fault : faultsIn(window, looked))
                faults << id + QStringLiteral(": ") + fault;
        }
        faults.removeDuplicates();
        QVERIFY(looked > 300);
        if (!faults.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("%1 findings\n  ").arg(faults.size()) + faults.join(QStringLiteral("\n  "))));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestRoomForWords)
#include "tst_room_for_words.moc"
