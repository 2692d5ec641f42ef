// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/golden.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdlib>

namespace sb::test {
namespace {

QString keptPath(const QString& name)
{
    return QStringLiteral(SB_SOURCE_DIR "/tests/golden/images/%1.png").arg(name);
}

int worstChannel(QRgb a, QRgb b)
{
    return std::max({ std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
        std::abs(qBlue(a) - qBlue(b)), std::abs(qAlpha(a) - qAlpha(b)) });
}

} // namespace

ImageDifference compareImages(const QImage& first, const QImage& second)
{
    ImageDifference result;
    result.isSameSize = first.size() == second.size();
    if (!result.isSameSize || first.isNull())
        return result;
    const QImage actual = first.convertToFormat(QImage::Format_ARGB32);
    const QImage expected = second.convertToFormat(QImage::Format_ARGB32);
    result.picture = QImage(actual.size(), QImage::Format_ARGB32);
    for (int y = 0; y < actual.height(); ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(actual.constScanLine(y));
        const auto* b = reinterpret_cast<const QRgb*>(expected.constScanLine(y));
        auto* out = reinterpret_cast<QRgb*>(result.picture.scanLine(y));
        for (int x = 0; x < actual.width(); ++x) {
            const bool differs = worstChannel(a[x], b[x]) > kChannelTolerance;
            result.pixels += differs;
            const int faint = 200 + qGray(b[x]) / 5;
            out[x] = differs ? qRgb(220, 0, 0) : qRgb(faint, faint, faint);
        }
    }
    result.share
        = static_cast<double>(result.pixels) / (static_cast<double>(actual.width()) * actual.height());
    return result;
}

QString checkGolden(const QString& name, const QImage& actual)
{
    const QString kept = keptPath(name);
    if (qEnvironmentVariableIntValue("SB_BLESS") == 1) {
        if (!actual.save(kept))
            return QStringLiteral("%1 cannot be written").arg(kept);
        return {};
    }
    const QImage expected(kept);
    const QString here = QDir::current().absoluteFilePath(name);
    if (expected.isNull()) {
        actual.save(here + QStringLiteral("-actual.png"));
        return QStringLiteral(
            "%1 is missing or no picture; look at %2-actual.png and run again with SB_BLESS=1")
            .arg(kept, here);
    }
    const ImageDifference difference = compareImages(actual, expected);
    if (difference.isAcceptable())
        return {};
    actual.save(here + QStringLiteral("-actual.png"));
    expected.save(here + QStringLiteral("-expected.png"));
    difference.picture.save(here + QStringLiteral("-diff.png"));
    if (!difference.isSameSize) {
        return QStringLiteral("%1 is %2x%3, expected %4x%5")
            .arg(name)
            .arg(actual.width())
            .arg(actual.height())
            .arg(expected.width())
            .arg(expected.height());
    }
    return QStringLiteral("%1 differs in %2 pixels (%3 %); see %4-diff.png")
        .arg(name)
        .arg(difference.pixels)
        .arg(difference.share * 100, 0, 'f', 2)
        .arg(here);
}

} // namespace sb::test
