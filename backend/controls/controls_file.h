// SPDX-License-Identifier: GPL-3.0-or-later
// Routing controls as a person writes them, in TOML:
//   [[panel]]
//   name = "regions"
//   [[panel.control]]
//   name = "ireland"          one word
//   region = "eu-west-1"      left out: a fact, no region
//   on = true                 at the start; the default
//   [[panel.rule]]
//   name = "at-least-one"
//   assert = ["ireland", "singapore"]            or: gate = ["armed"], target = ["ireland"]
//   type = "at-least"         "and", "or", "exactly"
//   count = 1                 of "at-least" and "exactly"
//   inverted = false
//   wait = "5s"               0 to 1 h
// Every mistake is reported with its place; a spec that was read is within all quotas and refers to nothing
// that is not there.
#pragma once

#include "backend/controls/controls_spec.h"
#include "backend/toml/toml_reader.h"

namespace sb {

// Of a table that holds the panels: a whole file, or a drill's [controls]. `regions`: codes of the run.
// Mistakes go to `problems`; the spec is only fit for use when none were added.
[[nodiscard]] ControlsSpec readControls(
    const toml::table& table, const std::vector<std::string>& regions, Problems& problems);

// Of a text; `fileName` only appears in messages. An empty text: defaultControls(regions).
// The error holds one line "file:line:column: message" per mistake.
[[nodiscard]] Result<ControlsSpec> parseControls(
    std::string_view toml, const std::string& fileName, const std::vector<std::string>& regions);

// The same controls as text; parseControls() reads it back to an equal spec.
[[nodiscard]] std::string toToml(const ControlsSpec& spec);

} // namespace sb
