// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/time.h"

#include <charconv>
#include <cstdio>

namespace sb {
namespace {

struct Calendar {
    int year, month, day, hour, minute, second, millis;
};

Calendar toCalendar(UtcStart start, Instant t)
{
    using namespace std::chrono;
    const auto us = microseconds { start.unixSeconds * 1'000'000 + micros(t) };
    const auto days = floor<std::chrono::days>(us);
    const year_month_day date { sys_days { days } };
    const auto rest = duration_cast<milliseconds>(us - days).count();
    return { int(date.year()), int(unsigned(date.month())), int(unsigned(date.day())), int(rest / 3'600'000),
        int(rest / 60'000 % 60), int(rest / 1000 % 60), int(rest % 1000) };
}

template<typename... Args> std::string formatted(const char* format, Args... args)
{
    char buffer[96];
    const int n = std::snprintf(buffer, sizeof buffer, format, args...);
    return std::string(buffer, n > 0 ? static_cast<std::size_t>(n) : 0);
}

} // namespace

std::string clockText(UtcStart start, Instant t, bool withMillis)
{
    const Calendar c = toCalendar(start, t);
    return withMillis ? formatted("%02d:%02d:%02d.%03d", c.hour, c.minute, c.second, c.millis)
                      : formatted("%02d:%02d:%02d", c.hour, c.minute, c.second);
}

std::string isoText(UtcStart start, Instant t)
{
    const Calendar c = toCalendar(start, t);
    return formatted(
        "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", c.year, c.month, c.day, c.hour, c.minute, c.second, c.millis);
}

std::string durationText(Duration d)
{
    const long long us = d.count();
    if (us < 0)
        return "-" + durationText(-d);
    if (us < 1'000)
        return formatted("%lld us", us);
    if (us < 1'000'000)
        return formatted("%lld ms", us / 1000);
    if (us < 60'000'000)
        return formatted("%lld.%lld s", us / 1'000'000, us / 100'000 % 10);
    const long long s = us / 1'000'000;
    if (s < 3600)
        return formatted("%lld min %02lld s", s / 60, s % 60);
    return formatted("%lld h %02lld min", s / 3600, s / 60 % 60);
}

Result<Duration> parseDuration(std::string_view text)
{
    constexpr std::int64_t kMicrosMax = 36'525LL * 86'400 * 1'000'000; // a century
    const auto refuse = [&] {
        return fail(Errc::BadInput,
            "'" + std::string(text)
                + "' is not a duration; write a number with a unit, such as 250ms, 10s, 5m or 1m30s");
    };
    const auto unitMicros = [](std::string_view unit) -> std::int64_t {
        return unit == "us"                ? 1
            : unit == "ms"                 ? 1'000
            : unit == "s"                  ? 1'000'000
            : unit == "m" || unit == "min" ? 60'000'000
            : unit == "h"                  ? 3'600'000'000
                                           : 0;
    };
    std::int64_t total = 0;
    std::string_view rest = text;
    if (rest.empty())
        return refuse();
    while (!rest.empty()) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc {} || number < 0)
            return refuse();
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        const std::size_t unitLength = std::min(rest.find_first_of("0123456789"), rest.size());
        const std::int64_t unit = unitMicros(rest.substr(0, unitLength));
        rest.remove_prefix(unitLength);
        if (unit == 0 || number > (kMicrosMax - total) / unit)
            return refuse();
        total += number * unit;
    }
    return Duration { total };
}

Result<UtcStart> parseUtc(std::string_view text)
{
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, used = 0;
    const std::string copy(text);
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2dT%2d:%2d:%2dZ%n", &y, &mo, &d, &h, &mi, &s, &used) != 6
        || used != static_cast<int>(copy.size()))
        return fail(Errc::BadInput, "'" + copy + "' is not a time; write it as 2026-03-03T14:28:00Z");
    const std::chrono::year_month_day date { std::chrono::year { y }, std::chrono::month { unsigned(mo) },
        std::chrono::day { unsigned(d) } };
    if (!date.ok() || h > 23 || mi > 59 || s > 59 || h < 0 || mi < 0 || s < 0)
        return fail(Errc::BadInput, "'" + copy + "' is not a calendar time");
    const auto day = std::chrono::sys_days { date }.time_since_epoch().count();
    return UtcStart { std::int64_t { day } * 86'400 + h * 3600 + mi * 60 + s };
}

} // namespace sb
