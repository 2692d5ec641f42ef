// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's own zone of a drill: files named in [routing] are read here, so that the run's
// configuration, and with it a recording, holds them.
#include "backend/base/json_writer.h"
#include "backend/drill/drill_loader.h"
#include "backend/drill/shipped.h"

namespace sb {
namespace {

constexpr std::size_t kFileBytesMax = 16u << 20; // every recording carries them

// A path in a drill is meant from the drill's own folder.
std::string besideDrill(const std::string& name, const std::string& drill)
{
    const std::size_t slash = drill.rfind('/');
    return name.starts_with('/') || slash == std::string::npos ? name : drill.substr(0, slash + 1) + name;
}

std::string readNamed(TableReader& reader, std::string_view key, const std::string& drill)
{
    const auto name = reader.text(key);
    if (!name)
        return {};
    const std::string path = besideDrill(*name, drill);
    const std::string text = readDrillFile(path, "zone file").value_or(std::string());
    if (text.empty())
        reader.refuse(key, "the file " + path + " cannot be read, or is empty");
    else if (text.size() > kFileBytesMax)
        reader.refuse(key, "the file " + path + " has more than 16 MiB");
    return text;
}

// The table as the zone's member "Endpoints", on its first line so that lines keep their numbers.
std::string withEndpoints(
    const toml::table& table, const RunConfig& config, const std::string& zone, Problems& problems)
{
    const std::size_t brace = zone.find('{');
    if (brace == std::string::npos)
        return zone; // no object: the import says so
    JsonWriter json;
    json.beginObject();
    for (const auto& [value, code] : table) {
        const auto* text = code.as_string();
        if (text != nullptr && !acceptsRegion(text->get(), config.regions, code.source(), problems))
            continue;
        if (text == nullptr)
            problems.add(code.source(),
                "'" + std::string(value.str()) + "' of [routing.endpoints] must be a region code in quotes");
        else
            json.key(value.str()).value(text->get());
    }
    const bool isEmpty = zone.find_first_not_of(" \t\r\n", brace + 1) == zone.find('}', brace);
    return zone.substr(0, brace + 1) + "\"Endpoints\": " + json.endObject().take() + (isEmpty ? "" : ", ")
        + zone.substr(brace + 1);
}

} // namespace

void readZoneOfDrill(const toml::table& routing, TableReader& reader, const std::string& drillPath,
    RunConfig& config, Problems& problems)
{
    config.zoneJson = readNamed(reader, "zone", drillPath);
    config.checksJson = readNamed(reader, "zone-checks", drillPath);
    config.zoneName = reader.text("zone-name").value_or("");
    reader.acknowledge("endpoints");
    for (const char* with : { "zone-checks", "zone-name", "endpoints" }) {
        if (reader.has(with) && !reader.has("zone"))
            reader.refuse(with, "goes with 'zone', the file of a zone of your own");
    }
    if (!reader.has("zone"))
        return;
    reader.require("zone-name", "the name that customers ask for, such as \"api.example.com\"");
    const toml::node* endpoints = routing.get("endpoints");
    if (endpoints == nullptr)
        return;
    if (const toml::table* table = endpoints->as_table())
        config.zoneJson = withEndpoints(*table, config, config.zoneJson, problems);
    else
        reader.refuse("endpoints", "must be a table: \"203.0.113.10\" = \"eu-west-1\"");
}

} // namespace sb
