// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_sheet.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sb {

namespace {

void collect(const QMenu* menu, QList<QPair<QString, QString>>& rows)
{
    const QList<QAction*> actions = menu->actions();
    for (const QAction* action : actions) {
        if (action->menu()) {
            collect(action->menu(), rows);
            continue;
        }
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            rows << qMakePair(keys.join(QStringLiteral(", ")),
                plainLabel(action->text()));
    }
}

QWidget* section(const QString& title, const QList<QPair<QString, QString>>& rows, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(3);
    auto* heading = new QLabel(title, box);
    heading->setFont(sb::font(FontRole::BodyStrong));
    grid->addWidget(heading, 0, 0, 1, 2);
    int line = 1;
    for (const auto& [key, text] : rows) {
        auto* keyLabel = new QLabel(key, box);
        keyLabel->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(keyLabel, line, 0);
        grid->addWidget(new QLabel(text, box), line, 1);
        ++line;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const WindowActions& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* outer = new QVBoxLayout(this);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    outer->addLayout(columns);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left);
    columns->addLayout(right);
    int index = 0;
    for (const QMenu* menu : actions.menus) {
        QList<QPair<QString, QString>> rows;
        collect(menu, rows);
        QVBoxLayout* column = index++ < 3 ? left : right;
        column->addWidget(section(plainLabel(menu->title()), rows, this));
    }
    right->addWidget(section(tr("Map"),
        { { tr("Arrows, Tab"), tr("Walk through regions and links") },
            { tr("Enter"), tr("Select, then inspect") },
            { tr("Menu, Shift+F10"), tr("Actions of the region or link") },
            { tr("Delete, Delete"), tr("Fail the region") }, { tr("Esc"), tr("Leave it") } },
        this));
    right->addWidget(section(tr("Timeline"),
        { { tr("W S"), tr("Zoom") }, { tr("A D, arrows"), tr("Move in time") },
            { tr("F"), tr("Fit the incident") }, { tr(", ."), tr("Previous and next event") },
            { tr("Home, End"), tr("First and last") } },
        this));
    left->addWidget(section(tr("Command palette and pages"),
        { { tr("Arrows, Page Up, Page Down"), tr("Choose an entry") },
            { tr("Enter"), tr("Do it; twice if it hurts") }, { tr("Esc"), tr("Disarm, then leave") },
            { tr("Tab, arrows"), tr("Walk the rail of pages") } },
        this));
    left->addStretch(1);
    right->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace sb
