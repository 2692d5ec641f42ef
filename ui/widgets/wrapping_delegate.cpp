// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapping_delegate.h"

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace sb {

namespace {

constexpr int kPad = 12; // px beside the words
constexpr int kLeastWidth = 40;

} // namespace

WrappingDelegate::WrappingDelegate(QTreeView* tree)
    : QStyledItemDelegate(tree)
    , m_tree(tree)
{
    tree->setItemDelegate(this);
    tree->setWordWrap(true);
    tree->setUniformRowHeights(false);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(
        tree->header(), &QHeaderView::sectionResized, tree, [tree] { tree->doItemsLayout(); },
        Qt::QueuedConnection);
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize plain = QStyledItemDelegate::sizeHint(option, index);
    int indent = 0;
    if (index.column() == 0)
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            indent += m_tree->indentation();
    if (index.column() == 0 && m_tree->rootIsDecorated())
        indent += m_tree->indentation();
    const int icon = index.data(Qt::DecorationRole).isValid() ? option.decorationSize.width() + kPad / 2 : 0;
    const int width = std::max(kLeastWidth, m_tree->columnWidth(index.column()) - indent - icon - kPad);
    QFont font = option.font;
    if (const QVariant own = index.data(Qt::FontRole); own.isValid())
        font = own.value<QFont>();
    const QFontMetrics metrics(font);
    const QRect words
        = metrics.boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap, index.data().toString());
    return { plain.width(), std::min(words.height(), metrics.lineSpacing() * kMostLines) + 6 };
}

void WrappingDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationAlignment = Qt::AlignTop | Qt::AlignLeft;
    option->displayAlignment = (option->displayAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignTop;
}

} // namespace sb
