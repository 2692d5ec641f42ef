// SPDX-License-Identifier: GPL-3.0-or-later
// Copies and saves the views of the window: from the menu "File", which takes the view with the focus or else
// the whole page, and from context menus. Thread: UI thread.
#pragma once

#include "ui/pages/view_export.h"

#include <QList>

class QAction;
class QMenu;

namespace sb {

class MainWindow;

class ViewMenu : public QObject {
    Q_OBJECT
public:
    // The writer outlives the menu: it may be at work while the window changes its language.
    ViewMenu(MainWindow& window, ViewWriter& writer);
    // Of a context menu over the view.
    void fill(QMenu& menu, QWidget* view);
    // What the actions of the menu bar mean now.
    [[nodiscard]] QWidget* currentView() const;
    void copyImage(QWidget& view);
    void copyData(QWidget& view);
    // Asks where to.
    void choose(QWidget& view, ViewFormat format);
    [[nodiscard]] ViewWriter& writer() { return m_writer; }

private:
    void offerAll();
    void connectActions();

    MainWindow& m_window;
    ViewWriter& m_writer;
};

} // namespace sb
