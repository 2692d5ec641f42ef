// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's alarm list: what asks for an action, why, what follows, what to do and how long there is;
// acknowledging, shelving with a reason and an expiry; what is shelved or suppressed; and the audit of the
// alarms themselves. What the operator does here is noted in the run's record. Thread: UI thread.
#pragma once

#include "ui/alarms/alarm_audit.h"
#include "ui/pages/page.h"
#include "ui/pages/page_parts.h"

#include <QStringList>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace sb {

class CommandButton;

class AlarmsPage : public Page {
    Q_OBJECT
public:
    explicit AlarmsPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void noteSnapshot(const Snapshot& snapshot) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void inherit(Page& before) override;

    [[nodiscard]] const AlarmBook& book() const { return m_book; }
    [[nodiscard]] QTreeWidget* list() const { return m_list; }
    [[nodiscard]] QTreeWidget* audit() const { return m_audit; }
    // The alarm whose details are shown; nothing when none is.
    [[nodiscard]] std::optional<AlarmKey> chosen() const { return m_chosen; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum List { Announced, Shelved, Suppressed };

    void buildList(QWidget* parent);
    [[nodiscard]] QWidget* buildDetail();
    [[nodiscard]] QWidget* buildAudit();
    void fillList();
    void fillRow(QTreeWidgetItem& row, const AlarmEntry& entry) const;
    void showDetail();
    void showAudit();
    void choose();
    void acknowledge();
    void acknowledgeAll();
    void toggleShelf();
    void copyAudit() const;
    void note(const QString& text);
    [[nodiscard]] std::vector<const AlarmEntry*> shown() const;
    [[nodiscard]] const AlarmEntry* chosenEntry() const;
    [[nodiscard]] QString stateOf(const AlarmEntry& entry) const;

    QBoxLayout* m_columns = nullptr; // the list | what to do and the audit
    WorldDescription m_world;
    AlarmBook m_book;
    std::optional<AlarmKey> m_chosen;
    TitledCard* m_listCard = nullptr;
    QTabBar* m_which = nullptr;
    QTreeWidget* m_list = nullptr;
    QLabel* m_empty = nullptr;
    CommandButton* m_acknowledgeAll = nullptr;
    TitledCard* m_detail = nullptr;
    StateLine* m_state = nullptr;
    QLabel* m_texts[4] {}; // title, cause, consequence, action
    CommandButton* m_acknowledge = nullptr;
    CommandButton* m_shelve = nullptr;
    CommandButton* m_go = nullptr;
    QComboBox* m_shelveTime = nullptr;
    QLineEdit* m_reason = nullptr;
    QTreeWidget* m_audit = nullptr;
    TitledCard* m_auditCard = nullptr;
};

} // namespace sb
