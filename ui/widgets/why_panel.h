// SPDX-License-Identifier: GPL-3.0-or-later
// The Why? panel: a small window beside the main one that explains a decision in full, as the routing
// console does. It stays open and follows what is selected; Esc closes it. Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QDialog>

namespace sb {

class ExplanationView;

class WhyPanel : public QDialog {
    Q_OBJECT
public:
    explicit WhyPanel(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setDecision(const DecisionView& decision, const std::vector<AdmissionView>& admissions);
    [[nodiscard]] ExplanationView* view() const { return m_view; }

private:
    ExplanationView* m_view;
};

} // namespace sb
