// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kWidth = 640;
constexpr int kTop = 64; // px below the window's upper edge
constexpr int kRow = 42;
constexpr int kRowsShown = 9;
constexpr int kAroundList = 80; // px: the line to type into, the hint, the margins
constexpr int kListedMost = 60;
constexpr int kAliasPenalty = 6; // a fit in words that are not shown counts less

enum Role { DetailRole = Qt::UserRole, KindRole, KeyRole, PlacesRole, ArmedRole, CannotRole };

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return { 100, kRow }; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = currentTheme();
        const bool isCurrent = option.state & QStyle::State_Selected;
        const bool isArmed = index.data(ArmedRole).toBool();
        const bool cannot = index.data(CannotRole).toBool();
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (isArmed)
            painter->fillRect(option.rect, theme.color(Token::BgFailed));
        else if (isCurrent)
            painter->fillRect(option.rect, theme.color(Token::BgHover));
        if (isCurrent) {
            const QRect bar = QStyle::visualRect(option.direction, option.rect,
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()));
            painter->fillRect(bar, theme.color(isArmed ? Token::StateFailedFill : Token::Accent));
        }
        const QRect inner = option.rect.adjusted(14, 4, -12, -4);
        const int tail = paintTail(*painter, option, inner, index);
        const QRect words = QStyle::visualRect(option.direction, inner,
            QRect(inner.left(), inner.top(), inner.width() - tail - 12, inner.height()));
        const Token ink = isArmed ? Token::StateFailedText : cannot ? Token::TextMuted : Token::TextPrimary;
        paintTitle(*painter, option, words, index, theme.color(ink));
        painter->setFont(sb::font(FontRole::Caption));
        painter->setPen(theme.color(Token::TextMuted));
        const QRect below(words.left(), words.center().y() + 1, words.width(), words.height() / 2);
        painter->drawText(below, alignment(option, Qt::AlignLeft),
            painter->fontMetrics().elidedText(
                index.data(DetailRole).toString(), Qt::ElideRight, below.width()));
        painter->restore();
    }

