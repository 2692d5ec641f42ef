// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/preferences.h"

#include "ui/theme/format.h"
#include "ui/theme/languages.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>

namespace sb {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sb::Preferences)
};

const QString kFormat = QStringLiteral("signalbox-settings");
constexpr int kVersion = 1;
constexpr qint64 kFileBytesMax = 64 * 1024;

QList<SettingChoice> seconds(std::initializer_list<int> values)
{
    QList<SettingChoice> choices;
    for (const int value : values)
        choices << SettingChoice { QString::number(value), formatDuration(std::chrono::seconds(value)) };
    return choices;
}

QList<SettingChoice> languageChoices()
{
    QList<SettingChoice> choices { { kSystemLanguage, Text::tr("Like the system") } };
    for (const Language& language : languages())
        choices << SettingChoice { language.id, language.ownName };
    return choices;
}

QList<SettingSpec> lookSpecs()
{
    const QString group = Text::tr("Look");
    return { { Setting::Theme, QStringLiteral("view/themeName"), group, Text::tr("Theme"),
                 Text::tr("Colours of the whole window; high contrast has stronger lines and text."),
                 { { themeModeName(ThemeMode::System), Text::tr("Like the system") },
                     { themeModeName(ThemeMode::Light), Text::tr("Light") },
                     { themeModeName(ThemeMode::Dark), Text::tr("Dark") },
                     { themeModeName(ThemeMode::ContrastLight), Text::tr("High contrast, light") },
                     { themeModeName(ThemeMode::ContrastDark), Text::tr("High contrast, dark") } } },
        { Setting::Motion, QStringLiteral("view/motion"), group, Text::tr("Motion"),
            Text::tr("Reduced: traffic as still lines instead of moving dots."),
            { { QStringLiteral("full"), Text::tr("Full") },
                { QStringLiteral("reduced"), Text::tr("Reduced") } } },
        { Setting::Language, QStringLiteral("view/language"), group, Text::tr("Language"),
            Text::tr("Of the words, and of how numbers and dates are written. The run goes on."),
            languageChoices() },
        { Setting::FaultPalette, QStringLiteral("view/faultPalette"), group, Text::tr("Fault palette"),
            Text::tr("The faults to drag onto the map, at its lower edge."),
            { { QStringLiteral("shown"), Text::tr("Shown") },
                { QStringLiteral("hidden"), Text::tr("Hidden") } } },
        { Setting::Overview, QStringLiteral("view/overview"), group, Text::tr("Overview"),
            Text::tr("Regions on the map of the world, or on a ring around their users."),
            { { QStringLiteral("map"), Text::tr("Map") }, { QStringLiteral("ring"), Text::tr("Ring") } } } };
}

QList<SettingSpec> runSpecs()
{
    const QString runs = Text::tr("Runs");
    const QString time = Text::tr("Time on screen");
    QList<SettingChoice> speeds;
    for (const int percent : { 100, 25, 1000, 6000, 0 })
        speeds << SettingChoice { QString::number(percent), formatSpeed(percent) };
    return { { Setting::Speed, QStringLiteral("run/speed"), runs, Text::tr("Speed of a new run"),
                 Text::tr("Virtual time against real time, when a run is started or a session opened."),
                 speeds },
        { Setting::FaultExpiry, QStringLiteral("run/faultExpirySeconds"), runs, Text::tr("Faults end after"),
            Text::tr("A fault that nobody clears ends by itself after this virtual time."),
            seconds({ 900, 60, 300, 3600 }) },
        { Setting::ChartRange, QStringLiteral("time/chartRange"), time, Text::tr("Chart range"),
            Text::tr("How far back the charts reach when the program starts."),
            { { QStringLiteral("2m"), wordFor(ChartRange::TwoMinutes) },
                { QStringLiteral("15m"), wordFor(ChartRange::FifteenMinutes) },
                { QStringLiteral("2h"), wordFor(ChartRange::TwoHours) },
                { QStringLiteral("24h"), wordFor(ChartRange::Day) } } },
        { Setting::TimeWindow, QStringLiteral("time/timelineSeconds"), time,
            Text::tr("Window of the timeline"),
            Text::tr("How much virtual time the timeline shows while it follows the run."),
            seconds({ 260, 120, 900, 3600 }) } };
}

const SettingSpec& specOf(Setting setting)
{
    return settingSpecs().at(static_cast<int>(setting));
}

bool isAllowed(const SettingSpec& spec, const QString& value)
{
    return std::any_of(spec.choices.begin(), spec.choices.end(),
        [&](const SettingChoice& choice) { return choice.value == value; });
}

