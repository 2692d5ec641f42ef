// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of colours. A Theme is a value (light or dark, each also with high contrast); painters take
// it from ThemeManager at paint time and repaint on themeChanged. No other folder may hold a colour literal.
// Contrast and separability of the table are held by tst_theme.
// Thread: UI thread.
#pragma once

#include <QColor>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QString>

#include <optional>

class QPen;

namespace sb {

enum class Token : quint8 {
    BgWindow, // behind the cards
    BgPanel, // cards and docks
    BgPlot, // charts, map, timeline
    BgRaised, // popups, map cards
    BgHover, // a control under the pointer
    BgFailed, // behind a banner or card of a failed thing
    BgDegraded,
    LineGrid, // grid and dividers only, never information
    LineSoft, // outline of cards and buttons; decoration
    LineBorder, // outline that must be seen: inputs, links, node rings
    TextPrimary,
    TextSecondary, // labels, units
    TextMuted, // ages, hints; still readable
    Accent, // interaction, selection, recovering
    AccentInk, // text on an Accent fill
    BgAccent, // behind a checked control
    StateOk,
    StateDegradedText,
    StateDegradedFill,
    StateDegradedInk,
    StateFailedText,
    StateFailedFill,
    StateFailedInk,
    StateHeld,
    StateUnknown,
    MapLand,
    MapCoast,
    MapCity,
};
inline constexpr int kTokenCount = static_cast<int>(Token::MapCity) + 1;

enum class ThemeKind : quint8 { Light, Dark, ContrastLight, ContrastDark };
inline constexpr int kThemeKindCount = static_cast<int>(ThemeKind::ContrastDark) + 1;
// System: light or dark as the platform's palette is.
enum class ThemeMode : quint8 { System, Light, Dark, ContrastLight, ContrastDark };
inline constexpr int kThemeModeCount = static_cast<int>(ThemeMode::ContrastDark) + 1;
// "system", "light", "dark", "contrast-light", "contrast-dark": of the command line and of settings.
[[nodiscard]] QString themeModeName(ThemeMode mode);
[[nodiscard]] std::optional<ThemeMode> themeModeNamed(const QString& name);

inline constexpr int kSeriesCount = 6;
inline constexpr int kRadius = 4; // px, corners of cards and controls

class Theme {
public:
    explicit Theme(ThemeKind kind = ThemeKind::Dark)
        : m_kind(kind)
    {
    }
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const
    {
        return m_kind == ThemeKind::Dark || m_kind == ThemeKind::ContrastDark;
    }
    [[nodiscard]] bool isHighContrast() const
    {
        return m_kind == ThemeKind::ContrastLight || m_kind == ThemeKind::ContrastDark;
    }
    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QColor color(Token token, qreal alpha) const; // alpha 0…1
    // Identity of a region by its index; after kSeriesCount the hues repeat with other dashes.
    [[nodiscard]] QColor series(int regionIndex) const;
    // Width in px; flat caps; the dash of seriesDash().
    [[nodiscard]] QPen seriesPen(int regionIndex, qreal width) const;
    [[nodiscard]] QPalette palette() const;

    friend bool operator==(const Theme&, const Theme&) = default;

private:
    ThemeKind m_kind;
};

// In units of the pen's width; empty = solid.
[[nodiscard]] QList<qreal> seriesDash(int regionIndex);
// "bg.window", as in the documentation and in test output.
[[nodiscard]] QString tokenName(Token token);
// t = 0 gives a, 1 gives b.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, qreal t);

// One per application, as the palette is. Installs style and palette when install() is called; without it
// (tests of a single widget) it only answers theme().
class ThemeManager : public QObject {
    Q_OBJECT
public:
    static ThemeManager& instance();
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    // Sets the flat style, fonts and palette of the QApplication.
    void install();

Q_SIGNALS:
    void themeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ThemeManager();
    void apply();
    [[nodiscard]] ThemeKind systemKind() const;
    [[nodiscard]] ThemeKind kindOf(ThemeMode mode) const;

    ThemeMode m_mode = ThemeMode::System;
    Theme m_theme;
    QColor m_systemWindow; // of the palette before ours
    bool m_isInstalled = false;
};

[[nodiscard]] inline const Theme& currentTheme()
{
    return ThemeManager::instance().theme();
}

} // namespace sb
