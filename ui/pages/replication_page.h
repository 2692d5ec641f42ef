// SPDX-License-Identifier: GPL-3.0-or-later
// What would be lost if a region died now: the matrix of replication, by lag, backlog or conflicts, and the
// chosen pair in detail. Thread: UI thread.
#pragma once

#include "ui/pages/framed_page.h"

class QButtonGroup;
class QStackedWidget;

namespace sb {

class MatrixView;
class PairCard;
class RowTable;

class ReplicationPage : public FramedPage {
    Q_OBJECT
public:
    explicit ReplicationPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void setRegion(RegionId region) override;
    [[nodiscard]] MatrixView* matrix() const { return m_matrix; }
    [[nodiscard]] PairCard* pair() const { return m_pair; }
    [[nodiscard]] RowTable* table() const { return m_table; }

private:
    void buildHead();
    void choosePair(RegionId source, RegionId target);
    void fillTable(const Snapshot& snapshot);

    WorldDescription m_world;
    Snapshot m_last; // what a newly chosen pair is shown from
    QButtonGroup* m_heat = nullptr;
    QStackedWidget* m_twins = nullptr;
    MatrixView* m_matrix;
    RowTable* m_table;
    PairCard* m_pair;
};

} // namespace sb
