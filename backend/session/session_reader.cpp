// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/session/session_file.h"
#include "backend/session/session_schema.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace sb {
namespace {

namespace fs = std::filesystem;

// Offsets in the header of an SQLite database, https://www.sqlite.org/fileformat2.html section 1.3; big
// endian.
constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kChangeCounterAt = 24;
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::size_t kVersionValidForAt = 92;

constexpr std::int64_t kInstantMax
    = 100LL * 366 * 86'400 * 1'000'000; // a century; beyond it a row is damaged
constexpr std::int64_t kRegionsMax = 64;

constexpr const char* kRestore = "restore it from a copy, or replay the run from its drill and seed";

std::uint32_t bigEndian(const char* bytes, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

tl::unexpected<Error> cutOff(const std::string& path, std::uintmax_t size, const std::string& expected)
{
    return fail(Errc::Corrupt,
        path + ": the session is cut off: " + std::to_string(size) + " bytes are there, " + expected + "; "
            + kRestore);
}

Result<> checkVersion(const std::string& path, std::uint32_t version)
{
    if (version == kSessionSchemaVersion)
        return {};
    const bool isNewer = version > kSessionSchemaVersion;
    return fail(Errc::VersionMismatch,
        path + ": written with session schema version " + std::to_string(version)
            + "; this program reads version " + std::to_string(kSessionSchemaVersion) + "; open it with "
            + (isNewer ? "a newer Signalbox" : "the Signalbox that wrote it"));
}

Result<> checkHeaderBytes(const std::string& path, const char* header, std::uintmax_t size)
{
    if (bigEndian(header + kApplicationIdAt, 4) != kSessionApplicationId)
        return fail(Errc::BadInput,
            path
                + ": an SQLite database, but not a Signalbox session; choose a file that ends in .signalbox");
    if (const auto ok = checkVersion(path, bigEndian(header + kUserVersionAt, 4)); !ok)
        return ok;
    const std::uint32_t rawPageSize = bigEndian(header + kPageSizeAt, 2);
    const std::uint64_t pageSize = rawPageSize == 1 ? 65'536 : rawPageSize;
    const std::uint64_t expected = pageSize * bigEndian(header + kPageCountAt, 4);
    const bool isCountValid
        = bigEndian(header + kChangeCounterAt, 4) == bigEndian(header + kVersionValidForAt, 4);
    // With a write-ahead log the header may be ahead of the file; SQLite puts that right itself.
    if (isCountValid && size < expected && !hasPendingWal(path))
        return cutOff(path, size, "its header says " + std::to_string(expected));
    return {};
}

} // namespace

std::string walPath(const std::string& path)
{
    return path + "-wal";
}

bool hasPendingWal(const std::string& path)
{
    std::error_code none;
    const std::uintmax_t size = fs::file_size(walPath(path), none);
    return !none && size > 0;
}

std::string_view metricName(Metric metric)
{
    switch (metric) {
    case Metric::RequestRate:
        return "request-rate";
    case Metric::ErrorShare:
        return "error-share";
    case Metric::LatencyP50:
        return "latency-p50";
    case Metric::LatencyP95:
        return "latency-p95";
    case Metric::LatencyP99:
        return "latency-p99";
    case Metric::ReplicationLag:
        return "replication-lag";
    case Metric::AnswerShare:
        return "answer-share";
    case Metric::OrderRate:
        return "order-rate";
    }
    return "unknown";
}

Result<> checkSessionHeader(const std::string& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return fail(Errc::UnknownName, path + ": there is no such file");
    if (error)
        return fail(Errc::IoFailure, path + ": cannot be read: " + error.message());
    if (fs::is_directory(status))
        return fail(Errc::BadInput, path + ": is a folder; choose a file that ends in .signalbox");
    if (!fs::is_regular_file(status))
        return fail(Errc::BadInput, path + ": is no regular file; choose a file that ends in .signalbox");
    const std::uintmax_t size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(Errc::IoFailure,
            path + ": cannot be opened: " + std::strerror(errno) + "; check its permissions");
    std::array<char, kHeaderBytes> header {};
    file.read(header.data(), header.size());
    const auto got = static_cast<std::size_t>(file.gcount());
    const std::size_t comparable = std::min(got, kMagic.size());
    if (std::string_view(header.data(), comparable) != kMagic.substr(0, comparable))
        return fail(
            Errc::BadInput, path + ": not a Signalbox session; choose a file that ends in .signalbox");
    if (got < kHeaderBytes)
        return cutOff(path, size, "the header alone takes " + std::to_string(kHeaderBytes));
    return checkHeaderBytes(path, header.data(), size);
}

SessionReader::SessionReader(Database database, std::string path)
    : m_database(std::move(database))
    , m_path(std::move(path))
{
}

tl::unexpected<Error> SessionReader::damaged(const std::string& what) const
{
    return fail(Errc::Corrupt, m_path + ": the session is damaged: " + what + "; " + kRestore);
}

Result<SessionReader> SessionReader::open(const std::string& path)
{
    if (const auto ok = checkSessionHeader(path); !ok)
        return tl::make_unexpected(ok.error());
    auto database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return tl::make_unexpected(database.error());
    SessionReader reader(std::move(*database), path);
    const auto verdict = reader.m_database.queryText("PRAGMA quick_check(1)");
    if (!verdict && verdict.error().code == Errc::IoFailure)
        return tl::make_unexpected(verdict.error());
    if (!verdict)
        return reader.damaged(verdict.error().what);
    if (*verdict != "ok")
        return reader.damaged(*verdict);
    // The header was read from the file; a write-ahead log may have a later word.
    const auto version = reader.m_database.queryInteger("PRAGMA user_version");
    if (!version)
        return tl::make_unexpected(version.error());
    if (const auto ok = checkVersion(path, static_cast<std::uint32_t>(*version)); !ok)
        return tl::make_unexpected(ok.error());
    if (const auto ok = reader.loadNames(); !ok)
        return tl::make_unexpected(ok.error());
    if (const auto ok = reader.loadHead(); !ok)
        return tl::make_unexpected(ok.error());
    return reader;
}

Result<> SessionReader::loadNames()
{
    auto statement = m_database.prepare("SELECT number FROM name WHERE class = ?1 AND name = ?2");
    if (!statement)
        return damaged(statement.error().what);
    Result<> outcome;
    forEachSessionName([&](std::string_view type, int value, std::string_view name) {
        if (!outcome)
            return;
        statement->bindText(1, type);
        statement->bindText(2, name);
        const auto row = statement->step();
        if (!row) {
            outcome = tl::make_unexpected(row.error());
            return;
        }
        if (!*row)
            return; // a value that the writer did not know yet
        const std::int64_t number = statement->integer(0);
        statement->reset();
        std::vector<int>& numbers = type == "kind" ? m_names.kinds
            : type == "phase"                      ? m_names.phases
            : type == "severity"                   ? m_names.severities
            : type == "actor"                      ? m_names.actors
                                                   : m_names.metrics;
        if (number < 0 || number > 255) {
            outcome = damaged("name " + std::string(name) + " has the number " + std::to_string(number));
            return;
        }
        if (numbers.size() <= static_cast<std::size_t>(number))
            numbers.resize(static_cast<std::size_t>(number) + 1, -1);
        numbers[static_cast<std::size_t>(number)] = value;
    });
    return outcome;
}

Result<> SessionReader::loadHead()
{
    auto statement = m_database.prepare("SELECT value FROM meta WHERE key = ?1");
    if (!statement)
        return damaged(statement.error().what);
    const auto text = [&](std::string_view key) -> Result<std::string> {
        statement->bindText(1, key);
        const auto row = statement->step();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return damaged("it has no '" + std::string(key) + "'");
        std::string value(statement->text(0));
        statement->reset();
        return value;
    };
    const std::pair<const char*, std::string*> fields[] { { "title", &m_head.title },
        { "config", &m_head.configJson }, { "engine_version", &m_head.engineVersion } };
    for (const auto& [key, target] : fields) {
        auto value = text(key);
        if (!value)
            return tl::make_unexpected(value.error());
        *target = std::move(*value);
    }
    const auto number = [&](std::string_view key, std::int64_t& value) -> Result<bool> {
        statement->bindText(1, key);
        const auto row = statement->step();
        if (!row || !*row)
            return row;
        value = statement->integer(0);
        statement->reset();
        return true;
    };
    std::int64_t at = 0, executed = 0, hash = 0;
    const Result<bool> parts[] { number("end_at", at), number("end_executed", executed),
        number("end_hash", hash) };
    bool isEnded = true;
    for (const Result<bool>& part : parts) {
        if (!part)
            return tl::make_unexpected(part.error());
        isEnded = isEnded && *part;
    }
    if (isEnded && (at < 0 || at > kInstantMax))
        return damaged("its end lies outside of any run");
    if (isEnded)
        m_end = SessionEnd { atMicros(at), static_cast<std::uint64_t>(executed),
            static_cast<std::uint64_t>(hash) };
    return {};
}

namespace {

// Range checks of one row: a damaged file must never become a value that the program relies on.
class RowCheck {
public:
    explicit RowCheck(const Statement& statement)
        : m_statement(statement)
    {
    }

