// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the window beside the overview: shows snapshots, asks for commands. A page is told of a new run,
// of every event (hidden or not), and of snapshots while it is visible. What it looks at more closely is its
// focus(); the window asks the engine for the visible page's. Thread: UI thread.
#pragma once

#include "backend/api/command.h"
#include "backend/api/focus.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace sb {

class ControlRoomBridge;
class NoticeBar;

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // A run begins, or the page begins: nothing of an earlier run may stay.
    virtual void setWorld(const WorldDescription& world) = 0;
    virtual void setSnapshot(const Snapshot& snapshot) = 0;
    // Some snapshots a second whether it is visible or not, for a page that must miss nothing.
    virtual void noteSnapshot(const Snapshot&) { }
    virtual void addEvents(const std::vector<Event>&) { }
    [[nodiscard]] virtual Focus focus() const { return {}; }
    // `before` is the same page in another language, and goes: takes over what it has gathered of the run
    // beyond snapshots and events. Called after setWorld().
    virtual void inherit(Page& /*before*/) { }
    // A region was selected elsewhere; invalid: nothing.
    virtual void setRegion(RegionId) { }
    // Alt+Enter: explains what is selected; false: the page has nothing to explain.
    virtual bool explain() { return false; }
    // Where a refused command is shown; null: over the map.
    [[nodiscard]] virtual NoticeBar* notice() const { return nullptr; }

Q_SIGNALS:
    void commandRequested(const sb::Command& command);
    void focusChanged();
    void regionSelected(sb::RegionId region);
};

struct PageEntry {
    QString id; // "routing": of the command line, of the action "page.routing", of settings
    QString title; // with a mnemonic
    QString tip; // one sentence: what question it answers
    QString icon; // of resources/icons
    std::function<Page*(ControlRoomBridge&, QWidget*)> make;
};

// In the order of the navigation, after the overview. Put together by the shell, which knows all pages.
[[nodiscard]] std::vector<PageEntry> pageCatalogue();

} // namespace sb
