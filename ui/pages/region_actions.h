// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator can do about a region, in place: move its users away and back, say who may write, take it
// out for good. Each action is armed, then confirmed, and names what it does to whom. What cannot be done now
// is greyed out and says why.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

class QComboBox;
class QLineEdit;

namespace sb {

class CommandButton;

class RegionActionsCard : public TitledCard {
    Q_OBJECT
public:
    explicit RegionActionsCard(QWidget* parent = nullptr);
    void setRegion(const RegionInfo& region);
    void setSnapshot(const Snapshot& snapshot);

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    enum Button { Restore, Back, Fence, Evict, Replay, Discard, kButtonCount };

    void buildShift();
    void offer(Button button, const QString& text, const QString& confirmation, Command command,
        const QString& unavailable = {});
    void showRecovery(const Snapshot& snapshot, const RegionView& region);
    void showWriting(const RegionView& region);
    void showShift(const Snapshot& snapshot);
    void pressShift();

    RegionInfo m_region;
    CommandButton* m_buttons[kButtonCount];
    Command m_commands[kButtonCount];
    CommandButton* m_shift;
    QComboBox* m_expiry;
    QLineEdit* m_reason;
    QComboBox* m_dial;
    StateLine* m_limits;
    bool m_isShifted = false;
};

} // namespace sb
