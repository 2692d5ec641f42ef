// SPDX-License-Identifier: GPL-3.0-or-later
// What all painted views share in being read by assistive technology: their children are no widgets, are made
// when they are asked for, and can be pressed and focused. Thread: UI thread.
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

#include <map>

namespace sb {

// One thing painted in a view. Says what it is in text(), role(), rect(), state() and doAction().
class PaintedChild : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override { }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

protected:
    explicit PaintedChild(QWidget* view)
        : m_view(view)
    {
    }

private:
    QWidget* m_view;
};

// The children that were asked for, by index; they end with this.
template<typename Child, typename View> class PaintedChildren {
public:
    explicit PaintedChildren(View* view)
        : m_view(view)
    {
    }
    PaintedChildren(const PaintedChildren&) = delete;
    PaintedChildren& operator=(const PaintedChildren&) = delete;
    ~PaintedChildren()
    {
        for (const auto& [index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] QAccessibleInterface* at(int index) const
    {
        auto it = m_ids.find(index);
        if (it == m_ids.end())
            it = m_ids.emplace(index, QAccessible::registerAccessibleInterface(new Child(m_view, index)))
                     .first;
        return QAccessible::accessibleInterface(it->second);
    }
    [[nodiscard]] int indexOf(const QAccessibleInterface* child) const
    {
        for (const auto& [index, id] : m_ids) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        return -1;
    }

private:
    View* m_view;
    mutable std::map<int, QAccessible::Id> m_ids;
};

// Once per process and kind of view; further calls do nothing.
template<typename View, typename Face> void installPaintedFace()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* view = qobject_cast<View*>(object);
            return view ? new Face(view) : nullptr;
        });
        return true;
    }();
    (void)isInstalled;
}

} // namespace sb
