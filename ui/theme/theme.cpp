// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/flat_style.h"
#include "ui/theme/fonts.h"

#include <QApplication>
#include <QEvent>
#include <QPen>
#include <QToolTip>

#include <array>

namespace sb {

namespace {

struct TokenRow {
    Token token;
    const char* name;
    std::array<QRgb, kThemeKindCount> colors; // by ThemeKind
};

constexpr std::array<TokenRow, kTokenCount> kTokens { {
    { Token::BgWindow, "bg.window", { 0xFFE4E7EA, 0xFF121519, 0xFFC8CCD0, 0xFF000000 } },
    { Token::BgPanel, "bg.panel", { 0xFFF3F4F6, 0xFF1A1E23, 0xFFFFFFFF, 0xFF000000 } },
    { Token::BgPlot, "bg.plot", { 0xFFFFFFFF, 0xFF0E1114, 0xFFFFFFFF, 0xFF000000 } },
    { Token::BgRaised, "bg.raised", { 0xFFFFFFFF, 0xFF232930, 0xFFFFFFFF, 0xFF000000 } },
    { Token::BgHover, "bg.hover", { 0xFFE9ECEF, 0xFF262C33, 0xFFD6E4F5, 0xFF111D28 } },
    { Token::BgFailed, "bg.failed", { 0xFFFBEDEC, 0xFF2A1E20, 0xFFFFFFFF, 0xFF1C0503 } },
    { Token::BgDegraded, "bg.degraded", { 0xFFFDF4E2, 0xFF29241A, 0xFFFFFFFF, 0xFF1A1400 } },
    { Token::LineGrid, "line.grid", { 0xFFD3D8DE, 0xFF2A3037, 0xFF8A9098, 0xFF5A626B } },
    { Token::LineSoft, "line.soft", { 0xFFC4CAD1, 0xFF363D46, 0xFF4A5058, 0xFF9AA3AD } },
    { Token::LineBorder, "line.border", { 0xFF76808B, 0xFF75808B, 0xFF1A1E23, 0xFFFFFFFF } },
    { Token::TextPrimary, "text.primary", { 0xFF1A1E23, 0xFFE7EAEE, 0xFF000000, 0xFFFFFFFF } },
    { Token::TextSecondary, "text.secondary", { 0xFF454D57, 0xFFB0B9C3, 0xFF1A1E23, 0xFFF0F2F4 } },
    { Token::TextMuted, "text.muted", { 0xFF5F6872, 0xFF8E98A3, 0xFF333A42, 0xFFD3D8DE } },
    { Token::Accent, "accent", { 0xFF0A5AA8, 0xFF6CB6FF, 0xFF003E82, 0xFF8CD0FF } },
    { Token::AccentInk, "accent.ink", { 0xFFFFFFFF, 0xFF10151A, 0xFFFFFFFF, 0xFF000000 } },
    { Token::BgAccent, "bg.accent", { 0xFFFFFFFF, 0xFF1E2B38, 0xFFE3EEFA, 0xFF091B2C } },
    { Token::StateOk, "state.ok", { 0xFF5F6872, 0xFF8E98A3, 0xFF333A42, 0xFFD3D8DE } },
    { Token::StateDegradedText, "state.degraded.text", { 0xFF8A5200, 0xFFFFC247, 0xFF5E3600, 0xFFFFDA52 } },
    { Token::StateDegradedFill, "state.degraded.fill", { 0xFFF0A500, 0xFFFFC247, 0xFFF0A500, 0xFFFFDA52 } },
    { Token::StateDegradedInk, "state.degraded.ink", { 0xFF1A1E23, 0xFF1A1E23, 0xFF000000, 0xFF000000 } },
    { Token::StateFailedText, "state.failed.text", { 0xFF8C0A12, 0xFFFF7A6E, 0xFF7A0007, 0xFFFF857A } },
    { Token::StateFailedFill, "state.failed.fill", { 0xFFB3211A, 0xFFFF7A6E, 0xFF96000A, 0xFFFF857A } },
    { Token::StateFailedInk, "state.failed.ink", { 0xFFFFFFFF, 0xFF1A1E23, 0xFFFFFFFF, 0xFF000000 } },
    { Token::StateHeld, "state.held", { 0xFF5F6872, 0xFF8E98A3, 0xFF333A42, 0xFFD3D8DE } },
    { Token::StateUnknown, "state.unknown", { 0xFF5F6872, 0xFF8E98A3, 0xFF333A42, 0xFFD3D8DE } },
    { Token::MapLand, "map.land", { 0xFFE4E7EB, 0xFF22272E, 0xFFE4E7EB, 0xFF22272E } },
    { Token::MapCoast, "map.coast", { 0xFFD3D8DE, 0xFF2C333B, 0xFF6A717A, 0xFF7A838D } },
    { Token::MapCity, "map.city", { 0xFF9AA2AB, 0xFF5C656F, 0xFF6A717A, 0xFF9AA3AD } },
} };

using Series = std::array<QRgb, kSeriesCount>;
// By ThemeKind; found by search for the largest distance between any two for every kind of colour vision.
constexpr std::array<Series, kThemeKindCount> kSeries { {
    { 0xFF233BA3, 0xFFE2549D, 0xFF748D2A, 0xFF631A51, 0xFFB474DC, 0xFF283419 },
    { 0xFFD7E7FF, 0xFF36A66F, 0xFFB083A5, 0xFF3EFEBA, 0xFF6B6CD8, 0xFF788C26 },
    { 0xFF662FFF, 0xFFB85371, 0xFF0D8700, 0xFF45003E, 0xFF965CB9, 0xFF1C2E00 },
    { 0xFFD2EEEE, 0xFF089861, 0xFFC85AB1, 0xFF2FFF93, 0xFF8661FF, 0xFF9D9200 },
} };

constexpr std::array<const char*, kThemeModeCount> kModeNames { "system", "light", "dark", "contrast-light",
    "contrast-dark" };

} // namespace

QColor Theme::color(Token token) const
{
    const TokenRow& row = kTokens[static_cast<std::size_t>(token)];
    return QColor::fromRgba(row.colors[static_cast<std::size_t>(m_kind)]);
}

QColor Theme::color(Token token, qreal alpha) const
{
    QColor c = color(token);
    c.setAlphaF(static_cast<float>(alpha));
    return c;
}

QColor Theme::series(int regionIndex) const
{
    const auto slot = static_cast<std::size_t>(regionIndex < 0 ? 0 : regionIndex % kSeriesCount);
    return QColor::fromRgba(kSeries[static_cast<std::size_t>(m_kind)][slot]);
}

QPen Theme::seriesPen(int regionIndex, qreal width) const
{
    QPen pen(series(regionIndex), width);
    pen.setCapStyle(Qt::FlatCap);
    const QList<qreal> dash = seriesDash(regionIndex);
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

QPalette Theme::palette() const
{
    QPalette p;
    const QColor panel = color(Token::BgPanel);
    p.setColor(QPalette::Window, panel);
    p.setColor(QPalette::WindowText, color(Token::TextPrimary));
    p.setColor(QPalette::Base, color(Token::BgPlot));
    p.setColor(QPalette::AlternateBase, panel);
    p.setColor(QPalette::Text, color(Token::TextPrimary));
    p.setColor(QPalette::PlaceholderText, color(Token::TextMuted));
    p.setColor(QPalette::Button, panel);
    p.setColor(QPalette::ButtonText, color(Token::TextPrimary));
    p.setColor(QPalette::BrightText, color(Token::StateFailedText));
    p.setColor(QPalette::ToolTipBase, color(Token::BgRaised));
    p.setColor(QPalette::ToolTipText, color(Token::TextPrimary));
    p.setColor(QPalette::Highlight, color(Token::Accent));
    p.setColor(QPalette::HighlightedText, color(Token::AccentInk));
    p.setColor(QPalette::Link, color(Token::Accent));
    p.setColor(QPalette::LinkVisited, color(Token::Accent));
    p.setColor(QPalette::Light, color(Token::BgRaised));
    p.setColor(QPalette::Midlight, color(Token::LineGrid));
    p.setColor(QPalette::Mid, color(Token::LineSoft));
    p.setColor(QPalette::Dark, color(Token::LineBorder));
    p.setColor(QPalette::Shadow, color(Token::BgWindow));
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, mixed(color(Token::TextMuted), panel, 0.35));
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::LineSoft));
    return p;
}

