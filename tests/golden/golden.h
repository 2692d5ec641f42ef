// SPDX-License-Identifier: GPL-3.0-or-later
// Golden images: a picture rendered now against the one kept in tests/golden/images. Kept pictures have their
// channels rounded to multiples of kChannelStep, which halves their files. Tolerant of that and of what
// rasterisers differ in: a channel may be off by kChannelTolerance, and kPixelTolerance of all pixels may be
// off by more. On failure <name>-{actual,expected,diff}.png are left in the working folder.
// SB_BLESS=1 in the environment replaces the kept picture instead; look at it before committing it.
#pragma once

#include <QImage>
#include <QString>

namespace sb::test {

inline constexpr int kChannelStep = 4; // of 255
inline constexpr int kChannelTolerance = 4; // half a step, and two that rasterisers differ in
inline constexpr double kPixelTolerance = 0.001; // share of all pixels

struct ImageDifference {
    bool isSameSize = true;
    qint64 pixels = 0; // beyond the channel tolerance
    double share = 0;
    QImage picture; // differing pixels in red over a faint copy
    [[nodiscard]] bool isAcceptable() const { return isSameSize && share <= kPixelTolerance; }
};

[[nodiscard]] ImageDifference compareImages(const QImage& actual, const QImage& expected);
// The picture as a small PNG file: rounded channels, no filter, best compression.
[[nodiscard]] QByteArray smallPng(const QImage& image);
// Empty when the picture matches or was blessed; else what is wrong and where the files are.
[[nodiscard]] QString checkGolden(const QString& name, const QImage& actual);

} // namespace sb::test
