// SPDX-License-Identifier: GPL-3.0-or-later
// The selected region or link: state, why, what can be done in place, what would be lost, and the progress of
// a fail-back. Dangerous actions arm first and confirm in place.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace sb {

class ActiveFaults;
class CommandButton;
class FactList;
class FailBackProgress;
class FaultConfirm;
class PartRow;

class RegionInspector : public QWidget {
    Q_OBJECT
public:
    explicit RegionInspector(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setItem(const MapItem& item);
    [[nodiscard]] MapItem item() const { return m_item; }
    void setSnapshot(const Snapshot& snapshot);
    // Keyboard focus onto the first action.
    void focusActions();
    void setFaultDuration(Duration expiresAfter);
    // The fault waits here for its confirmation.
    void arm(const InjectFault& fault);
    [[nodiscard]] FaultConfirm* confirmation() const { return m_confirm; }
    [[nodiscard]] ActiveFaults* activeFaults() const { return m_faults; }
    [[nodiscard]] PartRow* parts() const { return m_parts; }

Q_SIGNALS:
    void commandRequested(const sb::Command& command);
    void previewChanged(const std::optional<sb::InjectFault>& fault); // armed here, or no longer
    void faultRefused(const QString& why);
    void refreshWanted(); // what it says depends on the present snapshot

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Button { Main, Mapping, Pause, Back, kButtonCount };

    void build();
    QWidget* divider();
    QLabel* heading(const QString& text);
    void showRegion(const Snapshot& snapshot);
    void showLink(const Snapshot& snapshot);
    void showRegionButtons(const Snapshot& snapshot, const RegionView& region);
    void placeButtons();
    void showFailBack(const Snapshot& snapshot, const RegionView& region);
    void press(Button button);
    void buildFaults();
    void showEffect(const Snapshot& snapshot);
    void disarm();
    void setAction(Button button, const QString& label, const QString& confirmation, Command command);
    void hideAction(Button button);
    [[nodiscard]] InjectFault fault(FaultKind kind) const;

    WorldDescription m_world;
    MapItem m_item;
    Duration m_expiresAfter = kDefaultFaultDuration;
    QLabel* m_name;
    QLabel* m_code;
    QLabel* m_glyph;
    QLabel* m_state;
    FactList* m_why;
    CommandButton* m_buttons[kButtonCount];
    QGridLayout* m_buttonGrid = nullptr;
    bool m_isSplit[kButtonCount / 2] = {}; // rows of buttons that stand one below the other
    Command m_commands[kButtonCount];
    QLabel* m_effect; // of what is armed on a button
    PartRow* m_parts;
    FaultConfirm* m_confirm;
    ActiveFaults* m_faults;
    std::optional<InjectFault> m_armed; // on the confirmation, for as long as on the map
    QTimer m_forget;
    std::optional<InjectFault> m_previewed; // what previewChanged() told last
    QLabel* m_waits;
    FailBackProgress* m_failBack;
    QWidget* m_riskDivider;
    QLabel* m_riskTitle;
    FactList* m_risk;
    QLabel* m_riskSummary;
    int m_shapeShown = -1; // state and theme of the glyph shown, to spare pixmaps
};

} // namespace sb