QList<qreal> seriesDash(int regionIndex)
{
    static const std::array<QList<qreal>, kSeriesCount> kDashes { {
        {},
        { 1.2, 2.2 },
        { 4, 2 },
        { 6, 2, 1.2, 2 },
        { 8, 3 },
        { 3, 1.5, 1.2, 1.5, 1.2, 1.5 },
    } };
    if (regionIndex < 0)
        return {};
    // The second round starts one dash further, so that no pair of hue and dash comes back before 36 regions.
    return kDashes[static_cast<std::size_t>((regionIndex + regionIndex / kSeriesCount) % kSeriesCount)];
}

QString tokenName(Token token)
{
    return QString::fromLatin1(kTokens[static_cast<std::size_t>(token)].name);
}

QColor mixed(const QColor& a, const QColor& b, qreal t)
{
    const auto channel = [t](int x, int y) { return qBound(0, qRound(x + (y - x) * t), 255); };
    return { channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()),
        channel(a.alpha(), b.alpha()) };
}

QString themeModeName(ThemeMode mode)
{
    return QString::fromLatin1(kModeNames[static_cast<std::size_t>(mode)]);
}

std::optional<ThemeMode> themeModeNamed(const QString& name)
{
    for (int i = 0; i < kThemeModeCount; ++i) {
        if (name == themeModeName(static_cast<ThemeMode>(i)))
            return static_cast<ThemeMode>(i);
    }
    return std::nullopt;
}

