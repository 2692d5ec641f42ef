// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alarms_page.h"
#include "ui/pages/page.h"
#include "ui/pages/routing_page.h"

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
        { QStringLiteral("alarms"), Pages::tr("&Alarms"),
            Pages::tr("What asks for an action, why, and how long there is"), QStringLiteral("alarms"),
            [](ControlRoomBridge&, QWidget* parent) { return new AlarmsPage(parent); } },
    };
}

} // namespace sb
