// SPDX-License-Identifier: GPL-3.0-or-later
// The painted tracks as assistive technology sees them: a list, one item a track that is shown, each named by
// what it holds in view.
#include "ui/incident/incident_text.h"
#include "ui/incident/track_view.h"
#include "ui/theme/painted_children.h"

namespace sb {

namespace {

class TrackInterface : public PaintedChild {
public:
    TrackInterface(TrackView* view, int index)
        : PaintedChild(view)
        , m_view(view)
        , m_index(static_cast<std::size_t>(index))
    {
    }

    bool isValid() const override { return m_index < m_view->plan().shown().size(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
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
    QStringList actionNames() const override { return { setFocusAction() }; }
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
        , m_children(view)
    {
    }
    int childCount() const override { return static_cast<int>(m_view->plan().shown().size()); }
    QAccessibleInterface* child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr : m_children.at(index);
    }
    int indexOfChild(const QAccessibleInterface* child) const override { return m_children.indexOf(child); }
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
    PaintedChildren<TrackInterface, TrackView> m_children;
};

} // namespace

void installTrackAccessibility()
{
    installPaintedFace<TrackView, TracksInterface>();
}

} // namespace sb