    Instant instant(int column)
    {
        const std::int64_t us = m_statement.integer(column);
        note(us >= 0 && us <= kInstantMax, "its time lies outside of any run");
        return atMicros(us);
    }
    RegionId region(int column)
    {
        if (m_statement.isNull(column))
            return {};
        const std::int64_t index = m_statement.integer(column);
        note(index >= 0 && index < kRegionsMax, "it names a region that cannot be");
        return RegionId { static_cast<std::uint8_t>(index) };
    }
    template<typename Enum> Enum name(int column, const std::vector<int>& names)
    {
        const std::int64_t number = m_statement.integer(column);
        const bool isKnown = number >= 0 && number < static_cast<std::int64_t>(names.size())
            && names[static_cast<std::size_t>(number)] >= 0;
        note(isKnown, "it holds a name that this program does not know");
        return isKnown ? static_cast<Enum>(names[static_cast<std::size_t>(number)]) : Enum {};
    }
    // Empty when the row is sound.
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    void note(bool isSound, const char* fault)
    {
        if (!isSound && m_fault.empty())
            m_fault = fault;
    }

    const Statement& m_statement;
    std::string m_fault;
};

} // namespace

Result<std::vector<SessionInput>> SessionReader::inputs()
{
    auto statement
        = m_database.prepare("SELECT number, executed, at, actor, command FROM input ORDER BY number");
    if (!statement)
        return damaged(statement.error().what);
    std::vector<SessionInput> inputs;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return inputs;
        RowCheck check(*statement);
        const SessionInput input { statement->bits(0), statement->bits(1), check.instant(2),
            check.name<Actor>(3, m_names.actors), std::string(statement->text(4)) };
        if (input.index != inputs.size() + 1)
            return damaged("input " + std::to_string(inputs.size() + 1) + " is missing");
        if (!check.fault().empty())
            return damaged("input " + std::to_string(input.index) + ": " + check.fault());
        inputs.push_back(input);
    }
}

