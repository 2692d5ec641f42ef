// SPDX-License-Identifier: GPL-3.0-or-later
// The settings, a card for each group, with a field to find one by any of its words. What is chosen applies
// at once; each group goes back to its defaults by one button; all of them leave and come as a file.
#pragma once

#include "ui/pages/page.h"
#include "ui/theme/preferences.h"

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sb {

class TitledCard;

class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Preferences& preferences, QWidget* parent);
    void setWorld(const WorldDescription&) override { }
    void setSnapshot(const Snapshot&) override { }
    [[nodiscard]] NoticeBar* notice() const override { return m_notice; }
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QComboBox* box(Setting setting) const;
    // What the file dialogs lead to.
    void exportTo(const QString& path);
    void importFrom(const QString& path);

Q_SIGNALS:
    void layoutResetRequested();
    void hintsRequested(); // show the first-run hints again

private:
    struct Row {
        Setting setting;
        QWidget* whole;
        QComboBox* box;
        QString words; // what it is found by
    };
    struct Group {
        QString name;
        TitledCard* card;
        QPushButton* reset;
        std::vector<Row> rows;
    };

    void addGroup(const QString& name, QVBoxLayout* column);
    void addRow(Group& group, const SettingSpec& spec);
    void addLayoutCard(QVBoxLayout* column);
    void addFileCard(QVBoxLayout* column);
    void showValue(Setting setting);
    void filter();
    void chooseExport();
    void chooseImport();

    Preferences& m_preferences;
    QLineEdit* m_search;
    QLabel* m_nothing;
    NoticeBar* m_notice;
    std::vector<Group> m_groups;
    std::vector<std::pair<TitledCard*, QString>> m_others; // cards without settings, and their words
};

} // namespace sb