Result<QJsonObject> readExport(const QString& path)
{
    const std::string name = path.toStdString();
    QFile file(path);
    if (!file.exists())
        return fail(Errc::UnknownName, name + ": there is no such file");
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::IoFailure, name + ": cannot be read: " + file.errorString().toStdString());
    if (file.size() > kFileBytesMax)
        return fail(Errc::BadInput, name + ": too large for a file of settings");
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(Errc::BadInput,
            name + ": not JSON: " + problem.errorString().toStdString() + " at byte "
                + std::to_string(problem.offset));
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("format")).toString() != kFormat)
        return fail(
            Errc::BadInput, name + ": not settings of Signalbox: 'format' should be 'signalbox-settings'");
    if (const int version = root.value(QLatin1String("version")).toInt(); version != kVersion)
        return fail(Errc::VersionMismatch,
            name + ": version " + std::to_string(version) + " is not known; this program reads version 1");
    if (!root.value(QLatin1String("settings")).isObject())
        return fail(Errc::BadInput, name + ": 'settings' should be an object of keys and values");
    return root.value(QLatin1String("settings")).toObject();
}

} // namespace

const QList<SettingSpec>& settingSpecs()
{
    // In the words of the language that is shown.
    static QList<SettingSpec> specs;
    static int revision = -1;
    if (revision != LanguageManager::instance().revision()) {
        specs = lookSpecs() + runSpecs();
        revision = LanguageManager::instance().revision();
    }
    return specs;
}

std::unique_ptr<QSettings> userSettings()
{
    const bool isPicture = QCoreApplication::applicationName() == QLatin1String("signalbox-picture");
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
        QStringLiteral("signalbox"),
        isPicture ? QStringLiteral("signalbox-picture") : QStringLiteral("signalbox"));
}

Preferences& Preferences::instance()
{
    static Preferences preferences(userSettings());
    return preferences;
}

Preferences::Preferences(std::unique_ptr<QSettings> settings)
    : m_settings(std::move(settings))
{
}

Preferences::Preferences(const QString& path)
    : Preferences(std::make_unique<QSettings>(path, QSettings::IniFormat))
{
}

Preferences::~Preferences() = default;

QString Preferences::value(Setting setting) const
{
    const SettingSpec& spec = specOf(setting);
    const QString stored = m_settings->value(spec.key).toString();
    return isAllowed(spec, stored) ? stored : spec.choices.first().value;
}

bool Preferences::isDefault(Setting setting) const
{
    return value(setting) == specOf(setting).choices.first().value;
}

bool Preferences::set(Setting setting, const QString& value)
{
    const SettingSpec spec = specOf(setting);
    if (!isAllowed(spec, value))
        return false;
    const bool isNew = value != this->value(setting);
    if (value == spec.choices.first().value)
        m_settings->remove(spec.key);
    else
        m_settings->setValue(spec.key, value);
    if (isNew)
        Q_EMIT changed(setting);
    return true;
}

void Preferences::resetGroup(const QString& group)
{
    const QList<SettingSpec> specs = settingSpecs(); // a change may bring other words
    for (const SettingSpec& spec : specs) {
        if (spec.group == group)
            set(spec.setting, spec.choices.first().value);
    }
}

Result<> Preferences::exportTo(const QString& path) const
{
    QJsonObject values;
    for (const SettingSpec& spec : settingSpecs())
        values.insert(spec.key, value(spec.setting));
    const QJsonObject root { { QStringLiteral("format"), kFormat }, { QStringLiteral("version"), kVersion },
        { QStringLiteral("settings"), values } };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0 || !file.commit())
        return fail(
            Errc::IoFailure, path.toStdString() + ": cannot be written: " + file.errorString().toStdString());
    return {};
}

Result<int> Preferences::importFrom(const QString& path)
{
    const Result<QJsonObject> values = readExport(path);
    if (!values)
        return tl::unexpected<Error>(values.error());
    std::vector<std::pair<Setting, QString>> found;
    for (auto it = values->begin(); it != values->end(); ++it) {
        const auto spec = std::find_if(settingSpecs().begin(), settingSpecs().end(),
            [&](const SettingSpec& candidate) { return candidate.key == it.key(); });
        const std::string key = it.key().toStdString();
        if (spec == settingSpecs().end())
            return fail(Errc::BadInput, path.toStdString() + ": '" + key + "' is no setting of this program");
        const QString value = it.value().toString();
        if (!isAllowed(*spec, value)) {
            QStringList allowed;
            for (const SettingChoice& choice : spec->choices)
                allowed << choice.value;
            return fail(Errc::BadInput,
                path.toStdString() + ": '" + key + "' cannot be '"
                    + it.value().toVariant().toString().toStdString()
                    + "'; use one of: " + allowed.join(QStringLiteral(", ")).toStdString());
        }
        found.emplace_back(spec->setting, value);
    }
    for (const auto& [setting, value] : found)
        set(setting, value);
    return static_cast<int>(found.size());
}

} // namespace sb
