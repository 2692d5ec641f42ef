// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings_page.h"

#include "ui/pages/page_parts.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGap = 8;
constexpr int kColumnWidth = 760; // a line of settings is no longer than the eye can follow
constexpr int kBoxWidth = 200;
constexpr int kSearchWidth = 320;

} // namespace

SettingsPage::SettingsPage(Preferences& preferences, QWidget* parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_search(new QLineEdit(this))
    , m_nothing(captionLabel(this, tr("No setting has these words.")))
    , m_notice(new NoticeBar(this))
{
    setAccessibleName(tr("Settings"));
    setFocusPolicy(Qt::ClickFocus);
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(kSearchWidth);
    auto* content = new QWidget;
    content->setMaximumWidth(kColumnWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    for (const SettingSpec& spec : settingSpecs()) {
        if (m_groups.empty() || m_groups.back().name != spec.group)
            addGroup(spec.group, column);
        addRow(m_groups.back(), spec);
    }
    addLayoutCard(column);
    addFileCard(column);
    column->addWidget(m_nothing);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addWidget(m_search);
    rows->addWidget(m_notice);
    rows->addWidget(scroll, 1);
    m_nothing->hide();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    connect(&m_preferences, &Preferences::changed, this, &SettingsPage::showValue);
    for (int i = 0; i < kSettingCount; ++i)
        showValue(static_cast<Setting>(i));
}

void SettingsPage::addGroup(const QString& name, QVBoxLayout* column)
{
    auto* card = new TitledCard(name, this);
    auto* reset = new QPushButton(tr("Reset"), card);
    reset->setAutoDefault(false);
    reset->setToolTip(tr("Puts this group back to its defaults"));
    //: %1 is a group of settings
    reset->setAccessibleName(tr("Reset %1").arg(name));
    connect(reset, &QPushButton::clicked, this, [this, name] { m_preferences.resetGroup(name); });
    auto* bottom = new QHBoxLayout;
    bottom->addStretch(1);
    bottom->addWidget(reset);
    card->column()->addLayout(bottom);
    column->addWidget(card);
    m_groups.push_back({ name, card, reset, {} });
}

void SettingsPage::addRow(Group& group, const SettingSpec& spec)
{
    auto* whole = new QWidget(group.card);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* title = new QLabel(spec.title, whole);
    auto* help = captionLabel(whole, spec.help);
    help->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(help);
    auto* box = new QComboBox(whole);
    box->setFixedWidth(kBoxWidth);
    box->setAccessibleName(spec.title);
    box->setAccessibleDescription(spec.help);
    title->setBuddy(box);
    QStringList found { spec.group, spec.title, spec.help };
    for (const SettingChoice& choice : spec.choices) {
        box->addItem(choice.word, choice.value);
        found << choice.word;
    }
    row->addLayout(words, 1);
    row->addWidget(box, 0, Qt::AlignVCenter);
    connect(box, &QComboBox::activated, this, [this, setting = spec.setting, box](int index) {
        m_preferences.set(setting, box->itemData(index).toString());
    });
    group.card->column()->insertWidget(group.card->column()->count() - 1, whole);
    group.rows.push_back({ spec.setting, whole, box, found.join(QLatin1Char(' ')) });
}

void SettingsPage::addLayoutCard(QVBoxLayout* column)
{
    auto* card = new TitledCard(tr("Layout and hints"), this);
    auto* row = new QHBoxLayout;
    const auto addButton = [&](const QString& text, const QString& tip, void (SettingsPage::*signal)()) {
        auto* button = new QPushButton(text, card);
        button->setAutoDefault(false);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    addButton(tr("Reset layout"), tr("Returns all parts of the window to their first sizes and places"),
        &SettingsPage::layoutResetRequested);
    addButton(tr("Show hints again"), tr("The hints of the first start come once more"),
        &SettingsPage::hintsRequested);
    row->addStretch(1);
    card->column()->addLayout(row);
    column->addWidget(card);
    m_others.emplace_back(card, tr("Layout and hints: reset, show again"));
}

void SettingsPage::addFileCard(QVBoxLayout* column)
{
    auto* card = new TitledCard(tr("Settings as a file"), this);
    auto* row = new QHBoxLayout;
    auto* out = new QPushButton(tr("Export…"), card);
    auto* in = new QPushButton(tr("Import…"), card);
    out->setToolTip(tr("Writes all settings of this page to a file"));
    in->setToolTip(tr("Takes over all settings of a file, or none when one of them is not valid"));
    for (QPushButton* button : { out, in }) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    card->column()->addLayout(row);
    column->addWidget(card);
    m_others.emplace_back(card, tr("Settings as a file: export, import"));
    connect(out, &QPushButton::clicked, this, &SettingsPage::chooseExport);
    connect(in, &QPushButton::clicked, this, &SettingsPage::chooseImport);
}

QComboBox* SettingsPage::box(Setting setting) const
{
    for (const Group& group : m_groups) {
        for (const Row& row : group.rows) {
            if (row.setting == setting)
                return row.box;
        }
    }
    return nullptr;
}

void SettingsPage::showValue(Setting setting)
{
    QComboBox* shown = box(setting);
    shown->setCurrentIndex(shown->findData(m_preferences.value(setting)));
    for (const Group& group : m_groups)
        group.reset->setEnabled(std::any_of(group.rows.begin(), group.rows.end(),
            [&](const Row& row) { return !m_preferences.isDefault(row.setting); }));
}

void SettingsPage::filter()
{
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto fits = [&](const QString& text) {
        return std::all_of(words.begin(), words.end(),
            [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    bool hasAny = false;
    for (const Group& group : m_groups) {
        bool isShown = false;
        for (const Row& row : group.rows) {
            row.whole->setVisible(fits(row.words));
            isShown = isShown || fits(row.words);
        }
        group.card->setVisible(isShown);
        hasAny = hasAny || isShown;
    }
    for (const auto& [card, text] : m_others) {
        card->setVisible(fits(text));
        hasAny = hasAny || fits(text);
    }
    m_nothing->setVisible(!hasAny);
}

void SettingsPage::exportTo(const QString& path)
{
    if (const Result<> written = m_preferences.exportTo(path); !written)
        m_notice->showNotice(StateShape::Failed,
            tr("%1: %2").arg(wordFor(written.error().code), fromEngine(written.error().what)));
    else
        m_notice->showNotice(StateShape::Ok, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void SettingsPage::importFrom(const QString& path)
{
    const Result<int> taken = m_preferences.importFrom(path);
    if (!taken)
        m_notice->showNotice(StateShape::Failed,
            tr("Nothing was changed. %1: %2")
                .arg(wordFor(taken.error().code), fromEngine(taken.error().what)));
    else
        m_notice->showNotice(StateShape::Ok, tr("%n setting(s) taken over", nullptr, *taken));
}

void SettingsPage::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export settings"), QString(), tr("Settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("signalbox-settings.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsPage::exportTo);
    dialog->open();
}

void SettingsPage::chooseImport()
{
    auto* dialog = new QFileDialog(this, tr("Import settings"), QString(), tr("Settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsPage::importFrom);
    dialog->open();
}

} // namespace sb
