// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/drills/drills_page.h"
#include "ui/incident/incident_page.h"
#include "ui/pages/alarms_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/region_page.h"
#include "ui/pages/replication_page.h"
#include "ui/pages/routing_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/traffic_page.h"
#include "ui/reports/reports_page.h"
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
            Pages::tr("Where requests go and why: controls, shares, plans, decisions, forecasts"),
            QStringLiteral("routing"),
            [](ControlRoomBridge& bridge, QWidget* parent) { return new RoutingPage(bridge, parent); } },
        { QStringLiteral("region"), Pages::tr("Re&gion"), Pages::tr("Why a region is in its state"),
            QStringLiteral("region"),
            [](ControlRoomBridge&, QWidget* parent) { return new RegionPage(parent); } },
        { QStringLiteral("replication"), Pages::tr("Re&plication"),
            Pages::tr("What would be lost if a region died now"), QStringLiteral("replication"),
            [](ControlRoomBridge&, QWidget* parent) { return new ReplicationPage(parent); } },
        { QStringLiteral("data"), Pages::tr("&Data"), Pages::tr("Do the copies agree, and who won?"),
            QStringLiteral("data"),
            [](ControlRoomBridge&, QWidget* parent) { return new DataPage(parent); } },
        { QStringLiteral("traffic"), Pages::tr("Traff&ic"), Pages::tr("What users experience"),
            QStringLiteral("traffic"),
            [](ControlRoomBridge&, QWidget* parent) { return new TrafficPage(parent); } },
        { QStringLiteral("alarms"), Pages::tr("&Alarms"),
            Pages::tr("What asks for an action, why, and how long there is"), QStringLiteral("alarms"),
            [](ControlRoomBridge&, QWidget* parent) { return new AlarmsPage(parent); } },
        { QStringLiteral("incident"), Pages::tr("&Incident"),
            Pages::tr("What happened, in which order, and how long it took"), QStringLiteral("timeline"),
            [](ControlRoomBridge& bridge, QWidget* parent) { return new IncidentPage(bridge, parent); } },
        { QStringLiteral("drills"), Pages::tr("Dri&lls"),
            Pages::tr("Are we as resilient as we claim? Drills with steps, checks and a score"),
            QStringLiteral("drills"),
            [](ControlRoomBridge& bridge, QWidget* parent) { return new DrillsPage(bridge, parent); } },
        { QStringLiteral("reports"), Pages::tr("Rep&orts"),
            Pages::tr("What we hand over: the report of the incident, in every format"),
            QStringLiteral("reports"),
            [](ControlRoomBridge& bridge, QWidget* parent) { return new ReportsPage(bridge, parent); } },
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
