// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text_data.h"

#include "backend/base/text.h"

#include <charconv>
#include <vector>

namespace sb {
namespace {

constexpr std::int64_t kPriceCentsMax = 1'000'000;

template<typename Number> bool readWhole(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc {} && end == text.data() + text.size();
}

// "12", "12.4", "12.40"
std::optional<std::int64_t> centsOf(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view decimals
        = point == std::string_view::npos ? std::string_view {} : text.substr(point + 1);
    std::int64_t euros = 0;
    std::int64_t cents = 0;
    if (!readWhole(text.substr(0, point), euros) || euros < 0 || euros > kPriceCentsMax)
        return std::nullopt;
    if (point != std::string_view::npos && (decimals.size() > 2 || !readWhole(decimals, cents) || cents < 0))
        return std::nullopt;
    return euros * 100 + (decimals.size() == 1 ? cents * 10 : cents);
}

Result<Command> parsePrice(const std::vector<std::string_view>& words)
{
    SetPrice price;
    const auto cents = words.size() == 4 ? centsOf(words[3]) : std::nullopt;
    if (!cents || !readWhole(words[2], price.book.value))
        return fail(Errc::BadInput,
            "'price' needs a region, a book's number and euros, as in: price eu-west-1 1342 12.40");
    price.region = words[1];
    price.cents = *cents;
    return Command { price };
}

Result<> differ(const std::string& source, const std::string& target)
{
    if (source == target)
        return fail(Errc::BadInput, "objects are copied between two different regions");
    return {};
}

} // namespace

std::string formatData(const SetObjectRule& command)
{
    return "object-rule " + command.source + " " + command.target + (command.isOn ? " on" : " off");
}

std::string formatData(const BackfillObjects& command)
{
    return "backfill-objects " + command.source + " " + command.target;
}

std::string formatData(const SetPrice& command)
{
    const std::string cents = std::to_string(command.cents % 100);
    return "price " + command.region + " " + std::to_string(command.book.value) + " "
        + std::to_string(command.cents / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
}

std::optional<Result<Command>> parseData(std::string_view line)
{
    const std::vector<std::string_view> words = splitWords(line);
    if (words.empty())
        return std::nullopt;
    if (words[0] == "price")
        return parsePrice(words);
    if (words[0] == "object-rule") {
        if (words.size() != 4 || (words[3] != "on" && words[3] != "off"))
            return Result<Command>(fail(Errc::BadInput,
                "'object-rule' needs source, target and on or off, as in: object-rule eu-west-1 us-east-1 "
                "off"));
        return Result<Command>(
            SetObjectRule { std::string(words[1]), std::string(words[2]), words[3] == "on" });
    }
    if (words[0] != "backfill-objects")
        return std::nullopt;
    if (words.size() != 3)
        return Result<Command>(fail(Errc::BadInput,
            "'backfill-objects' needs source and target, as in: backfill-objects eu-west-1 us-east-1"));
    return Result<Command>(BackfillObjects { std::string(words[1]), std::string(words[2]) });
}

Result<> validateData(const Command& command)
{
    if (const auto* rule = std::get_if<SetObjectRule>(&command))
        return differ(rule->source, rule->target);
    if (const auto* fill = std::get_if<BackfillObjects>(&command))
        return differ(fill->source, fill->target);
    if (const auto* price = std::get_if<SetPrice>(&command)) {
        if (!price->book.isValid())
            return fail(Errc::BadInput, "a book's number is at least 1");
        if (price->cents < 1 || price->cents > kPriceCentsMax)
            return fail(Errc::BadInput, "a price is 0.01 to 10000.00 euros");
    }
    return {};
}

} // namespace sb
