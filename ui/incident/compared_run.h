// SPDX-License-Identifier: GPL-3.0-or-later
// Another run under the one of the window: its tracks over the same axis, aligned at the start of both or at
// their first faults, with its name, and a button that takes it away. What is scrolled, selected or arranged
// in one is so in both. Thread: UI thread.
#pragma once

#include "ui/incident/run_difference.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace sb {

class TrackView;

class ComparedRun : public QWidget {
    Q_OBJECT
public:
    // Must not outlive `mine`.
    explicit ComparedRun(TrackView& mine, QWidget* parent = nullptr);
    ~ComparedRun() override;
    void load(const RecordView& record);
    [[nodiscard]] TrackView* view() const { return m_view; }
    [[nodiscard]] Alignment alignment() const;
    void setAlignment(Alignment alignment);
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void closeRequested();

private:
    void follow(); // mine moved
    void lead(); // this one moved

    TrackView& m_mine;
    TrackView* m_view;
    QLabel* m_title;
    QComboBox* m_alignment;
    bool m_isFollowing = false; // being moved by mine, or moving it
};

} // namespace sb