private:
    static int alignment(const QStyleOptionViewItem& option, Qt::Alignment side)
    {
        return static_cast<int>(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter);
    }

    // Kind and shortcut at the end of the line; answers their width.
    static int paintTail(
        QPainter& painter, const QStyleOptionViewItem& option, const QRect& inner, const QModelIndex& index)
    {
        const Theme& theme = currentTheme();
        painter.setFont(sb::font(FontRole::Caption));
        const QString key = index.data(KeyRole).toString();
        const QString kind = index.data(KindRole).toString();
        const QFontMetrics metrics = painter.fontMetrics();
        const int keyWidth = key.isEmpty() ? 0 : metrics.horizontalAdvance(key) + 10;
        const int kindWidth = metrics.horizontalAdvance(kind) + 2;
        const int width = std::max(keyWidth, kindWidth);
        const QRect column = QStyle::visualRect(
            option.direction, inner, QRect(inner.right() - width + 1, inner.top(), width, inner.height()));
        QRect upper(column.left(), column.top(), column.width(), column.height() / 2);
        if (key.isEmpty())
            upper = column;
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(upper, alignment(option, Qt::AlignRight), kind);
        if (!key.isEmpty()) {
            const QRect lower(column.left(), column.center().y() + 1, column.width(), column.height() / 2);
            painter.setPen(theme.color(Token::TextSecondary));
            painter.drawText(lower, alignment(option, Qt::AlignRight), key);
        }
        return width;
    }

    // The letters that were typed stand out by weight.
    static void paintTitle(QPainter& painter, const QStyleOptionViewItem& option, const QRect& words,
        const QModelIndex& index, const QColor& ink)
    {
        const QRect line(words.left(), words.top(), words.width(), words.height() / 2);
        const QString title = index.data(Qt::DisplayRole).toString();
        painter.setPen(ink);
        const QFont plain = sb::font(FontRole::Body);
        const QFont strong = sb::font(FontRole::BodyStrong);
        const QVariantList places = index.data(PlacesRole).toList();
        if (places.isEmpty() || option.direction == Qt::RightToLeft
            || QFontMetrics(strong).horizontalAdvance(title) > line.width()) {
            painter.setFont(index.data(ArmedRole).toBool() ? strong : plain);
            painter.drawText(line, alignment(option, Qt::AlignLeft),
                painter.fontMetrics().elidedText(title, Qt::ElideRight, line.width()));
            return;
        }
        int x = line.left();
        for (int i = 0; i < title.size();) {
            const bool isStrong = places.contains(i);
            int end = i;
            while (end < title.size() && places.contains(end) == isStrong)
                ++end;
            const QString part = title.mid(i, end - i);
            painter.setFont(isStrong ? strong : plain);
            painter.drawText(QRect(x, line.top(), line.width(), line.height()),
                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, part);
            x += painter.fontMetrics().horizontalAdvance(part);
            i = end;
        }
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_input->setPlaceholderText(tr("Type what to do: a page, a region, a fault, a plan…"));
    m_input->setAccessibleName(tr("What to do"));
    m_input->setFont(sb::font(FontRole::Title));
    m_input->setFrame(false);
    m_input->setMinimumHeight(34);
    m_input->setTextMargins(10, 0, 10, 0);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->viewport()->setAutoFillBackground(false);
    m_hint->setFont(sb::font(FontRole::Caption));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(12, 2, 12, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 6);
    column->setSpacing(4);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    m_input->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    setPalette(currentTheme().palette());
    m_entries = std::move(entries);
    m_input->clear();
    fill();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::leave()
{
    if (!isVisible())
        return;
    const bool hadFocus = m_input->hasFocus();
    hide();
    m_armed = -1;
    m_entries.clear();
    m_listed.clear();
    m_list->clear();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

std::vector<const PaletteEntry*> CommandPalette::listed() const
{
    std::vector<const PaletteEntry*> entries;
    for (const std::size_t index : m_listed)
        entries.push_back(&m_entries[index]);
    return entries;
}

void CommandPalette::fill()
{
    struct Hit {
        std::size_t index;
        FuzzyMatch match;
    };
    std::vector<Hit> hits;
    const QString query = m_input->text();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry& entry = m_entries[i];
        auto match = fuzzyMatch(query, entry.title);
        if (!match) {
            const QString all = QStringList { entry.title, entry.kind, entry.aliases }.join(QLatin1Char(' '));
            match = fuzzyMatch(query, all);
            if (!match)
                continue;
            match->score -= kAliasPenalty;
            match->places.removeIf([&](int at) { return at >= entry.title.size(); });
        }
        hits.push_back({ i, *match });
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.match.score > b.match.score; });
    if (hits.size() > kListedMost)
        hits.resize(kListedMost);
    m_armed = -1;
    m_listed.clear();
    m_list->clear();
    for (const Hit& hit : hits) {
        const PaletteEntry& entry = m_entries[hit.index];
        auto* item = new QListWidgetItem(entry.title, m_list);
        item->setData(DetailRole, entry.whyNot.isEmpty() ? entry.detail : entry.whyNot);
        item->setData(KindRole, entry.kind);
        item->setData(KeyRole, entry.shortcut);
        item->setData(CannotRole, !entry.whyNot.isEmpty());
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1. %2").arg(entry.title, entry.detail));
        QVariantList places;
        for (const int place : hit.match.places)
            places << place;
        item->setData(PlacesRole, places);
        m_listed.push_back(hit.index);
    }
    m_list->setCurrentRow(m_listed.empty() ? -1 : 0);
    place();
    m_hint->setText(m_listed.empty() ? tr("Nothing fits. Try fewer letters.")
                                     : tr("Enter does it, the arrows choose, Esc leaves"));
}

void CommandPalette::choose(QListWidgetItem* item)
{
    const int row = item == nullptr ? -1 : m_list->row(item);
    if (row < 0)
        return;
    const PaletteEntry& entry = m_entries[m_listed[static_cast<std::size_t>(row)]];
    if (!entry.whyNot.isEmpty()) {
        m_hint->setText(tr("Not possible now: %1").arg(entry.whyNot));
        return;
    }
    if (!entry.confirmation.isEmpty() && m_armed != row) {
        disarm();
        m_armed = row;
        item->setText(entry.confirmation);
        item->setData(PlacesRole, {});
        item->setData(ArmedRole, true);
        m_hint->setText(tr("Press Enter again to do it, Esc to leave it"));
        return;
    }
    const auto run = entry.run; // closing forgets the entries
    leave();
    if (run)
        run();
}

void CommandPalette::disarm()
{
    if (m_armed < 0)
        return;
    QListWidgetItem* item = m_list->item(m_armed);
    item->setText(m_entries[m_listed[static_cast<std::size_t>(m_armed)]].title);
    item->setData(ArmedRole, false);
    m_armed = -1;
    m_hint->setText(tr("Enter does it, the arrows choose, Esc leaves"));
}

void CommandPalette::step(int by)
{
    disarm();
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_input) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        leave();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys of the window mean nothing while one types.
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kRowsShown);
        return true;
    case Qt::Key_PageUp:
        step(-kRowsShown);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere to go
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentItem());
        return true;
    case Qt::Key_Escape:
        if (isArmed())
            disarm();
        else
            leave();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::place()
{
    const QWidget* over = parentWidget();
    const int width = std::min(kWidth, over->width() - 32);
    const int rows = std::clamp(m_list->count(), 1, kRowsShown);
    const int height = std::min(rows * kRow + kAroundList, over->height() - kTop - 24);
    setGeometry((over->width() - width) / 2, kTop, width, height);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineBorder), 1));
    painter.setBrush(theme.color(Token::BgRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace sb
