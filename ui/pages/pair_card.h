// SPDX-License-Identifier: GPL-3.0-or-later
// One direction of replication in detail: how far the source's log has been written, sent and applied, what
// waits and until when, and the faults that may be put onto it or taken from it.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <vector>

namespace sb {

class CommandButton;
class FactList;

// Three bars under each other that end where the log has been written, sent and applied; what lies between
// two of them is on its way. Time does not run along it, so it is mirrored with the layout.
class LadderView : public QWidget {
    Q_OBJECT
public:
    explicit LadderView(QWidget* parent = nullptr);
    void setPositions(std::uint64_t written, std::uint64_t sent, std::uint64_t applied);
    [[nodiscard]] QSize sizeHint() const override { return { 300, 84 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 84 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::uint64_t m_written = 0;
    std::uint64_t m_sent = 0;
    std::uint64_t m_applied = 0;
};

class PairCard : public TitledCard {
    Q_OBJECT
public:
    explicit PairCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setPair(RegionId source, RegionId target);
    void setSnapshot(const Snapshot& snapshot);
    // The keyboard goes to the first action.
    void focusActions();
    [[nodiscard]] const FactList* facts() const { return m_facts; }
    [[nodiscard]] QString headline() const { return m_headline->text(); }

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    void showLink(const Snapshot& snapshot, const LinkView& link);
    void showButtons(const Snapshot& snapshot);
    void inject(FaultKind kind, Direction direction);
    void clear();

    WorldDescription m_world;
    RegionId m_source;
    RegionId m_target;
    std::vector<FaultId> m_faults; // of this pair
    QLabel* m_headline;
    LadderView* m_ladder;
    FactList* m_facts;
    FactList* m_more;
    CommandButton* m_pause;
    CommandButton* m_cutOne;
    CommandButton* m_cutBoth;
    CommandButton* m_clear;
};

} // namespace sb
