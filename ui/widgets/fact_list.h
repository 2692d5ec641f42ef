// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of name, value and limit, painted in three columns with tabular digits: cheap enough to follow the UI
// clock. Assistive technology reads all rows as the description.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QWidget>

#include <vector>

namespace sb {

struct Fact {
    QString name;
    QString value;
    QString limit; // or any side remark
    StateShape shape = StateShape::Ok; // colours the value
    friend bool operator==(const Fact&, const Fact&) = default;
};

class FactList : public QWidget {
    Q_OBJECT
public:
    enum class Columns { NameValueLimit, Ledger }; // Ledger: value in the middle, limit is an amount
    explicit FactList(Columns columns, QWidget* parent = nullptr);
    void setFacts(std::vector<Fact> facts);
    [[nodiscard]] const std::vector<Fact>& facts() const { return m_facts; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, sizeHint().height() }; }

protected:
    bool event(QEvent* event) override; // tooltips: the whole row
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    // Of the column of names: as wide as they are, within bounds.
    [[nodiscard]] int nameWidth() const;

    Columns m_columns;
    std::vector<Fact> m_facts;
};

} // namespace sb
