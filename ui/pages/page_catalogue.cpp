// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"
#include "ui/pages/routing_page.h"
#include "ui/pages/settings_page.h"
#include "ui/theme/preferences.h"

#include <QCoreApplication>

namespace sb {
namespace {

struct Pages {
    Q_DECLARE_TR_FUNCTIONS(sb::Pages)
};

} // namespace

std::vector<PageEntry> pageCatalogue()
{
    return {
        { QStringLiteral("routing"), Pages::tr("&Routing"),
            Pages::tr("Routing controls, shares and capacity, recovery plans"), QStringLiteral("routing"),
            [](ControlRoomBridge&, QWidget* parent) { return new RoutingPage(parent); } },
        // Last: the navigation sets it apart.
        { QStringLiteral("settings"), Pages::tr("&Settings"),
            Pages::tr("Look, motion, speed and times; the layout; settings as a file"),
            QStringLiteral("settings"),
            [](ControlRoomBridge&, QWidget* parent) {
                return new SettingsPage(Preferences::instance(), parent);
            } },
    };
}

} // namespace sb
