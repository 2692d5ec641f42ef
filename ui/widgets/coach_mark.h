// SPDX-License-Identifier: GPL-3.0-or-later
// The one hint of the first run: a sentence with an arrow towards what it speaks of. Shown once, gone at the
// first fault or when dismissed.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sb {

class CoachMark : public QWidget {
    Q_OBJECT
public:
    explicit CoachMark(const QString& text, QWidget* parent = nullptr);

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_close;
};

} // namespace sb
