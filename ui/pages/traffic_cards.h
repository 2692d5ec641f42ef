// SPDX-License-Identifier: GPL-3.0-or-later
// Cards of the traffic page: how far visits get, what sells where, and one customer's calls.
#pragma once

#include "backend/api/focus.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace sb {

class RowTable;

// One bar a stage of a visit, as long as its share of all visits, with what came from the stage before.
class FunnelBars : public QWidget {
    Q_OBJECT
public:
    explicit FunnelBars(QWidget* parent = nullptr);
    void setFunnel(const FunnelView& funnel);
    [[nodiscard]] QSize sizeHint() const override { return { 300, 5 * 27 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 220, 5 * 27 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FunnelView m_funnel;
};

// Ranks down, regions across; a row is marked where regions show different books.
class BestSellerCard : public TitledCard {
    Q_OBJECT
public:
    explicit BestSellerCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    [[nodiscard]] RowTable* table() const { return m_table; }

private:
    WorldDescription m_world;
    RowTable* m_table;
};

// Follows one customer: which region each call went to and how it ended; marks where the region changed.
// While nobody is followed it offers somebody of a chosen city who is in the shop now.
class FollowCard : public TitledCard {
    Q_OBJECT
public:
    explicit FollowCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    [[nodiscard]] CustomerId customer() const { return m_customer; }
    void follow(CustomerId customer); // invalid: nobody
    // Of which somebody is wanted; invalid while a customer is followed.
    [[nodiscard]] CityId wantedCity() const;
    [[nodiscard]] QToolButton* offer() const { return m_offer; }
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] StateLine* where() const { return m_where; }

Q_SIGNALS:
    void customerChanged();

private:
    void showNobody();
    void readField();
    void showOffer(const FollowView& view);

    WorldDescription m_world;
    CustomerId m_customer;
    CustomerId m_offered;
    QLineEdit* m_field;
    QComboBox* m_city;
    QToolButton* m_offer;
    StateLine* m_where;
    RowTable* m_table;
};

[[nodiscard]] QString clientWord(ClientKind kind); // "Browsers"

} // namespace sb
