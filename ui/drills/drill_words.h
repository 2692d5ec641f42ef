// SPDX-License-Identifier: GPL-3.0-or-later
// Words and shapes of drills: difficulty, steps, checks; the line that runs a drill without a window.
#pragma once

#include "backend/api/drill_view.h"
#include "ui/theme/state_glyph.h"

#include <QString>

#include <optional>

namespace sb {

[[nodiscard]] QString wordFor(DrillDifficulty difficulty); // "easy"; empty: the file does not say
[[nodiscard]] QString wordFor(DrillStepState state); // "done"
[[nodiscard]] StateShape shapeOf(DrillStepState state);
// What a check is as of now: before the drill's end nothing has failed for good.
[[nodiscard]] QString wordOf(const DrillCheckView& check);
[[nodiscard]] StateShape shapeOf(const DrillCheckView& check);
// "signalbox run 'my drill.toml' --seed 8", for a shell; no seed: the drill's own.
[[nodiscard]] QString commandLineOf(const QString& path, std::optional<quint64> seed);
// A file name out of a title: "Random faults, seed 4" -> "random-faults-seed-4".
[[nodiscard]] QString fileNameFor(const QString& title);
// Where a text of that name goes in the folder: a number is added where a file with another text has the name
// already, unless it is `own`, the file that the text is from.
[[nodiscard]] QString freePathIn(
    const QString& folder, const QString& name, const QString& text, const QString& own);
[[nodiscard]] bool isShipped(const QString& path);

} // namespace sb
