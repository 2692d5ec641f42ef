// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drill/drill.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/controls/controls_file.h"
#include "backend/drill/drill_loader.h"
#include "backend/drill/shipped.h"
#include "backend/net/atlas.h"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace sb {
namespace {

constexpr Duration kDrillMax = 24h;
constexpr std::size_t kRegionsMax = 21;
constexpr std::size_t kNoteBytesMax = 500;
constexpr std::size_t kTitleBytesMax = 200;

using Names = std::vector<std::string>;

template<typename Enum> Names namesOf(std::initializer_list<Enum> values)
{
    Names names;
    for (const Enum value : values)
        names.emplace_back(toString(value));
    return names;
}

Names atlasCodes()
{
    Names codes;
    for (const AtlasRegion& region : atlas().regions)
        codes.push_back(region.code);
    return codes;
}

// Files beside the drill's own, by their whole text: a run needs no file besides its configuration. Whether
// they are plans is for the World to say.
void readPlans(TableReader& reader, const std::string& fileName, Drill& drill)
{
    const auto nodes = reader.array("plans", "an array of plan files such as [\"../plans/evacuate.toml\"]");
    const std::filesystem::path folder = std::filesystem::path(fileName).parent_path();
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        const auto* path = node->as_string();
        if (path == nullptr) {
            reader.refuse("plans", "expected paths in quotes, found " + std::string(describe(*node)));
            continue;
        }
        const Result<std::string> text = readDrillFile((folder / path->get()).string(), "plan file");
        if (text)
            drill.config.plansToml.push_back(*text);
        else
            reader.refuse("plans", text.error().what);
    }
}

void readHead(const toml::table& document, const std::string& fileName, Drill& drill, Problems& problems)
{
    const toml::table* table = tableAt(document, "drill", problems);
    if (table == nullptr) {
        if (!document.contains("drill"))
            problems.add(document.source(), "a drill needs a table [drill] with 'title' and 'until'");
        return;
    }
    TableReader reader(*table, "[drill]", problems);
    reader.require("title", "a text");
    reader.require("until", "a duration such as \"16m\"");
    const std::optional<std::string> title = reader.text("title");
    drill.title = title.value_or("");
    if (title
        && (title->empty() || title->size() > kTitleBytesMax
            || title->find_first_of("\r\n") != std::string::npos))
        reader.refuse("title", "expected one line of 1 to " + std::to_string(kTitleBytesMax) + " bytes");
    drill.description = reader.text("description").value_or("");
    if (const auto level = reader.choice(
            "difficulty", namesOf({ DrillDifficulty::Easy, DrillDifficulty::Medium, DrillDifficulty::Hard })))
        drill.difficulty = static_cast<DrillDifficulty>(*level + 1);
    drill.until = kStart + reader.duration("until", 1s, kDrillMax).value_or(kDrillMax);
    drill.config.title = drill.title;
    readPlans(reader, fileName, drill);
    reader.finish();
}

// Empty when any code was refused, so that steps and checks do not repeat the complaint.
Names readRegions(TableReader& reader, Problems& problems)
{
    const auto nodes = reader.array("regions", "an array of region codes such as [\"eu-west-1\"]");
    if (!nodes)
        return {};
    Names regions;
    bool isGood = true;
    const auto refuse = [&](const toml::node& node, std::string text) {
        problems.add(node.source(), "'regions' in [world]: " + std::move(text));
        isGood = false;
    };
    for (const toml::node* node : *nodes) {
        const auto* code = node->as_string();
        if (code == nullptr) {
            refuse(*node, "expected a region code in quotes, found " + std::string(describe(*node)));
            continue;
        }
        const std::string& name = code->get();
        if (std::find(regions.begin(), regions.end(), name) != regions.end())
            refuse(*node, "'" + name + "' stands there twice");
        else if (!atlas().findRegion(name))
            refuse(*node, "unknown region '" + name + "'; " + suggestion(name, atlasCodes()));
        regions.push_back(name);
    }
    if (isGood && (regions.empty() || regions.size() > kRegionsMax)) {
        reader.refuse("regions", "expected 1 to " + std::to_string(kRegionsMax) + " region codes");
        isGood = false;
    }
    return isGood ? regions : Names {};
}

