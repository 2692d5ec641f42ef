// SPDX-License-Identifier: GPL-3.0-or-later
// Command-line words to values: options, their values and the files between them, for one verb at a time.
// Knows nothing of what a verb does. The same description prints the verb's help.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct OptionSpec {
    std::string name; // "--seed"
    std::string valueName; // "N"; empty: the option takes no value
    std::string help; // one line
};

struct VerbSpec {
    std::string call; // "signalbox run DRILL.toml", as it begins the usage line and every message
    std::string verb; // "run"; empty: the desktop
    std::string summary;
    std::string fileName; // "DRILL.toml"; empty: takes no file
    bool isFileNeeded = true;
    std::vector<OptionSpec> options; // besides --help
    std::vector<std::string> notes; // lines at the end of the help
};

class Arguments {
public:
    // Refuses unknown options (with "did you mean"), missing or superfluous values and files, repetitions.
    [[nodiscard]] static Result<Arguments> parse(const VerbSpec& spec, const std::vector<std::string>& words);

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] bool wantsHelp() const { return has("--help"); }
    [[nodiscard]] const std::string& file() const { return m_file; } // empty when none was given
    [[nodiscard]] std::string text(std::string_view option, std::string fallback = {}) const;
    // Nothing when the option is absent.
    [[nodiscard]] Result<std::optional<std::uint64_t>> number(std::string_view option) const;
    [[nodiscard]] Result<std::optional<Duration>> duration(std::string_view option) const;
    // Index into `names`.
    [[nodiscard]] Result<std::optional<std::size_t>> choice(
        std::string_view option, const std::vector<std::string>& names) const;

private:
    std::string m_file;
    std::map<std::string, std::string, std::less<>> m_values;
};

[[nodiscard]] std::string helpText(const VerbSpec& spec);
// The word as a shell would need it.
[[nodiscard]] std::string shellWord(const std::string& word);

} // namespace sb
