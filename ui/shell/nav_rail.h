// SPDX-License-Identifier: GPL-3.0-or-later
// The pages as a column of icons with a word below each. The shown one is marked by a bar at its edge, its
// ground and its ink; never by colour alone. Tab reaches the rail, the arrows walk it, Enter opens a page. In
// a low window the rows get tighter, then the words go; what is left out is in the tooltip. Thread: UI
// thread.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QAction;

namespace sb {

inline constexpr int kNavRailWidth = 56; // px

// One page of the rail. Mirrors its action: text, tip, shortcut and check mark are the action's.
class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(QAction* action, QString iconName, QWidget* parent);
    [[nodiscard]] QAction* pageAction() const { return m_action; }
    [[nodiscard]] QString word() const;
    void setLook(int captionPx, bool hasWord);
    // A number over the icon with the shape of the worst of what is counted; 0: none. `words` say it to who
    // does not see it.
    void setBadge(int count, StateShape shape, const QString& words);
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] StateShape badgeShape() const { return m_badgeShape; }
    [[nodiscard]] QSize sizeHint() const override { return { kNavRailWidth, 52 }; }

Q_SIGNALS:
    void stepped(int by); // an arrow key: to the next or previous button

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void follow();
    void paintMark(QPainter& painter) const;
    void paintBadge(QPainter& painter, const QRect& icon) const;

    int m_badge = 0;
    StateShape m_badgeShape = StateShape::Ok;
    QString m_badgeWords;
    QAction* m_action;
    QString m_iconName;
    int m_captionPx = 11;
    bool m_hasWord = true;
};

class NavRail : public QWidget {
    Q_OBJECT
public:
    explicit NavRail(QWidget* parent = nullptr);
    // In order. One at the end stands at the bottom, apart from the others.
    void addPage(QAction* action, const QString& iconName, bool isAtEnd = false);
    [[nodiscard]] const std::vector<NavButton*>& buttons() const { return m_buttons; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();

    std::vector<NavButton*> m_buttons;
    int m_atEnd = 0; // how many of the last stand at the bottom
};

} // namespace sb
