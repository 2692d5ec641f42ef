// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox resolve: questions to a customer's own Route 53 zone, and what is unwise about it.
#include "app/cli.h"
#include "app/resolve_report.h"
#include "backend/base/rng.h"
#include "backend/base/text.h"
#include "backend/routing/dns_name.h"
#include "backend/routing/route53_import.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace sb {
namespace {

constexpr std::uint64_t kDrawsMax = 10'000'000;

const VerbSpec& resolveSpec()
{
    static const VerbSpec kSpec { "signalbox resolve --zone RRSETS.json --name N --type T --city NAME",
        "resolve", "Answers a question from a Route 53 zone, as its resolvers would get it, and says why.",
        "", false,
        { { "--zone", "RRSETS.json", "output of `aws route53 list-resource-record-sets`; needed" },
            { "--health", "HEALTH.json", "{\"check id or alias target\": \"healthy\" or \"unhealthy\"}" },
            { "--checks", "CHECKS.json", "output of `aws route53 list-health-checks`" },
            { "--cidr", "CIDR.json", "output of `aws route53 list-cidr-blocks`" },
            { "--name", "N", "the name asked for, such as api.example.com" },
            { "--type", "T", "the record type asked for: A (the default), AAAA, …" },
            { "--city", "NAME", "who asks: somebody in that city" },
            { "--subnet", "A.B.C.D/L", "who asks: that network, IPv4 or IPv6" },
            { "--region", "CODE", "who asks: somebody in that cloud region" },
            { "--geo", "CC[-SUB]", "who asks: somebody in that country or part of it, such as US-CA" },
            { "--draws", "N", "ask so many times, 1; at most 10000000" },
            { "--seed", "N", "of what is drawn at random, 1" },
            { "--explain", "", "say why the first answer is what it is" },
            { "--json", "", "print the result as one JSON object" },
            { "--lint", "", "judge the zone; works without --name as well" } },
        { "Checks that HEALTH.json does not name count as healthy, as new ones do.",
            "Exit code: 0, 1 when --lint finds an error, 2 bad usage or input." } };
    return kSpec;
}

struct Question {
    std::string name; // as it was typed
    std::string absolute;
    RecordType type = RecordType::A;
    Asker asker;
};

struct Inputs {
    ZoneFile zone;
    std::optional<std::vector<CheckDefinition>> checks;
    std::map<std::string, bool> health;
    std::vector<std::string> unsupported;
};

Result<std::string> contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    // An empty file makes operator<< fail; only an unopened or unreadable one is an error here.
    if (file && file.peek() != std::ifstream::traits_type::eof())
        content << file.rdbuf();
    if (!file.is_open() || file.bad() || !content)
        return fail(Errc::UnknownName, path + ": this file cannot be read; give the path of a JSON file");
    return content.str();
}

Result<> accept(Inputs& inputs, const ImportReport& report)
{
    if (!report.isSound())
        return tl::make_unexpected(report.toError());
    for (std::string& line : report.unsupported())
        inputs.unsupported.push_back(std::move(line));
    return {};
}

Result<> readZone(const Arguments& arguments, Inputs& inputs)
{
    const std::string path = arguments.text("--zone");
    const Result<std::string> text = contentOf(path);
    if (!text)
        return tl::make_unexpected(text.error());
    ZoneImport import = importZone(*text, path);
    inputs.zone = std::move(import.zone);
    return accept(inputs, import.report);
}

Result<> readCidr(const Arguments& arguments, Inputs& inputs)
{
    const std::string path = arguments.text("--cidr");
    if (path.empty())
        return {};
    const Result<std::string> text = contentOf(path);
    if (!text)
        return tl::make_unexpected(text.error());
    CidrImport import = importCidr(*text, path, onlyCollectionOf(inputs.zone));
    auto& all = inputs.zone.collections;
    std::move(import.collections.begin(), import.collections.end(), std::back_inserter(all));
    return accept(inputs, import.report);
}

Result<> readChecks(const Arguments& arguments, Inputs& inputs)
{
    const std::string path = arguments.text("--checks");
    if (path.empty())
        return {};
    const Result<std::string> text = contentOf(path);
    if (!text)
        return tl::make_unexpected(text.error());
    ChecksImport import = importChecks(*text, path);
    inputs.checks = std::move(import.checks);
    return accept(inputs, import.report);
}

Result<> readHealth(const Arguments& arguments, Inputs& inputs)
{
    const std::string path = arguments.text("--health");
    if (path.empty())
        return {};
    const Result<std::string> text = contentOf(path);
    if (!text)
        return tl::make_unexpected(text.error());
    HealthImport import = importHealth(*text, path);
    inputs.health = std::move(import.healthy);
    return accept(inputs, import.report);
}

