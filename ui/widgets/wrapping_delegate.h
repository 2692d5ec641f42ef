// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a tree that are as high as their words need at the width of their column, up to some lines; the
// tree re-measures when its header changes. Sentences are read whole without a tooltip. Thread: UI thread.
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace sb {

class WrappingDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kMostLines = 4;

    // Becomes the delegate of `tree`, which it belongs to.
    explicit WrappingDelegate(QTreeView* tree);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    QTreeView* m_tree;
};

} // namespace sb
