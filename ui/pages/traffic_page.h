// SPDX-License-Identifier: GPL-3.0-or-later
// What users experience: requests, latency and errors over one time axis, the same by region, how far visits
// get, what sells where, who holds on to a region that no answer names, and one customer's calls, who is the
// page's focus. Thread: UI thread.
#pragma once

#include "ui/pages/framed_page.h"

class QBoxLayout;
class QLabel;

namespace sb {

class BestSellerCard;
class FollowCard;
class FunnelBars;
class RowTable;
class StateLine;
class TrafficStrips;

class TrafficPage : public FramedPage {
    Q_OBJECT
public:
    explicit TrafficPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    [[nodiscard]] Focus focus() const override;
    [[nodiscard]] TrafficStrips* strips() const { return m_strips; }
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] RowTable* regions() const { return m_regions; }
    [[nodiscard]] RowTable* clients() const { return m_clients; }
    [[nodiscard]] BestSellerCard* bestSellers() const { return m_bestSellers; }
    [[nodiscard]] FollowCard* follow() const { return m_follow; }
    [[nodiscard]] FunnelBars* funnel() const { return m_funnel; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCards(QBoxLayout* column);
    QBoxLayout* addPair(QBoxLayout* column, QWidget* first, QWidget* second);
    void showTotals(const Snapshot& snapshot);
    void showRegions(const Snapshot& snapshot);
    void showClients(const Snapshot& snapshot);
    void showReadout();
    void fillTable();

    WorldDescription m_world;
    std::shared_ptr<const ChartWindow> m_window;
    QStringList m_titles; // of the table twin
    QString m_totals;
    TrafficStrips* m_strips;
    RowTable* m_table;
    QLabel* m_readout;
    RowTable* m_regions = nullptr;
    FunnelBars* m_funnel = nullptr;
    RowTable* m_clients = nullptr;
    BestSellerCard* m_bestSellers;
    FollowCard* m_follow;
    std::vector<QBoxLayout*> m_pairs; // side by side where there is room
};

} // namespace sb