Result<Inputs> readInputs(const Arguments& arguments)
{
    Inputs inputs;
    for (const auto read : { readZone, readCidr, readChecks, readHealth }) {
        if (const auto done = read(arguments, inputs); !done)
            return tl::make_unexpected(done.error());
    }
    return inputs;
}

Result<Asker> askerInCountry(const std::string& text)
{
    const std::size_t dash = std::min(text.find('-'), text.size());
    const std::string country = text.substr(0, dash);
    const std::string part = text.substr(std::min(dash + 1, text.size()));
    Asker asker;
    asker.label = text;
    asker.country = placeCode(country);
    asker.continent = country.size() == 2 ? continentOf(asker.country) : 0;
    asker.subdivision = placeCode(part);
    if (asker.continent == 0)
        return fail(Errc::UnknownName, "--geo: '" + country + "' is no country code such as IE or US");
    const bool isPart
        = dash == text.size() || (asker.subdivision != 0 && std::all_of(part.begin(), part.end(), [](char c) {
              return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
          }));
    if (!isPart)
        return fail(Errc::BadInput, "--geo: '" + part + "' is no subdivision code such as CA in US-CA");
    return asker;
}

Result<Asker> readAsker(const Arguments& arguments)
{
    static const std::vector<std::string> kWays { "--city", "--subnet", "--region", "--geo" };
    const auto count = std::count_if(
        kWays.begin(), kWays.end(), [&](const std::string& way) { return arguments.has(way); });
    if (count != 1)
        return fail(Errc::BadInput,
            count == 0 ? "say who asks: --city NAME, --subnet A.B.C.D/L, --region CODE or --geo CC"
                       : "only one of --city, --subnet, --region and --geo is possible");
    if (arguments.has("--geo"))
        return askerInCountry(arguments.text("--geo"));
    Result<Asker> asker = arguments.has("--city") ? askerInCity(arguments.text("--city"))
        : arguments.has("--region")               ? askerInRegion(arguments.text("--region"))
                                                  : askerFromSubnet(arguments.text("--subnet"));
    const char* const way = arguments.has("--city") ? "--city: "
        : arguments.has("--region")                 ? "--region: "
                                                    : "--subnet: ";
    if (!asker)
        return fail(asker.error().code, way + asker.error().what);
    return asker;
}

Result<RecordType> readType(const std::string& text)
{
    if (const auto type = recordTypeFromText(text))
        return *type;
    std::vector<std::string> known;
    for (int i = 0; i < kRecordTypeCount; ++i)
        known.emplace_back(toString(static_cast<RecordType>(i)));
    return fail(Errc::BadInput, "--type: '" + text + "' is not known; use one of: " + joined(known, ", "));
}

Result<Question> readQuestion(const Arguments& arguments)
{
    Question question;
    question.name = arguments.text("--name");
    const auto absolute = domainName(question.name);
    if (!absolute)
        return fail(
            Errc::BadInput, "--name: '" + question.name + "' is no domain name: " + absolute.error().what);
    question.absolute = *absolute;
    const auto type = readType(arguments.text("--type", "A"));
    if (!type)
        return tl::make_unexpected(type.error());
    question.type = *type;
    auto asker = readAsker(arguments);
    if (!asker)
        return tl::make_unexpected(asker.error());
    question.asker = std::move(*asker);
    return question;
}

// As told, else by its definition: frozen when disabled, counted from its children when calculated, and
// otherwise as a new check is.
bool statusOf(const Inputs& inputs, const CheckDefinition& check, int depth = 0)
{
    if (const auto told = inputs.health.find(check.id); told != inputs.health.end())
        return told->second;
    if (check.isDisabled || check.type != CheckType::Calculated || depth > 1)
        return !check.isInverted;
    int healthy = 0;
    for (const std::string& child : check.children) {
        const auto found = std::find_if(inputs.checks->begin(), inputs.checks->end(),
            [&](const CheckDefinition& other) { return other.id == child; });
        const auto told = inputs.health.find(child);
        const bool isHealthy = found != inputs.checks->end() ? statusOf(inputs, *found, depth + 1)
                                                             : told == inputs.health.end() || told->second;
        healthy += isHealthy ? 1 : 0;
    }
    return (healthy >= check.healthThreshold) != check.isInverted;
}

ZoneHealth healthOf(const CompiledZone& zone, Inputs& inputs, const std::string& healthPath)
{
    ZoneHealth health = allHealthy(zone);
    std::map<std::string, bool> used; // ids that mean something here
    if (inputs.checks) {
        for (const CheckDefinition& check : *inputs.checks) {
            used[check.id] = true;
            setCheck(zone, health, check.id, CheckState { .isHealthy = statusOf(inputs, check) });
        }
    }
    for (const auto& [id, isHealthy] : inputs.health) {
        const bool isCheck = setCheck(zone, health, id, CheckState { .isHealthy = isHealthy });
        const bool isTarget
            = setTarget(zone, health, id, isHealthy ? TargetState::Healthy : TargetState::Unhealthy);
        const auto name = domainName(id);
        if (!isCheck && !isTarget && used.count(id) == 0 && !(name && zone.outsideIndex(*name)))
            inputs.unsupported.push_back(healthPath + ": '" + id
                + "' is neither the health check of a record nor an alias target outside the zone; it has no "
                  "effect");
    }
    return health;
}

