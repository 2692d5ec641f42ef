// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the tracks: the phases of the incident against their targets, and what happened in the selected
// range, or in the one in view. Tables, so that it reads and copies as such. Thread: UI thread.
#pragma once

#include "ui/incident/incident_log.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;

namespace sb {

class RowTable;

class RangeDrawer : public QWidget {
    Q_OBJECT
public:
    explicit RangeDrawer(QWidget* parent = nullptr);
    // `isSelected`: else it is what is in view.
    void show(const IncidentLog& log, TimeRange range, bool isSelected);
    using QWidget::show;
    // The compared run's figures beside this one's, in place of the phases; null: no comparison.
    void showDifferences(const IncidentLog& mine, const IncidentLog* other);
    // Below the tracks instead of beside them.
    void setWide(bool isWide);
    [[nodiscard]] RowTable* measures() const { return m_measures; }
    [[nodiscard]] RowTable* differences() const { return m_differences; }
    [[nodiscard]] RowTable* facts() const { return m_facts; }
    [[nodiscard]] RowTable* kinds() const { return m_kinds; }
    [[nodiscard]] QString title() const;

private:
    void place();
    void showMeasures(const IncidentLog& log);

    QLabel* m_title;
    QLabel* m_incident;
    QBoxLayout* m_parts;
    RowTable* m_measures;
    RowTable* m_differences;
    RowTable* m_facts;
    RowTable* m_kinds;
    bool m_isWide = false;
    bool m_isComparing = false;
};

} // namespace sb
