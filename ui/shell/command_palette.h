// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done, found by typing: one line to type into and the entries that fit, best first.
// Worked by keys alone (a click does as well): arrows walk, Enter does it, Esc leaves. An entry that hurts is
// armed by the first Enter, its line then names object and effect, and done by the second; typing, walking or
// Esc disarms it. Lies over the window, is no window of its own.
// Thread: UI thread.
#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace sb {

struct PaletteEntry {
    QString title; // "Region outage, Ireland"
    QString detail; // what it will do, one sentence
    QString kind; // "Fault": the word at the end of its line
    QString shortcut; // as it is written; may be empty
    QString aliases; // further words under which it is found; never shown
    QString confirmation; // "Confirm: fail Ireland"; empty: harmless
    std::function<void()> run;
    QString whyNot; // not empty: it cannot be done now, and why
};

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    // Shows itself over the window with these entries and takes the focus, which it gives back when it
    // closes.
    void open(std::vector<PaletteEntry> entries);
    void leave();
    // The entries that are listed now, best first; for tests and for the reader of the screen.
    [[nodiscard]] std::vector<const PaletteEntry*> listed() const;
    [[nodiscard]] bool isArmed() const { return m_armed >= 0; }
    [[nodiscard]] QLineEdit* input() const { return m_input; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void choose(QListWidgetItem* item);
    void disarm();
    void step(int by);
    void place();

    QLineEdit* m_input;
    QListWidget* m_list;
    QLabel* m_hint;
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_listed; // indices of m_entries, by row
    int m_armed = -1; // row
    QPointer<QWidget> m_focusBefore;
};

} // namespace sb
