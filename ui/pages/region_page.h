// SPDX-License-Identifier: GPL-3.0-or-later
// Why a region is in its state: one region in full, or two side by side to be compared. Follows the selection
// of the window and sets it. Thread: UI thread.
#pragma once

#include "ui/pages/framed_page.h"
#include "ui/pages/region_history.h"

class QComboBox;

namespace sb {

class RegionDetail;
class RowTable;

class RegionPage : public FramedPage {
    Q_OBJECT
public:
    explicit RegionPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void noteSnapshot(const Snapshot& snapshot) override { m_history.sample(snapshot); }
    void addEvents(const std::vector<Event>& events) override;
    void inherit(Page& before) override;
    void setRegion(RegionId region) override;
    // Invalid: no comparison.
    void compareWith(RegionId region);
    [[nodiscard]] RegionDetail* detail() const { return m_detail; }
    [[nodiscard]] RegionDetail* compared() const { return m_compared; }
    [[nodiscard]] RowTable* table() const { return m_table; }

private:
    void showRegion(RegionId region);
    void showGlyphs(const Snapshot& snapshot);
    void fillTable();

    WorldDescription m_world;
    Snapshot m_last; // what a newly chosen region is shown from
    RegionHistory m_history;
    QComboBox* m_choice;
    QComboBox* m_other;
    RegionDetail* m_detail;
    RegionDetail* m_compared;
    RowTable* m_table;
    QString m_tableHeads;
    std::vector<int> m_glyphs; // shown in the choice: shape and theme
};

} // namespace sb
