// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/world_map_accessible.h"

#include "ui/map/map_text.h"
#include "ui/map/world_map.h"
#include "ui/theme/painted_children.h"

#include <algorithm>

namespace sb {

namespace {

class ItemInterface : public PaintedChild {
public:
    ItemInterface(WorldMap* map, int index)
        : PaintedChild(map)
        , m_map(map)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_map && index() >= 0; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_map->snapshot() ? itemSentence(m_map->world(), *m_map->snapshot(), item())
                                     : itemName(m_map->world(), item());
        if (kind == QAccessible::Value && m_map->snapshot() && item().isLink())
            return linkStatus(*m_map->snapshot(), item()).text;
        if (kind == QAccessible::Value && m_map->snapshot())
            return regionStatus(m_map->snapshot()->regions[item().region.value], m_map->snapshot()->now);
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        QRectF box(QPointF(), kTagSize);
        if (item().isRegion())
            box = m_map->layoutOfMap().cards[item().region.value];
        else if (const LinkPlace* link = m_map->layoutOfMap().link(item()))
            box.moveCenter(link->tag);
        return { m_map->mapToGlobal(box.topLeft().toPoint()), box.size().toSize() };
    }

    QAccessible::State state() const override
    {
        QAccessible::State s;
        s.focusable = true;
        s.selectable = true;
        s.focused = isValid() && m_map->hasFocus() && m_map->focusedItem() == item();
        s.selected = isValid() && m_map->selection() == item();
        return s;
    }

    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        m_map->focusItem(item());
        if (name == pressAction())
            m_map->select(item());
    }

private:
    int index() const
    {
        const std::size_t count = mapItems(m_map->world()).size();
        return static_cast<std::size_t>(m_index) < count ? m_index : -1;
    }
    MapItem item() const { return mapItems(m_map->world())[static_cast<std::size_t>(m_index)]; }

    WorldMap* m_map;
    int m_index;
};

class MapInterface : public QAccessibleWidget {
public:
    explicit MapInterface(WorldMap* map)
        : QAccessibleWidget(map, QAccessible::List)
        , m_map(map)
        , m_children(map)
    {
    }

    // Painted children first, then the overlays that are widgets of their own.
    int childCount() const override { return paintedCount() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0)
            return nullptr;
        if (index >= paintedCount())
            return QAccessibleWidget::child(index - paintedCount());
        return m_children.at(index);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (const int painted = m_children.indexOf(child); painted >= 0)
            return painted;
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? widget : widget + paintedCount();
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const MapItem item = m_map->layoutOfMap().itemAt(m_map->mapFromGlobal(QPoint(x, y)));
        const std::vector<MapItem> items = mapItems(m_map->world());
        const auto it = std::find(items.begin(), items.end(), item);
        return it == items.end() ? QAccessibleWidget::childAt(x, y)
                                 : child(static_cast<int>(it - items.begin()));
    }

private:
    int paintedCount() const { return static_cast<int>(mapItems(m_map->world()).size()); }

    WorldMap* m_map;
    PaintedChildren<ItemInterface, WorldMap> m_children;
};

} // namespace

void installMapAccessibility()
{
    installPaintedFace<WorldMap, MapInterface>();
}

} // namespace sb
