// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/composition.h"
#include "app/screenshot.h"
#include "backend/base/version.h"
#include "ui/shell/main_window.h"
#include "ui/theme/languages.h"
#include "ui/theme/preferences.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QStandardPaths>

#include <cstdio>

namespace sb {
namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

RunRequest toRunRequest(const DesktopRequest& request)
{
    RunRequest run;
    (request.isDrill() ? run.drillPath : run.openPath) = request.openPath;
    run.isSeedOfDrill = !request.seed;
    if (!request.regions.empty())
        run.regions = request.regions;
    run.seed = request.seed.value_or(run.seed);
    // A picture leaves nothing behind.
    if (!request.screenshotPath.empty())
        run.store = StoreKind::Memory;
    return run;
}

// Empty when nothing can be recorded: the window then works without a net, and says so on standard error.
std::string autosaveFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (data.isEmpty()) {
        std::fputs("signalbox: no folder for application data; this run is not recorded\n", stderr);
        return {};
    }
    const std::string folder = data.toStdString() + "/autosave";
    if (const auto probe = newAutosave(folder); !probe) {
        std::fprintf(stderr, "signalbox: %s; this run is not recorded\n", probe.error().what.c_str());
        return {};
    }
    return folder;
}

} // namespace

int runDesktop(int argc, char** argv, const DesktopRequest& request)
{
    const bool isPicture = !request.screenshotPath.empty();
    if (isPicture && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        std::fputs("signalbox: no display for the window; DISPLAY and WAYLAND_DISPLAY are not set\n"
                   "Without one: signalbox run DRILL.toml, or signalbox --screenshot OUT.png\n",
            stderr);
        return kExitBadInput;
    }
    // Our own options are read already; Qt sees the program's name alone.
    int qtArgc = argc > 0 ? 1 : 0;
    QApplication application(qtArgc, argv);
    // A picture must not depend on, nor change, what somebody has set up for themselves.
    QApplication::setApplicationName(
        isPicture ? QStringLiteral("signalbox-picture") : QStringLiteral("signalbox"));
    QApplication::setApplicationDisplayName(QStringLiteral("Signalbox"));
    QApplication::setApplicationVersion(QString::fromLatin1(programVersion()));
    // The command line wins over what is set, and does not change it.
    LanguageManager::instance().use(request.language.empty()
            ? Preferences::instance().value(Setting::Language)
            : QString::fromStdString(request.language));
    ThemeManager::instance().install();

    const ControlRoomFactory factory = makeRoomFactory(isPicture ? std::string {} : autosaveFolder());
    auto room = factory(toRunRequest(request));
    if (!room)
        return refuseInput("", room.error());
    ControlRoom* const borrowed = room->get(); // the window owns it and outlives its use here
    if (isPicture)
        borrowed->setPace({ true, 0 });
    const std::unique_ptr<MainWindow> window = makeWindow(factory, std::move(*room));
    // After the window has read its settings: the command line wins.
    if (auto* page = window->findChild<QAction*>(QString::fromStdString("page." + request.page)))
        page->trigger();
    if (const auto theme = themeModeNamed(QString::fromStdString(request.theme)))
        ThemeManager::instance().setMode(*theme);
    if (!isPicture) {
        window->show();
        return QApplication::exec();
    }
    window->resize(request.width, request.height);
    window->show();
    Screenshot screenshot(*borrowed, *window, request);
    screenshot.start();
    return QApplication::exec();
}

} // namespace sb
