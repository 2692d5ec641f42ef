// SPDX-License-Identifier: GPL-3.0-or-later
// The painted tracks as assistive technology sees them: a list, one item a track that is shown, each named by
// what it holds in view.
#include "ui/incident/incident_text.h"
#include "ui/incident/track_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace sb {

namespace {

class TrackInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    TrackInterface(TrackView* view, int index)
        : m_view(view)
        , m_index(static_cast<std::size_t>(index))
    {
    }

    bool isValid() const override { return m_index < m_view->plan().shown().size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override { }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return trackSentence(track(), m_view->log(), m_view->zoom().range());
        return kind == QAccessible::Description ? trackTip(track()) : QString();
    }
    QRect rect() const override
    {
        const QRect box = isValid() ? m_view->rowRect(track()) : QRect();
        return { m_view->viewport()->mapToGlobal(box.topLeft()), box.size() };
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = isValid() && m_view->currentTrack() == track();
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return { setFocusAction() }; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString&) override
    {
        if (!isValid())
            return;
        m_view->setCurrentTrack(track());
        m_view->setFocus(Qt::OtherFocusReason);
    }

private:
    Track track() const { return m_view->plan().shown().at(m_index); }

    TrackView* m_view;
    std::size_t m_index;
};

class TracksInterface : public QAccessibleWidget {
public:
    explicit TracksInterface(TrackView* view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~TracksInterface() override
    {
        for (const auto& [index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return static_cast<int>(m_view->plan().shown().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto it = m_ids.find(index);
        if (it == m_ids.end())
            it = m_ids
                     .emplace(
                         index, QAccessible::registerAccessibleInterface(new TrackInterface(m_view, index)))
                     .first;
        return QAccessible::accessibleInterface(it->second);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [index, id] : m_ids) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

private:
    TrackView* m_view;
    mutable std::map<int, QAccessible::Id> m_ids;
};

QAccessibleInterface* makeTracksInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<TrackView*>(object);
    return view ? new TracksInterface(view) : nullptr;
}

} // namespace

void installTrackAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeTracksInterface);
        return true;
    }();
    (void)isInstalled;
}

} // namespace sb