ThemeManager& ThemeManager::instance()
{
    static ThemeManager manager;
    return manager;
}

ThemeManager::ThemeManager()
    : m_theme(ThemeKind::Dark)
{
    m_systemWindow = QPalette().color(QPalette::Window);
    m_theme = Theme(systemKind());
}

ThemeKind ThemeManager::systemKind() const
{
    return m_systemWindow.lightnessF() < 0.5F ? ThemeKind::Dark : ThemeKind::Light;
}

ThemeKind ThemeManager::kindOf(ThemeMode mode) const
{
    switch (mode) {
    case ThemeMode::System:
        return systemKind();
    case ThemeMode::Light:
        return ThemeKind::Light;
    case ThemeMode::Dark:
        return ThemeKind::Dark;
    case ThemeMode::ContrastLight:
        return ThemeKind::ContrastLight;
    case ThemeMode::ContrastDark:
        return ThemeKind::ContrastDark;
    }
    return systemKind();
}

void ThemeManager::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void ThemeManager::install()
{
    if (!m_isInstalled) {
        m_isInstalled = true;
        qApp->setStyle(new FlatStyle);
        qApp->installEventFilter(this);
    }
    QApplication::setFont(font(FontRole::Body));
    QToolTip::setFont(font(FontRole::Caption));
    apply();
}

void ThemeManager::apply()
{
    const Theme before = m_theme;
    m_theme = Theme(kindOf(m_mode));
    if (m_isInstalled) {
        QApplication::setPalette(m_theme.palette());
        QToolTip::setPalette(m_theme.palette());
    }
    if (before != m_theme)
        Q_EMIT themeChanged();
}

bool ThemeManager::eventFilter(QObject* watched, QEvent* event)
{
    // The platform changed its palette while ours was set: only a window colour that is not ours is news.
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange) {
        const QPalette palette = QGuiApplication::palette();
        const QColor window = palette.color(QPalette::Window);
        bool isOurs = false;
        for (int i = 0; i < kThemeKindCount; ++i) {
            const Theme own(static_cast<ThemeKind>(i));
            isOurs = isOurs
                || (window == own.color(Token::BgPanel)
                    && palette.color(QPalette::Highlight) == own.color(Token::Accent));
        }
        if (!isOurs) {
            m_systemWindow = window;
            apply();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sb
