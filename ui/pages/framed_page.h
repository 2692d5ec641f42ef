// SPDX-License-Identifier: GPL-3.0-or-later
// A page with a heading row, a line for what the engine refused, and a table twin of what it paints: the
// button "Show as table", or Ctrl+T while the focus is inside. Thread: UI thread.
#pragma once

#include "ui/pages/page.h"

class QHBoxLayout;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace sb {

class FramedPage : public Page {
    Q_OBJECT
public:
    FramedPage(const QString& title, QWidget* parent);
    [[nodiscard]] NoticeBar* notice() const override { return m_notice; }
    [[nodiscard]] bool isTable() const;
    void setTable(bool isTable);

protected:
    // Beside the title; what is added comes before the button of the table.
    [[nodiscard]] QHBoxLayout* head() const { return m_head; }
    // Under the heading row.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    // The picture and its twin in one place, which is returned; the button is hidden without.
    QStackedWidget* makeTwins(QWidget* picture, QWidget* table);
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void twinChanged(bool isTable);

private:
    NoticeBar* m_notice;
    QToolButton* m_tableButton;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

} // namespace sb
