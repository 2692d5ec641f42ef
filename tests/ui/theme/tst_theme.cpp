// SPDX-License-Identifier: GPL-3.0-or-later
// The table of colours is held to its promises: readable text, visible shapes, series that stay apart for
// colour-deficient eyes. And values read the same everywhere.
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>
#include <cmath>

using namespace sb;

namespace {

using Vec3 = std::array<double, 3>;
using Matrix = std::array<Vec3, 3>;

// Dichromacy at full severity: Machado, Oliveira and Fernandes, 2009, linear RGB.
constexpr Matrix kNormal { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } };
constexpr Matrix kProtan { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } } };
constexpr Matrix kDeutan { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } } };
constexpr Matrix kTritan { { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } } };

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Vec3 linearRgb(const QColor& color)
{
    return { linear(color.redF()), linear(color.greenF()), linear(color.blueF()) };
}

double luminance(const QColor& color)
{
    const Vec3 c = linearRgb(color);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Vec3 lab(const QColor& color, const Matrix& vision)
{
    const Vec3 rgb = linearRgb(color);
    Vec3 seen {};
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = std::clamp(vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0.0, 1.0);
    const Vec3 xyz { (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047,
        0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2],
        (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883 };
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    return { 116 * f(xyz[1]) - 16, 500 * (f(xyz[0]) - f(xyz[1])), 200 * (f(xyz[1]) - f(xyz[2])) };
}

double distance(const QColor& a, const QColor& b, const Matrix& vision)
{
    const Vec3 x = lab(a, vision);
    const Vec3 y = lab(b, vision);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

constexpr std::array kKinds { ThemeKind::Light, ThemeKind::Dark, ThemeKind::ContrastLight,
    ThemeKind::ContrastDark };
static_assert(kKinds.size() == kThemeKindCount);
constexpr std::array kKindNames { "light", "dark", "contrast light", "contrast dark" };

QByteArray report(const Theme& theme, Token token, Token ground, double ratio)
{
    return QStringLiteral("%1 on %2 (%3): %4")
        .arg(tokenName(token), tokenName(ground),
            QString::fromLatin1(kKindNames[static_cast<std::size_t>(theme.kind())]))
        .arg(ratio, 0, 'f', 2)
        .toUtf8();
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void textHasAContrastOfAtLeastFourAndAHalf()
    {
        for (const ThemeKind kind : kKinds) {
            const Theme theme(kind);
            for (const Token text : { Token::TextPrimary, Token::TextSecondary, Token::TextMuted,
                     Token::Accent, Token::StateDegradedText, Token::StateFailedText }) {
                for (const Token ground : { Token::BgPanel, Token::BgPlot, Token::BgRaised }) {
                    const double ratio = contrast(theme.color(text), theme.color(ground));
                    QVERIFY2(ratio >= 4.5, report(theme, text, ground, ratio).constData());
                }
            }
        }
    }

    void textOnColouredGroundsStaysReadable()
    {
        const std::pair<Token, Token> pairs[] { { Token::StateFailedInk, Token::StateFailedFill },
            { Token::StateDegradedInk, Token::StateDegradedFill }, { Token::AccentInk, Token::Accent },
            { Token::TextPrimary, Token::BgFailed }, { Token::TextSecondary, Token::BgFailed },
            { Token::StateFailedText, Token::BgFailed }, { Token::TextPrimary, Token::BgDegraded },
            { Token::StateDegradedText, Token::BgDegraded }, { Token::TextPrimary, Token::BgAccent } };
        for (const ThemeKind kind : kKinds) {
            const Theme theme(kind);
            for (const auto& [text, ground] : pairs) {
                const double ratio = contrast(theme.color(text), theme.color(ground));
                QVERIFY2(ratio >= 4.5, report(theme, text, ground, ratio).constData());
            }
        }
    }

    void shapesAndLinesHaveAContrastOfAtLeastThree()
    {
        for (const ThemeKind kind : kKinds) {
            const Theme theme(kind);
            for (const Token shape : { Token::LineBorder, Token::StateOk, Token::StateDegradedText,
                     Token::StateFailedFill, Token::StateHeld, Token::StateUnknown, Token::Accent }) {
                for (const Token ground : { Token::BgPanel, Token::BgPlot, Token::BgRaised }) {
                    const double ratio = contrast(theme.color(shape), theme.color(ground));
                    QVERIFY2(ratio >= 3.0, report(theme, shape, ground, ratio).constData());
                }
            }
            for (int i = 0; i < kSeriesCount; ++i)
                QVERIFY(contrast(theme.series(i), theme.color(Token::BgPlot)) >= 3.0);
        }
    }

    void seriesStayApartForEveryKindOfColourVision()
    {
        for (const ThemeKind kind : kKinds) {
            const Theme theme(kind);
            for (const Matrix& vision : { kNormal, kProtan, kDeutan, kTritan }) {
                for (int i = 0; i < kSeriesCount; ++i) {
                    for (int j = i + 1; j < kSeriesCount; ++j) {
                        const double apart = distance(theme.series(i), theme.series(j), vision);
                        QVERIFY2(apart >= 20,
                            QByteArray::number(i) + " and " + QByteArray::number(j) + ": "
                                + QByteArray::number(apart));
                    }
                }
            }
        }
    }

    // What WCAG 2.1 asks of an enhanced presentation (1.4.6), and as much for whatever is no text.
    void highContrastHasSevenForTextAndFourAndAHalfForShapes()
    {
        for (const ThemeKind kind : { ThemeKind::ContrastLight, ThemeKind::ContrastDark }) {
            const Theme theme(kind);
            for (const Token ground : { Token::BgPanel, Token::BgPlot, Token::BgRaised, Token::BgHover,
                     Token::BgFailed, Token::BgDegraded, Token::BgAccent }) {
                for (const Token text : { Token::TextPrimary, Token::TextSecondary, Token::TextMuted,
                         Token::Accent, Token::StateDegradedText, Token::StateFailedText }) {
                    const double ratio = contrast(theme.color(text), theme.color(ground));
                    QVERIFY2(ratio >= 7, report(theme, text, ground, ratio).constData());
                }
            }
            for (const Token shape : { Token::LineSoft, Token::LineBorder, Token::StateOk, Token::StateHeld,
                     Token::StateUnknown, Token::StateFailedFill, Token::Accent }) {
                const double ratio = contrast(theme.color(shape), theme.color(Token::BgPanel));
                QVERIFY2(ratio >= 4.5, report(theme, shape, Token::BgPanel, ratio).constData());
            }
            for (int i = 0; i < kSeriesCount; ++i)
                QVERIFY(contrast(theme.series(i), theme.color(Token::BgPlot)) >= 4.5);
        }
        // The plain themes would not pass: the test bites.
        const Theme plain(ThemeKind::Light);
        QVERIFY(contrast(plain.color(Token::TextMuted), plain.color(Token::BgPanel)) < 7);
    }

    void degradedAndFailedStayApartForEveryKindOfColourVision()
    {
        for (const ThemeKind kind : kKinds) {
            const Theme theme(kind);
            for (const Matrix& vision : { kNormal, kProtan, kDeutan, kTritan }) {
                const double apart = distance(
                    theme.color(Token::StateDegradedFill), theme.color(Token::StateFailedFill), vision);
                QVERIFY2(apart >= 30, kKindNames[static_cast<std::size_t>(kind)]);
            }
        }
    }

    void everyModeHasANameThatIsUnderstoodAgain()
    {
        for (int i = 0; i < kThemeModeCount; ++i) {
            const auto mode = static_cast<ThemeMode>(i);
            QVERIFY(themeModeNamed(themeModeName(mode)) == mode);
        }
        QVERIFY(!themeModeNamed(QStringLiteral("pink")));
        QVERIFY(!themeModeNamed(QString()));
    }

    void systemFollowsThePlatformsPalette()
    {
        ThemeManager& manager = ThemeManager::instance();
        manager.install();
        manager.setMode(ThemeMode::System);
        for (const bool isDark : { true, false, true }) {
            QPalette platform;
            platform.setColor(QPalette::Window, isDark ? Qt::black : Qt::white);
            platform.setColor(QPalette::Highlight, Qt::darkGray);
            QApplication::setPalette(platform);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(manager.theme().kind(), isDark ? ThemeKind::Dark : ThemeKind::Light);
        }
        // One that the user has chosen stays.
        manager.setMode(ThemeMode::ContrastLight);
        QPalette platform;
        platform.setColor(QPalette::Window, Qt::black);
        platform.setColor(QPalette::Highlight, Qt::darkGray);
        QApplication::setPalette(platform);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(manager.theme().kind(), ThemeKind::ContrastLight);
        QCOMPARE(QApplication::palette().color(QPalette::Window), manager.theme().color(Token::BgPanel));
    }

    void moreRegionsThanHuesDifferByDash()
    {
        for (int i = 0; i < kSeriesCount; ++i) {
            QCOMPARE(currentTheme().series(i), currentTheme().series(i + kSeriesCount));
            QVERIFY(seriesDash(i) != seriesDash(i + kSeriesCount));
        }
    }

    void everyStateHasAShapeOfItsOwnInGrey()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < kStateShapeCount; ++i) {
            QImage image(24, 24, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintStateGlyph(
                painter, QRectF(2, 2, 20, 20), static_cast<StateShape>(i), Theme(ThemeKind::Light));
            painter.end();
            // Ink or not, without any colour.
            QByteArray mask;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    mask += qGray(image.pixel(x, y)) < 200 ? '1' : '0';
            }
            QVERIFY(mask.count('1') > 20);
            seen.insert(mask);
        }
        QCOMPARE(seen.size(), kStateShapeCount);
    }

    void everyEnumeratorHasAWord()
    {
        for (int i = 0; i < kRegionStateCount; ++i)
            QVERIFY(!wordFor(static_cast<RegionState>(i)).isEmpty());
        for (int i = 0; i < kEventKindCount; ++i)
            QVERIFY(!wordFor(static_cast<EventKind>(i)).isEmpty());
        for (int i = 0; i < kFaultKindCount; ++i) {
            QVERIFY(!wordFor(static_cast<FaultKind>(i)).isEmpty());
            QVERIFY(!explain(static_cast<FaultKind>(i)).isEmpty());
        }
        for (int i = 0; i < kMetricCount; ++i)
            QVERIFY(!wordFor(static_cast<Metric>(i)).isEmpty());
        QVERIFY(wordFor(RegionReason::None).isEmpty());
        for (int i = 1; i < kRegionReasonCount; ++i)
            QVERIFY(!wordFor(static_cast<RegionReason>(i)).isEmpty());
    }

    void valuesReadTheSameEverywhere()
    {
        QCOMPARE(formatRate(1490), QStringLiteral("1,490 req/s"));
        QCOMPARE(formatRate(3.24), QStringLiteral("3.2 req/s"));
        QCOMPARE(formatRate(0), QStringLiteral("0 req/s"));
        QCOMPARE(formatPercent(0.026, 1), QStringLiteral("2.6 %"));
        QCOMPARE(formatMs(38.4), QStringLiteral("38 ms"));
        QCOMPARE(formatSeconds(0.19), QStringLiteral("0.19 s"));
        QCOMPARE(formatSeconds(4.21), QStringLiteral("4.2 s"));
        QCOMPARE(formatSeconds(42), QStringLiteral("42 s"));
        QCOMPARE(formatMoney({ 41'235 }), QStringLiteral("€ 412.35"));
        QCOMPARE(formatMoney({ 123'456'700 }, false), QStringLiteral("€ 1,234,567"));
        QCOMPARE(formatWriteLabel({ "order 48 213", OrderId { 48'213 }, CustomerId { 7 }, kStart, {} }),
            QStringLiteral("#48,213"));
        QCOMPARE(formatWriteLabel({ "cart of customer 1 207", {}, CustomerId { 1'207 }, kStart, {} }),
            QStringLiteral("cart 1207"));
        QCOMPARE(formatWriteLabel({ "rows of the stock of 1 book", {}, {}, kStart, {} }),
            QStringLiteral("rows of the stock of 1 book"));
        QCOMPARE(formatWriteLabel({ "coupon 3 of customer 9", {}, CustomerId { 9 }, kStart, {} }),
            QStringLiteral("coupon 3 of customer 9"));
        QCOMPARE(formatDuration(850ms), QStringLiteral("850 ms"));
        QCOMPARE(formatDuration(67s), QStringLiteral("1 min 07 s"));
        QCOMPARE(formatDuration(15min), QStringLiteral("15 min"));
        QCOMPARE(formatDuration(125min), QStringLiteral("2 h 05 min"));
        QCOMPARE(formatAge(1900ms), QStringLiteral("1 s"));
        QCOMPARE(formatAge(-5s), QStringLiteral("0 s"));
        QCOMPARE(formatAge(170s), QStringLiteral("02:50"));
        QCOMPARE(formatStopwatch(42s), QStringLiteral("00:42"));
        QCOMPARE(formatStopwatch(3762s), QStringLiteral("1:02:42"));
        QCOMPARE(formatSpeed(25), QStringLiteral("¼×"));
        QCOMPARE(formatSpeed(6000), QStringLiteral("60×"));
        QCOMPARE(formatOrders(1), QStringLiteral("1 order"));
        QCOMPARE(formatOrders(1700), QStringLiteral("1,700 orders"));
    }

    void virtualClockCutsAndNeverShowsTheFuture()
    {
        const UtcStart start { 1'772'548'080 }; // 2026-03-03T14:28:00Z
        QCOMPARE(formatClock(start, kStart + 247s), QStringLiteral("14:32:07"));
        QCOMPARE(formatClock(start, kStart + 999'999us, true), QStringLiteral("14:28:00.99"));
        QCOMPARE(formatDayClock(start, kStart + 247s), QStringLiteral("Tue 14:32:07 UTC"));
    }

    void tabularTextKeepsItsWidthWhileDigitsTick()
    {
        const QFont f = sb::font(FontRole::Body);
        QCOMPARE(tabularWidth(f, QStringLiteral("11:11:11")), tabularWidth(f, QStringLiteral("08:58:40")));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
