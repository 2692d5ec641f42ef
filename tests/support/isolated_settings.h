// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the window neither read nor write anybody's settings, and take every warning of Qt for a failure.
#pragma once

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace sb::test {

// Settings of this test alone, empty; every warning is a failure, but the one the offscreen platform cannot
// help. For init().
inline void isolate(const QTemporaryDir& settings)
{
    QVERIFY(settings.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QSettings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("signalbox"), QStringLiteral("signalbox"))
        .clear();
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

} // namespace sb::test
