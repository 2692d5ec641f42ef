// SPDX-License-Identifier: GPL-3.0-or-later
// One column a region with its copy of the inspected key: value, version, origin, age, and whether it is the
// one that most copies have, by shape and word. Scrolls sideways with many regions. Thread: UI thread.
#pragma once

#include "backend/api/focus.h"
#include "backend/api/world_description.h"
#include "ui/theme/state_glyph.h"

#include <QWidget>

#include <vector>

namespace sb {

// What a copy is beside the others.
struct CopyReading {
    StateShape shape = StateShape::Ok;
    QString word; // "same", "differs", "deleted", "missing", "cannot be read"
    QString value;
    QString version; // "Ireland 48,213"
    QString age; // "3 s ago"
};
[[nodiscard]] CopyReading readCopy(
    const WorldDescription& world, const InspectedCopy& copy, const InspectView& view, Instant now);

class CopiesView : public QWidget {
    Q_OBJECT
public:
    explicit CopiesView(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setCopies(std::vector<CopyReading> copies); // index = RegionId; empty: nothing is looked at
    void setEmptyText(const QString& text);
    [[nodiscard]] const std::vector<CopyReading>& copies() const { return m_copies; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintColumn(QPainter& painter, const QRect& box, std::size_t index) const;

    WorldDescription m_world;
    std::vector<CopyReading> m_copies;
    QString m_empty;
};

} // namespace sb
