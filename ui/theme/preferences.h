// SPDX-License-Identifier: GPL-3.0-or-later
// What the user has chosen, beside the layout: one table of settings, each with its group, its words, its
// default and the values it may have. A stored value that is none of them counts as the default, so a damaged
// file of settings never stops the program. Changes apply at once: everyone who shows or uses a setting
// follows changed(). Only what differs from the default is stored.
// Exported as JSON: { "format": "signalbox-settings", "version": 1, "settings": { key: value } }.
// Thread: UI thread.
#pragma once

#include "backend/api/control_room.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

class QSettings;

namespace sb {

enum class Setting : quint8 {
    Theme, // themeModeName()
    Motion, // "full", "reduced"
    Language, // "system", or an id of languages()
    FaultPalette, // "shown", "hidden"
    Overview, // "map", "ring"
    Speed, // percent of real time; "0": as fast as possible
    FaultExpiry, // seconds
    ChartRange, // "2m", "15m", "2h", "24h"
    TimeWindow, // of the timeline when it follows, seconds
};
inline constexpr int kSettingCount = static_cast<int>(Setting::TimeWindow) + 1;

struct SettingChoice {
    QString value;
    QString word; // translated
};

struct SettingSpec {
    Setting setting = Setting::Theme;
    QString key; // "view/theme": in the file
    QString group; // translated
    QString title; // translated
    QString help; // translated, one sentence
    QList<SettingChoice> choices; // the first is the default
};

// Index = Setting. In the language that is shown: it holds until that changes.
[[nodiscard]] const QList<SettingSpec>& settingSpecs();

class Preferences : public QObject {
    Q_OBJECT
public:
    // The one of the program; in a file beside the other settings of the user.
    static Preferences& instance();
    // For tests: in that file.
    explicit Preferences(const QString& path);
    ~Preferences() override;

    [[nodiscard]] QString value(Setting setting) const;
    [[nodiscard]] int number(Setting setting) const { return value(setting).toInt(); }
    [[nodiscard]] bool isDefault(Setting setting) const;
    // Ignores a value that the setting may not have; answers whether it is set now.
    bool set(Setting setting, const QString& value);
    void resetGroup(const QString& group);

    [[nodiscard]] Result<> exportTo(const QString& path) const;
    // All or nothing. Fails with UnknownName, IoFailure, VersionMismatch, BadInput (names
    // file, key, value and what would do).
    [[nodiscard]] Result<int> importFrom(const QString& path);

Q_SIGNALS:
    void changed(sb::Setting setting);

private:
    explicit Preferences(std::unique_ptr<QSettings> settings);
    std::unique_ptr<QSettings> m_settings;
};

// The file of the user's settings that everything of the window is kept in. A picture that the program takes
// of itself has one of its own, so that it neither depends on nor changes what somebody has set up.
[[nodiscard]] std::unique_ptr<QSettings> userSettings();

} // namespace sb
