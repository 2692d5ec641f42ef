// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <unistd.h>
#include <vector>

namespace sb {
namespace {
namespace fs = std::filesystem;

// "session-20260303-142800-<process>-<number>"; everything of one recording begins with it and a dot.
constexpr std::string_view kPrefix = "session-";
constexpr std::string_view kSuffix = ".signalbox";

std::string stamp()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc {};
    ::gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &utc);
    return text;
}

// The third dash begins the number of the process that records or recorded it.
bool isInUse(const std::string& name)
{
    std::size_t dash = 0;
    for (int i = 0; i < 3; ++i) {
        dash = name.find('-', dash);
        if (dash == std::string::npos)
            return true; // not one of ours: hands off
        ++dash;
    }
    ::pid_t process = 0;
    const auto [end, error] = std::from_chars(name.data() + dash, name.data() + name.size(), process);
    if (error != std::errc {} || process <= 0)
        return true;
    return ::kill(process, 0) == 0 || errno == EPERM;
}

void removeRecording(const fs::path& folder, const std::string& name)
{
    std::error_code ignored;
    std::vector<fs::path> parts;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().rfind(name + ".", 0) == 0)
            parts.push_back(entry.path());
    }
    for (const fs::path& part : parts)
        fs::remove_all(part, ignored);
}

void removeOldest(const fs::path& folder, std::size_t kept)
{
    std::error_code ignored;
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string file = entry.path().filename().string();
        if (file.rfind(kPrefix, 0) == 0 && entry.path().extension() == kSuffix)
            names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end(), std::greater<> {}); // newest first
    for (std::size_t i = kept; i < names.size(); ++i) {
        if (!isInUse(names[i]))
            removeRecording(folder, names[i]);
    }
}

} // namespace

Result<std::string> newAutosave(const std::string& folder, std::size_t kept)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || ::access(folder.c_str(), W_OK | X_OK) != 0)
        return fail(Errc::IoFailure,
            folder + ": recordings of runs cannot be written here"
                + (error ? " (" + error.message() + ")" : ""));
    removeOldest(folder, kept > 0 ? kept - 1 : 0);
    const std::string base
        = folder + "/" + std::string(kPrefix) + stamp() + "-" + std::to_string(::getpid()) + "-";
    int number = 1;
    while (fs::exists(base + std::to_string(number) + std::string(kSuffix), error))
        ++number;
    return base + std::to_string(number) + std::string(kSuffix);
}

} // namespace sb
