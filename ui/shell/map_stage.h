// SPDX-License-Identifier: GPL-3.0-or-later
// The map with what lies over it: the abnormal conditions, the fault palette, the confirmation of an armed
// fault, the switch between map and ring, notices and the first-run hint; and its table twin in the same
// place.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QStackedWidget>

#include <memory>

class QAction;

namespace sb {

class CoachMark;
class ConditionsBanner;
class FaultConfirm;
class FaultPalette;
class NoticeBar;
class StatusTable;
class WorldMap;

class MapStage : public QStackedWidget {
    Q_OBJECT
public:
    explicit MapStage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    void showTable(bool isTable);
    void setPaletteWanted(bool isWanted);
    // The hint points at the palette's first chip; `text` is shown until hideHint().
    void showHint(const QString& text);
    void hideHint();

    [[nodiscard]] WorldMap* map() const { return m_map; }
    [[nodiscard]] StatusTable* table() const { return m_table; }
    [[nodiscard]] FaultPalette* palette() const { return m_palette; }
    [[nodiscard]] ConditionsBanner* banner() const { return m_banner; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    [[nodiscard]] FaultConfirm* confirmation() const { return m_confirm; }
    // Of the switch and of looking closer; their buttons stand at the map's upper end.
    void setActions(QAction* ring, QAction* zoomIn, QAction* zoomOut, QAction* zoomAll);

Q_SIGNALS:
    void hintDismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void placeNotice();
    void showConfirmation();

    WorldMap* m_map;
    StatusTable* m_table;
    ConditionsBanner* m_banner;
    FaultPalette* m_palette;
    NoticeBar* m_notice;
    FaultConfirm* m_confirm;
    QWidget* m_controls;
    CoachMark* m_hint = nullptr;
    WorldDescription m_world;
    bool m_isPaletteWanted = true;
    std::int64_t m_confirmedAt = -1; // second of the World of which the figures are
};

} // namespace sb
