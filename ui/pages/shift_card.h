// SPDX-License-Identifier: GPL-3.0-or-later
// Moves traffic away from a region in stages of 1, 10, 50 and 100 %, by its dial: one command a stage, each
// given by the operator alone. Before each stage it shows who would carry the traffic and how full that would
// be; meanwhile the answers against their plan, and whether to hold. Thread: UI thread.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/planned_shares.h"

#include <array>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace sb {

class CommandButton;

// A share of a whole as a bar, and as a mark what it should be.
class ShareBar : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);
    void setShares(const QString& region, double actual, double planned);
    [[nodiscard]] QSize sizeHint() const override { return { 120, 18 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 50, 18 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_actual = 0;
    double m_planned = 0;
};

class ShiftCard : public TitledCard {
    Q_OBJECT
public:
    static constexpr std::array kStages { 1, 10, 50, 100 }; // % of what is to be moved

    explicit ShiftCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    [[nodiscard]] CommandButton* next() const { return m_next; }
    [[nodiscard]] CommandButton* back() const { return m_back; }
    [[nodiscard]] StateLine* advice() const { return m_advice; }
    [[nodiscard]] StateLine* stage(int index) const { return m_stages[static_cast<std::size_t>(index)]; }
    // Where the dial stands at the stage, 0 … 3; from where it stood when the shift began.
    [[nodiscard]] int dialAt(int stage) const;

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    struct Row {
        QLabel* actual = nullptr;
        ShareBar* share = nullptr;
        QLabel* planned = nullptr;
        LoadBar* load = nullptr;
        QLabel* loads = nullptr;
    };

    void addRow(std::size_t index, int line);
    void buildForm();
    void showShares(const Snapshot& snapshot);
    void showStages(const Snapshot& snapshot);
    void showAdvice(const Snapshot& snapshot);
    void showButtons();
    void pressNext();
    void pressBack();
    void note(const QString& what);
    [[nodiscard]] RegionId region() const;
    [[nodiscard]] int dialNow(const Snapshot& snapshot) const;
    [[nodiscard]] double loadAfter(
        const Snapshot& snapshot, std::size_t index, const std::vector<double>& shares) const;
    [[nodiscard]] QStringList reasonsToHold(const Snapshot& snapshot) const;
    [[nodiscard]] bool isUnderWay() const { return m_stage >= 0; }

    WorldDescription m_world;
    Snapshot m_last; // what is shown
    PlannedShares m_plan;
    int m_stage = -1; // asked for last; -1: none yet
    int m_dialBefore = 100; // when the shift began
    double m_errorsBefore = 0; // share, when it began
    // By region: how far the answers were from their plan before the shift began. The plan knows some cities
    // only; a preview is about what changes.
    std::vector<double> m_bias;
    bool m_holds = false;
    bool m_isIdle = false; // the region has nothing that could be moved
    std::vector<Row> m_rows;
    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_basis;
    QComboBox* m_region;
    QSpinBox* m_amount;
    std::array<StateLine*, kStages.size()> m_stages {};
    StateLine* m_advice;
    CommandButton* m_next;
    CommandButton* m_back;
    QLabel* m_log;
};

} // namespace sb