Result<std::vector<SessionCheckpoint>> SessionReader::checkpoints()
{
    auto statement = m_database.prepare("SELECT second, executed, hash FROM checkpoint ORDER BY second");
    if (!statement)
        return damaged(statement.error().what);
    std::vector<SessionCheckpoint> checkpoints;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return checkpoints;
        if (statement->integer(0) < 0 || statement->integer(0) > kInstantMax / 1'000'000)
            return damaged("a checkpoint lies outside of any run");
        checkpoints.push_back({ statement->bits(0), statement->bits(1), statement->bits(2) });
    }
}

Result<bool> SessionReader::readEvent(Statement& statement, Event& event) const
{
    const auto row = statement.step();
    if (!row || !*row)
        return row;
    RowCheck check(statement);
    event.seq = EventSeq { statement.bits(0) };
    event.at = check.instant(1);
    event.kind = check.name<EventKind>(2, m_names.kinds);
    event.phase = check.name<Phase>(3, m_names.phases);
    event.severity = check.name<Severity>(4, m_names.severities);
    event.actor = check.name<Actor>(5, m_names.actors);
    event.region = check.region(6);
    event.peer = check.region(7);
    event.fault = FaultId { static_cast<std::uint32_t>(statement.integer(8)) }; // NULL reads as 0, "none"
    event.cause = EventSeq { statement.bits(9) };
    event.object = statement.text(10);
    event.action = statement.text(11);
    event.valueBefore = statement.text(12);
    event.valueAfter = statement.text(13);
    event.unit = statement.text(14);
    event.note = statement.text(15);
    event.executed = statement.bits(16);
    event.stateHash = statement.bits(17);
    if (!check.fault().empty())
        return damaged("event " + std::to_string(event.seq.value) + ": " + check.fault());
    return true;
}

Result<std::vector<Event>> SessionReader::events()
{
    const auto count = m_database.queryInteger("SELECT count(*) FROM event");
    if (!count)
        return damaged(count.error().what);
    auto statement
        = m_database.prepare("SELECT seq, at, kind, phase, severity, actor, region, peer, fault, cause, "
                             "object, action, value_before, "
                             "value_after, unit, note, executed, state_hash FROM event ORDER BY seq");
    if (!statement)
        return damaged(statement.error().what);
    std::vector<Event> events;
    events.reserve(static_cast<std::size_t>(*count));
    while (true) {
        Event event;
        const auto row = readEvent(*statement, event);
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return events;
        if (event.seq.value != events.size() + 1)
            return damaged("event " + std::to_string(events.size() + 1) + " is missing");
        events.push_back(std::move(event));
    }
}

Result<std::vector<SessionSample>> SessionReader::samples()
{
    auto statement
        = m_database.prepare("SELECT at, metric, region, peer, value FROM sample ORDER BY at, rowid");
    if (!statement)
        return damaged(statement.error().what);
    std::vector<SessionSample> samples;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return samples;
        RowCheck check(*statement);
        samples.push_back({ check.instant(0), check.name<Metric>(1, m_names.metrics), check.region(2),
            check.region(3), statement->real(4) });
        if (!check.fault().empty())
            return damaged("sample " + std::to_string(samples.size()) + ": " + check.fault());
    }
}

} // namespace sb