struct Asking {
    std::uint64_t draws = 1, seed = 1;
    bool explains = false;
};

Result<> answer(const Arguments& arguments, const Question& question, const Asking& asking, Inputs& inputs,
    ResolveReport& report)
{
    const std::string path = arguments.text("--zone");
    if (const auto faults = validateZone(inputs.zone); !faults.empty())
        return fail(Errc::BadInput, path + ": " + joined(faults, "\n" + path + ": "));
    const auto zone = CompiledZone::compile(inputs.zone);
    if (!zone)
        return fail(zone.error().code, path + ": " + zone.error().what);
    const ZoneHealth health = healthOf(**zone, inputs, arguments.text("--health"));
    Walker walker(*zone);
    Rng rng(asking.seed);
    RngDraws draws(rng);
    const RoutingQuestion asked { question.absolute, question.type, question.asker };
    AnswerTally tally;
    Answer got;
    for (std::uint64_t i = 0; i < asking.draws; ++i) {
        if (i == 0 && asking.explains) {
            Explanation why;
            walker.explain(asked, health, draws, got, why);
            report.explanationJson = toJson(why);
            report.explanationText = toText(why);
        } else {
            walker.decide(asked, health, draws, got);
        }
        tally.add(got);
    }
    report.hasAnswers = true;
    report.name = question.name;
    report.type = question.type;
    report.asker = question.asker.label;
    report.draws = tally.draws();
    report.withoutAnswer = tally.withoutAnswer();
    report.answers = tally.rows(**zone);
    return {};
}

Result<Asking> readAsking(const Arguments& arguments)
{
    const auto draws = arguments.number("--draws");
    const auto seed = arguments.number("--seed");
    if (!draws)
        return tl::make_unexpected(draws.error());
    if (!seed)
        return tl::make_unexpected(seed.error());
    if (*draws && (**draws < 1 || **draws > kDrawsMax))
        return fail(Errc::BadInput, "--draws: it must be 1 to " + std::to_string(kDrawsMax));
    return Asking { draws->value_or(1), seed->value_or(1), arguments.has("--explain") };
}

int resolve(const Arguments& arguments)
{
    const auto asking = readAsking(arguments);
    if (!asking)
        return refuseUsage(resolveSpec(), asking.error().what);
    const bool asks = arguments.has("--name");
    std::optional<Question> question;
    if (asks) {
        auto read = readQuestion(arguments);
        if (!read)
            return refuseUsage(resolveSpec(), read.error().what);
        question = std::move(*read);
    }
    Result<Inputs> inputs = readInputs(arguments);
    if (!inputs)
        return refuseInput("resolve", inputs.error());
    ResolveReport report;
    if (question) {
        if (const auto done = answer(arguments, *question, *asking, *inputs, report); !done)
            return refuseInput("resolve", done.error());
    }
    if (arguments.has("--lint")) {
        report.hasFindings = true;
        report.invalid = validateZone(inputs->zone);
        report.findings = lintZone(inputs->zone, inputs->checks ? &*inputs->checks : nullptr);
        report.records = inputs->zone.records;
    }
    report.unsupported = inputs->unsupported;
    for (const std::string& line : report.unsupported)
        std::fprintf(stderr, "%s\n", line.c_str());
    if (arguments.has("--json"))
        std::printf("%s\n", toJson(report).c_str());
    else
        std::fputs(toText(report).c_str(), stdout);
    return hasErrors(report) ? kExitCheckFailed : kExitPassed;
}

} // namespace

int runResolve(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(resolveSpec(), words);
    if (!arguments)
        return refuseUsage(resolveSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(resolveSpec()).c_str(), stdout);
        return kExitPassed;
    }
    if (!arguments->has("--zone"))
        return refuseUsage(resolveSpec(), "option '--zone' is needed");
    if (!arguments->has("--name")) {
        if (!arguments->has("--lint"))
            return refuseUsage(resolveSpec(), "say what is asked for, --name, or --lint to judge the zone");
        for (const char* with :
            { "--type", "--city", "--subnet", "--region", "--geo", "--draws", "--explain" }) {
            if (arguments->has(with))
                return refuseUsage(resolveSpec(), std::string("'") + with + "' goes with --name");
        }
    }
    return resolve(*arguments);
}

} // namespace sb
