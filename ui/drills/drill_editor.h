// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a drill, to be read and changed: every mistake with its line as one types, undo, saving as a
// file. Thread: UI thread.
#pragma once

#include "ui/pages/page_parts.h"

#include <QPlainTextEdit>
#include <QString>
#include <QTimer>

class QListWidget;
class QPushButton;

namespace sb {

class ControlRoomBridge;

// A text with the numbers of its lines.
class NumberedText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit NumberedText(QWidget* parent = nullptr);
    void paintNumbers(const QRect& area);
    [[nodiscard]] int numberWidth() const;
    void showLine(int line); // 1-based

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeNumbers();
    QWidget* m_numbers;
};

class DrillEditor : public TitledCard {
    Q_OBJECT
public:
    explicit DrillEditor(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    // `path`: where the text is from; empty: nowhere yet, and `name` is offered for its file.
    void setText(const QString& text, const QString& path, const QString& name);
    // Another text for the same file, not saved.
    void change(const QString& text);
    void inherit(const DrillEditor& before);
    [[nodiscard]] QString text() const { return m_text->toPlainText(); }
    [[nodiscard]] QString path() const { return m_path; }
    // It differs from the file, or there is none.
    [[nodiscard]] bool isUnsaved() const;
    [[nodiscard]] bool isGood() const { return m_problemCount == 0; }
    // False with the reason, which names the path and what would help.
    bool saveTo(const QString& path, QString* error);
    void check(); // at once, not after a pause
    [[nodiscard]] NumberedText* edit() const { return m_text; }
    [[nodiscard]] QListWidget* problems() const { return m_problems; }
    [[nodiscard]] StateLine* state() const { return m_state; }

Q_SIGNALS:
    void saved(const QString& path);
    void saveFailed(const QString& why);
    void runRequested();

private:
    void chooseFile();
    void showState();

    ControlRoomBridge& m_bridge;
    QString m_path;
    QString m_name; // offered for a file
    int m_problemCount = 0;
    QTimer m_pause;
    NumberedText* m_text;
    QListWidget* m_problems;
    StateLine* m_state;
    QPushButton* m_save;
    QPushButton* m_run;
};

} // namespace sb
