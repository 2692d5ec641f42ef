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

void put32(QByteArray& out, quint32 value)
{
    for (const int shift : { 24, 16, 8, 0 })
        out.append(static_cast<char>(value >> shift));
}

void putChunk(QByteArray& out, const QByteArray& type, const QByteArray& data)
{
    put32(out, static_cast<quint32>(data.size()));
    const QByteArray body = type + data;
    quint32 crc = 0xFFFFFFFFU; // of ISO 3309, as the format has it
    for (const char byte : body) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0);
    }
    out += body;
    put32(out, ~crc);
}

char rounded(int channel)
{
    return static_cast<char>(std::min(255, (channel + kChannelStep / 2) / kChannelStep * kChannelStep));
}

} // namespace

QByteArray smallPng(const QImage& image)
{
    QByteArray rows;
    rows.reserve((image.width() * 3 + 1) * image.height());
    for (int y = 0; y < image.height(); ++y) {
        rows.append('\0'); // flat areas compress best unfiltered
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            rows.append(rounded(qRed(pixel)));
            rows.append(rounded(qGreen(pixel)));
            rows.append(rounded(qBlue(pixel)));
        }
    }
    QByteArray header;
    put32(header, static_cast<quint32>(image.width()));
    put32(header, static_cast<quint32>(image.height()));
    header.append("\x08\x02\0\0\0", 5); // 8 bits, red green blue, not interlaced
    QByteArray file("\x89PNG\r\n\x1A\n", 8);
    putChunk(file, "IHDR", header);
    putChunk(file, "IDAT", qCompress(rows, 9).mid(4)); // without the length that Qt puts before
    putChunk(file, "IEND", {});
    return file;
}

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
        QFile file(kept);
        if (!file.open(QIODevice::WriteOnly) || file.write(smallPng(actual)) <= 0)
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
