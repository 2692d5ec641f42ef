// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of pages share: finding parts by what they say, pressing as a person would, and pictures.
// SB_PICTURES=FOLDER keeps a picture of each page in both themes and two sizes.
#pragma once

#include "ui/pages/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_button.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>

namespace sb::test {

inline CommandButton* buttonNamed(const QWidget& parent, const QString& start)
{
    const auto buttons = parent.findChildren<CommandButton*>();
    for (CommandButton* button : buttons) {
        if (button->text().startsWith(start))
            return button;
    }
    return nullptr;
}

inline void pressTwice(QWidget* button)
{
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
}

template<typename Part> Part* named(const QWidget& parent, const QString& name)
{
    const auto parts = parent.findChildren<Part*>();
    for (Part* part : parts) {
        if (part->accessibleName() == name)
            return part;
    }
    return nullptr;
}

inline bool says(const QWidget& parent, const QString& text)
{
    const auto labels = parent.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisibleTo(&parent) && label->text().contains(text))
            return true;
    }
    return false;
}

// Paints the page as wide as the smallest and the usual window leave it, in both themes.
inline void paintEverywhere(Page& page, const QString& name)
{
    ThemeManager::instance().install();
    page.setAutoFillBackground(true);
    for (const QSize size : { QSize(684, 580), QSize(1024, 780) }) {
        for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
            ThemeManager::instance().setMode(mode);
            page.setPalette(currentTheme().palette());
            page.resize(size);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            const QPixmap picture = page.grab();
            QVERIFY(!picture.isNull());
            QVERIFY2(
                page.width() == size.width(), qPrintable(QStringLiteral("needs %1 px").arg(page.width())));
            if (const QString folder = qEnvironmentVariable("SB_PICTURES"); !folder.isEmpty())
                picture.save(
                    QStringLiteral("%1/%2-%3-%4.png")
                        .arg(folder, name)
                        .arg(size.width())
                        .arg(mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark")));
        }
    }
}

} // namespace sb::test