void readWorld(const toml::table& document, RunConfig& config, Problems& problems)
{
    const toml::table* table = tableAt(document, "world", problems);
    if (table == nullptr)
        return; // the default world
    TableReader reader(*table, "[world]", problems);
    reader.acknowledge("regions");
    if (reader.has("regions"))
        config.regions = readRegions(reader, problems);
    const auto seed = reader.integer("seed", 0, std::numeric_limits<std::int64_t>::max());
    config.seed = static_cast<std::uint64_t>(seed.value_or(static_cast<std::int64_t>(config.seed)));
    config.start = reader.utc("start").value_or(config.start);
    const auto rate = reader.integer("requests-per-second", 1, 20'000);
    config.requestRateHz = static_cast<int>(rate.value_or(config.requestRateHz));
    const auto capacity = reader.integer("capacity-percent", 20, 1'000);
    config.capacityPercent = static_cast<int>(capacity.value_or(config.capacityPercent));
    const auto stock = reader.integer("stock-percent", 1, 100);
    config.stockPercent = static_cast<int>(stock.value_or(config.stockPercent));
    config.cities = static_cast<int>(reader.integer("cities", 1, 300).value_or(config.cities));
    const auto ignorers = reader.integer("ttl-ignorers-percent", 0, 100);
    config.ttlIgnorersPercent = static_cast<int>(ignorers.value_or(config.ttlIgnorersPercent));
    const auto shared = reader.integer("shared-accounts-percent", 0, 100);
    config.sharedAccountsPercent = static_cast<int>(shared.value_or(config.sharedAccountsPercent));
    const auto photos = reader.integer("photos-per-minute", 0, 6'000);
    config.photosPerMinute = static_cast<int>(photos.value_or(config.photosPerMinute));
    if (const auto store = reader.choice("store", namesOf({ StoreKind::Memory, StoreKind::Sqlite })))
        config.store = *store == 0 ? StoreKind::Memory : StoreKind::Sqlite;
    reader.finish();
}

void readData(const toml::table& document, RunConfig& config, Problems& problems)
{
    const toml::table* table = tableAt(document, "data", problems);
    if (table == nullptr)
        return;
    TableReader reader(*table, "[data]", problems);
    if (const auto profile = reader.choice("profile", namesOf({ DataProfile::AsAws, DataProfile::Hardened })))
        config.profile = *profile == 0 ? DataProfile::AsAws : DataProfile::Hardened;
    if (const auto unit = reader.choice("ships", { "transactions", "items" }))
        config.shipsItemsSingly = *unit == 1;
    config.clockOffsetMax = reader.duration("clock-offset-max", 1ms, 1min).value_or(config.clockOffsetMax);
    const auto entries = reader.integer("log-entries-max", 1'000, 10'000'000);
    config.logEntriesMax = static_cast<int>(entries.value_or(config.logEntriesMax));
    config.tombstoneGrace = reader.duration("tombstone-grace", 1s, 24h).value_or(config.tombstoneGrace);
    config.maxRpo = reader.duration("max-rpo", 1s, 1h).value_or(config.maxRpo);
    const auto coupons = reader.integer("coupons-percent", 0, 100);
    config.couponsPercent = static_cast<int>(coupons.value_or(config.couponsPercent));
    if (config.shipsItemsSingly && config.profile == DataProfile::Hardened)
        reader.refuse("ships",
            "\"items\" goes with profile \"as-aws\" only; the hardened profile ships whole transactions");
    reader.finish();
}

// How customers come to a region, and how long they hold on to it.
void readEntry(TableReader& reader, RunConfig& config)
{
    if (const auto entry
        = reader.choice("entry", namesOf({ Entry::Dns, Entry::Accelerator, Entry::OriginGroup })))
        config.entry = static_cast<Entry>(*entry);
    if (config.entry == Entry::OriginGroup && config.regions.size() == 1)
        reader.refuse("entry", "\"origin-group\" needs a primary and a secondary region");
    const auto percent = [&](std::string_view key, int& field) {
        field = static_cast<int>(reader.integer(key, 0, 100).value_or(field));
    };
    percent("caching-clients-percent", config.cachingClientsPercent);
    percent("pooled-clients-percent", config.pooledClientsPercent);
    percent("hint-obeyed-percent", config.hintObeyedPercent);
    if (config.cachingClientsPercent + config.pooledClientsPercent > 100)
        reader.refuse("pooled-clients-percent", "together with 'caching-clients-percent' it is above 100");
    config.browserCache = reader.flag("browser-cache").value_or(config.browserCache);
    const auto attempts = reader.integer("origin-attempts", 1, 3);
    config.originAttempts = static_cast<int>(attempts.value_or(config.originAttempts));
    config.originConnectTimeout
        = reader.duration("origin-connect-timeout", 1s, 10s).value_or(config.originConnectTimeout);
}

void readRouting(
    const toml::table& document, const std::string& fileName, RunConfig& config, Problems& problems)
{
    const toml::table* table = tableAt(document, "routing", problems);
    if (table == nullptr)
        return;
    TableReader reader(*table, "[routing]", problems);
    Names policies;
    for (int i = 0; i < kRoutingPolicyCount; ++i)
        policies.emplace_back(toString(static_cast<RoutingPolicy>(i)));
    if (const auto policy = reader.choice("policy", policies))
        config.policy = static_cast<RoutingPolicy>(*policy);
    config.ttl = reader.duration("ttl", 1s, 1h).value_or(config.ttl);
    if (const auto interval = reader.duration("health-interval", 10s, 30s)) {
        if (*interval == 10s || *interval == 30s)
            config.healthInterval = *interval;
        else
            reader.refuse("health-interval", "checkers probe every \"10s\" or \"30s\", nothing between");
    }
    const auto threshold = reader.integer("health-threshold", 1, 10);
    config.healthThreshold = static_cast<int>(threshold.value_or(config.healthThreshold));
    if (const auto path = reader.choice("health-path", { "shallow", "deep" }))
        config.checksDeeply = *path == 1;
    Names designs;
    for (int i = 0; i < kCheckDesignCount; ++i)
        designs.emplace_back(toString(static_cast<CheckDesign>(i)));
    if (const auto design = reader.choice("check-design", designs))
        config.checkDesign = static_cast<CheckDesign>(*design);
    if (const auto mode
        = reader.choice("fail-back", namesOf({ FailBackMode::Damped, FailBackMode::Instant })))
        config.failBack = *mode == 0 ? FailBackMode::Damped : FailBackMode::Instant;
    config.rampDwell = reader.duration("ramp-dwell", 1s, 1h).value_or(config.rampDwell);
    readEntry(reader, config);
    if (const auto publishing = reader.choice("publishing",
            namesOf({ ZonePublishing::Direct, ZonePublishing::Guarded, ZonePublishing::Unguarded })))
        config.publishing = static_cast<ZonePublishing>(*publishing);
    readZoneOfDrill(*table, reader, fileName, config, problems);
    reader.finish();
}

void readObjectives(const toml::table& document, RunConfig& config, Problems& problems)
{
    const toml::table* table = tableAt(document, "objectives", problems);
    if (table == nullptr)
        return;
    TableReader reader(*table, "[objectives]", problems);
    const auto errors = reader.integer("errors-per-mille", 1, 1000);
    config.errorObjectivePerMille = static_cast<int>(errors.value_or(config.errorObjectivePerMille));
    config.rtoObjective = reader.duration("rto", 1s, kDrillMax).value_or(config.rtoObjective);
    config.lagObjective = reader.duration("lag", 100ms, 1h).value_or(config.lagObjective);
    reader.finish();
}

// A table [controls], or the name of a file beside the drill's. The run gets it as text, written anew.
void readRoutingControls(
    const toml::table& document, const std::string& drillPath, RunConfig& config, Problems& problems)
{
    const toml::node* node = document.get("controls");
    if (node == nullptr || config.regions.empty())
        return; // none, or the regions were refused: that mistake is told already
    if (const toml::table* table = node->as_table()) {
        config.controlsToml = toToml(readControls(*table, config.regions, problems));
        return;
    }
    const auto* name = node->as_string();
    if (name == nullptr) {
        problems.add(node->source(),
            "'controls': expected a table [controls] or the name of a file in quotes, found "
                + std::string(describe(*node)));
        return;
    }
    const std::size_t slash = drillPath.rfind('/');
    const bool isBeside = slash != std::string::npos && !name->get().starts_with('/');
    const std::string path = (isBeside ? drillPath.substr(0, slash + 1) : std::string()) + name->get();
    const auto spec = readDrillFile(path, "file of routing controls").and_then([&](const std::string& text) {
        return parseControls(text.empty() ? "\n" : text, path, config.regions);
    });
    if (spec)
        config.controlsToml = toToml(*spec);
    else
        problems.add(node->source(), "'controls': " + spec.error().what);
}

struct RegionsOf {
    Names operator()(const InjectFault& c) const
    {
        return c.peer.empty() ? Names { c.region } : Names { c.region, c.peer };
    }
    Names operator()(const RestoreRegion& c) const { return { c.region }; }
    Names operator()(const FailBack& c) const { return { c.region }; }
    Names operator()(const AbortFailBack& c) const { return { c.region }; }
    Names operator()(const RegionOrder& c) const { return { c.region }; }
    Names operator()(const ShiftAway& c) const { return { c.region }; }
    Names operator()(const CancelShift& c) const { return { c.region }; }
    Names operator()(const SetDial& c) const { return { c.region }; }
    Names operator()(const SetObjectRule& c) const { return { c.source, c.target }; }
    Names operator()(const BackfillObjects& c) const { return { c.source, c.target }; }
    Names operator()(const SetPrice& c) const { return { c.region }; }
    Names operator()(const StartPlan& c) const { return c.region.empty() ? Names {} : Names { c.region }; }
    template<typename Other> Names operator()(const Other&) const { return {}; }
};

void readStep(const toml::table& table, Drill& drill, Problems& problems)
{
    TableReader reader(table, "[[step]]", problems);
    reader.require("at", "a duration since the start such as \"2m\"");
    reader.require("do", "a command such as \"fail region-outage eu-west-1 for 10m\"");
    const auto at = reader.duration("at", 0s, drill.until - kStart);
    const auto line = reader.text("do");
    DrillStep step;
    step.note = reader.text("note").value_or("");
    if (step.note.size() > kNoteBytesMax || step.note.find_first_of("\r\n") != std::string::npos)
        reader.refuse("note", "expected one line of at most " + std::to_string(kNoteBytesMax) + " bytes");
    reader.finish();
    if (!line)
        return;
    const Result<Command> command = parseCommand(*line);
    if (!command) {
        reader.refuse("do", command.error().what);
        return;
    }
    for (const std::string& region : std::visit(RegionsOf {}, *command)) {
        if (!acceptsRegion(region, drill.config.regions, reader.placeOf("do"), problems))
            return;
    }
    if (!at)
        return;
    step.at = kStart + *at;
    step.command = *command;
    drill.steps.push_back(std::move(step));
}

void readChecks(const toml::table& document, Drill& drill, Problems& problems)
{
    for (const toml::table* table : tablesAt(document, "check", problems)) {
        std::optional<DrillCheck> check = readCheck(*table, drill, problems);
        if (!check)
            continue;
        const auto isSame = [&](const DrillCheck& other) { return other.name == check->name; };
        if (std::any_of(drill.checks.begin(), drill.checks.end(), isSame))
            problems.add(table->get("name")->source(),
                "'name' in [[check]]: '" + check->name
                    + "' stands there twice; each check needs a name of its own");
        else
            drill.checks.push_back(std::move(*check));
    }
    if (!document.contains("check"))
        problems.add(document.source(), "a drill needs at least one [[check]], otherwise it has no verdict");
}

} // namespace

bool acceptsRegion(const std::string& code, const std::vector<std::string>& names,
    const toml::source_region& where, Problems& problems)
{
    if (names.empty() || std::find(names.begin(), names.end(), code) != names.end())
        return true;
    problems.add(where, "region '" + code + "' is not in this drill's world; " + suggestion(code, names));
    return false;
}

Result<Drill> parseDrill(std::string_view toml, const std::string& fileName)
{
    Problems problems(fileName);
    const auto parsed = parseDocument(toml, fileName, problems);
    if (!parsed)
        return tl::make_unexpected(problems.toError());
    const toml::table& document = *parsed;
    refuseOtherKeys(document,
        { "drill", "world", "data", "routing", "objectives", "controls", "step", "check" }, problems);
    Drill drill;
    readHead(document, fileName, drill, problems);
    readWorld(document, drill.config, problems);
    readData(document, drill.config, problems);
    readRouting(document, fileName, drill.config, problems);
    readObjectives(document, drill.config, problems);
    readRoutingControls(document, fileName, drill.config, problems);
    for (const toml::table* table : tablesAt(document, "step", problems))
        readStep(*table, drill, problems);
    readChecks(document, drill, problems);
    // What no single key decides, such as a failover policy with one region only.
    if (const auto valid = validate(drill.config); !valid && problems.isEmpty())
        problems.add(document.contains("world") ? document.get("world")->source() : document.source(),
            valid.error().what);
    if (!problems.isEmpty())
        return tl::make_unexpected(problems.toError());
    std::stable_sort(drill.steps.begin(), drill.steps.end(),
        [](const DrillStep& a, const DrillStep& b) { return a.at < b.at; });
    return drill;
}

std::vector<TimedOrder> ordersOf(const Drill& drill)
{
    std::vector<TimedOrder> orders;
    for (std::size_t i = 0; i < drill.steps.size(); ++i) {
        const DrillStep& step = drill.steps[i];
        // The note first: the record then reads as it was told.
        if (!step.note.empty())
            orders.push_back({ step.at, AddNote { step.note }, i, true });
        orders.push_back({ step.at, step.command, i, false });
    }
    return orders;
}

Result<Drill> loadDrill(const std::string& path)
{
    const Result<std::string> text = readDrillFile(path, "drill file");
    if (!text)
        return tl::make_unexpected(text.error());
    return parseDrill(*text, path);
}

} // namespace sb
