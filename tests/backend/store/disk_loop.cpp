// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/store/disk_loop.h"

#include "backend/base/hash.h"
#include "backend/store/log_codec.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace sb::test {

namespace {

constexpr int kRegions = 3;

std::uint64_t hashOf(const LogEntry& entry)
{
    std::string bytes;
    encodeLogEntry(entry, bytes);
    return hashBytes(bytes);
}

void step(std::uint64_t& count)
{
    ++count;
}

} // namespace

void LoopTally::add(const LoopTally& other)
{
    powerLosses += other.powerLosses;
    openings += other.openings;
    flushes += other.flushes;
    same += other.same;
    underWay += other.underWay;
    earlier += other.earlier;
    returned += other.returned;
    invented += other.invented;
    refused += other.refused;
    recovered += other.recovered;
    reformatted += other.reformatted;
    wrongReads += other.wrongReads;
    poorMessages += other.poorMessages;
    for (std::size_t i = 0; i < fired.size(); ++i)
        fired[i] += other.fired[i];
    kinds.insert(other.kinds.begin(), other.kinds.end());
    if (firstSurprise.empty())
        firstSurprise = other.firstSurprise;
    firstSeeds.insert(other.firstSeeds.begin(), other.firstSeeds.end());
    traceHash = hashCombine(traceHash, other.traceHash);
}

CrashLoop::CrashLoop(std::uint64_t seed, LoopSetup setup)
    : m_setup(std::move(setup))
    , m_rng(Rng(seed).fork("crash loop"))
    , m_disk(Rng(seed).fork("disk"), m_setup.disk)
{
    startAnew();
}

CrashLoop::~CrashLoop() = default;

void CrashLoop::startAnew()
{
    m_items.clear();
    m_digests = {};
    m_live = {};
    m_logs = {};
    m_acknowledged = { figures() };
    m_everAcknowledged.clear();
    m_mark.clear();
    m_underWay.clear();
}

void CrashLoop::setFaults(bool areOn)
{
    m_disk.clearFaults();
    m_disk.setQuota(areOn ? m_setup.disk.quotaBytes : std::nullopt);
    if (!areOn)
        return;
    for (const auto& [fault, perMille] : m_setup.faults)
        m_disk.setFault(fault, perMille);
}

CrashLoop::Figures CrashLoop::figures() const
{
    Figures all;
    for (std::size_t t = 0; t < kTableCount; ++t) {
        all.push_back(m_digests[t]);
        all.push_back(m_live[t]);
    }
    for (const Log& log : m_logs) {
        all.push_back(log.end - log.hashes.size());
        all.push_back(log.end);
    }
    for (const Log& log : m_logs)
        all.push_back(
            std::accumulate(log.hashes.begin(), log.hashes.end(), std::uint64_t { 0 }, hashCombine));
    return all;
}

void CrashLoop::setMark()
{
    m_mark.clear();
    for (std::size_t r = 0; r < m_logs.size(); ++r)
        m_mark.push_back({ region(static_cast<int>(r)), 1, m_logs[r].end });
}

Result<std::unique_ptr<Store>> CrashLoop::tryOpen(bool withMark)
{
    SqliteStoreOptions options;
    options.path = kPath;
    options.vfs = m_disk.vfsName();
    options.durability = m_setup.durability;
    options.checkpointPages = 40;
    if (withMark)
        options.acknowledgedEnds = m_mark;
    step(m_tally.openings);
    return openSqliteStore(options);
}

void CrashLoop::noteRefusal(const Error& error)
{
    step(m_tally.refused);
    const bool namesFile = error.what.rfind(std::string(kPath) + ": ", 0) == 0;
    if (!namesFile || error.what.find("; ") == std::string::npos)
        step(m_tally.poorMessages);
    std::string kind;
    for (const char c : error.what) {
        if (std::isdigit(static_cast<unsigned char>(c)) == 0)
            kind += c;
        else if (kind.empty() || kind.back() != '#')
            kind += '#';
    }
    m_tally.kinds.insert(std::move(kind));
}

// nullptr when the power failed meanwhile, or when the disk had to be formatted.
std::unique_ptr<Store> CrashLoop::open()
{
    if (m_setup.losesPower && m_rng.chance(200'000))
        m_disk.crashAtChange(1 + m_rng.below(30)); // a power loss during recovery, or in making the file
    Result<std::unique_ptr<Store>> opened = tryOpen(m_setup.knowsHowFar);
    if (opened && compare(**opened))
        return std::move(*opened);
    m_disk.cancelCrash();
    if (!m_disk.isPowered()) {
        opened = fail(Errc::Cancelled, "");
        m_disk.restart();
        step(m_tally.powerLosses);
        return nullptr;
    }
    if (opened)
        noteRefusal((*opened)->flush() ? Error {} : (*opened)->flush().error());
    else
        noteRefusal(opened.error());
    opened = fail(Errc::Cancelled, "");
    // An operator's second look: healthy disk with room, and whatever consistent state there is.
    setFaults(false);
    if (m_setup.disk.quotaBytes)
        *m_setup.disk.quotaBytes += 100'000;
    opened = tryOpen(false);
    if (opened && compare(**opened)) {
        step(m_tally.recovered);
        setFaults(true);
        return std::move(*opened);
    }
    opened = fail(Errc::Cancelled, "");
    step(m_tally.reformatted);
    m_disk.reformat();
    startAnew();
    setFaults(true);
    return nullptr;
}

std::optional<CrashLoop::Figures> CrashLoop::figuresOf(const Contents& contents) const
{
    std::array<std::uint64_t, kTableCount> digests {};
    std::array<std::uint64_t, kTableCount> live {};
    for (const Row& row : contents.rows) {
        const auto table = static_cast<std::size_t>(row.key.table);
        digests[table] += Store::rowHash(row.key, row.item);
        live[table] += row.item.isDeleted ? 0 : 1;
    }
    Figures all;
    for (std::size_t t = 0; t < kTableCount; ++t) {
        all.push_back(digests[t]);
        all.push_back(live[t]);
    }
    for (std::size_t r = 0; r < kRegions; ++r) {
        const std::uint64_t begin = contents.figures[2 * (kTableCount + r)];
        all.push_back(begin);
        all.push_back(begin + contents.logs[r].size());
    }
    if (all != contents.figures)
        return std::nullopt;
    for (const std::vector<LogEntry>& log : contents.logs) {
        std::uint64_t sum = 0;
        for (const LogEntry& entry : log)
            sum = hashCombine(sum, hashOf(entry));
        all.push_back(sum);
    }
    return all;
}

void CrashLoop::classify(const std::optional<Figures>& found)
{
    const std::uint64_t surprises = m_tally.returned + m_tally.invented;
    if (!found) {
        step(m_tally.invented);
    } else if (*found == m_acknowledged.back()) {
        step(m_tally.same);
    } else if (std::find(m_underWay.begin(), m_underWay.end(), *found) != m_underWay.end()) {
        step(m_tally.underWay);
    } else if (std::find(m_acknowledged.begin(), m_acknowledged.end(), *found) != m_acknowledged.end()) {
        step(m_tally.earlier);
    } else if (m_everAcknowledged.count(*found) != 0) {
        step(m_tally.returned);
    } else {
        step(m_tally.invented);
    }
    if (m_tally.returned + m_tally.invented != surprises && m_tally.firstSurprise.empty())
        m_tally.firstSurprise = "opening " + std::to_string(m_tally.openings);
}

// The loop writes the first log of each of three regions and no notes.
Contents contentsByRegion(Store& store)
{
    Contents all;
    for (int t = 0; t < kTableCount; ++t) {
        const auto table = static_cast<Table>(t);
        store.forEach(table, [&](const Key& key, const Item& item) { all.rows.push_back({ key, item }); });
        all.figures.push_back(store.digest(table));
        all.figures.push_back(store.count(table));
    }
    for (int r = 0; r < kRegions; ++r) {
        all.figures.push_back(store.logBegin(region(r)));
        all.figures.push_back(store.logEnd(region(r)));
        auto& log = all.logs.emplace_back();
        for (std::uint64_t seq = store.logBegin(region(r)); seq < store.logEnd(region(r)); ++seq) {
            const LogEntry* entry = store.logEntry(region(r), seq);
            log.push_back(entry == nullptr ? LogEntry {} : *entry);
        }
    }
    return all;
}

bool CrashLoop::compare(Store& store)
{
    const Contents contents = contentsByRegion(store);
    if (!store.flush())
        return false; // reading met an error
    const std::optional<Figures> found = figuresOf(contents);
    classify(found);
    if (found)
        adopt(contents, *found);
    return found.has_value();
}

void CrashLoop::adopt(const Contents& contents, const Figures& figures)
{
    m_items.clear();
    for (const Row& row : contents.rows)
        m_items[row.key] = row.item;
    for (std::size_t t = 0; t < kTableCount; ++t) {
        m_digests[t] = figures[2 * t];
        m_live[t] = figures[2 * t + 1];
    }
    for (std::size_t r = 0; r < kRegions; ++r) {
        m_logs[r] = { figures[2 * (kTableCount + r) + 1], {} };
        for (const LogEntry& entry : contents.logs[r])
            m_logs[r].hashes.push_back(hashOf(entry));
    }
    setMark();
    m_wrongSinceFlush = 0;
    // What came after an earlier state is given up; what was tried in vain may still turn up.
    const auto place = std::find(m_acknowledged.begin(), m_acknowledged.end(), figures);
    if (place != m_acknowledged.end())
        m_acknowledged.erase(place + 1, m_acknowledged.end());
    else
        m_acknowledged.push_back(figures);
    m_everAcknowledged.insert(figures);
}

void CrashLoop::change(Store& store)
{
    const Key key = randomKey(m_rng);
    const Item item = randomItem(m_rng);
    const auto table = static_cast<std::size_t>(key.table);
    if (const auto old = m_items.find(key); old != m_items.end()) {
        m_digests[table] -= Store::rowHash(key, old->second);
        m_live[table] -= old->second.isDeleted ? 0 : 1;
    }
    m_digests[table] += Store::rowHash(key, item);
    m_live[table] += item.isDeleted ? 0 : 1;
    m_items[key] = item;
    store.put(key, item);
}

void CrashLoop::look(Store& store)
{
    const Key key = randomKey(m_rng);
    const Item* found = store.find(key);
    const auto expected = m_items.find(key);
    const bool isRight
        = expected == m_items.end() ? found == nullptr : found != nullptr && *found == expected->second;
    m_wrongSinceFlush += isRight ? 0 : 1;
}

// Appends to a log and sometimes trims it.
void CrashLoop::grow(Store& store)
{
    const int r = static_cast<int>(m_rng.below(kRegions));
    Log& log = m_logs[static_cast<std::size_t>(r)];
    const LogEntry entry = randomLogEntry(m_rng, region(r), log.end++);
    log.hashes.push_back(hashOf(entry));
    store.append(entry);
    if (log.hashes.size() < 10 || !m_rng.chance(200'000))
        return;
    const std::uint64_t kept = m_rng.below(10);
    while (log.hashes.size() > kept)
        log.hashes.pop_front();
    store.trimLog(region(r), log.end - kept);
}

bool CrashLoop::flush(Store& store)
{
    m_underWay.push_back(figures());
    if (!store.flush()) {
        m_hasFailed = true;
        return false;
    }
    step(m_tally.flushes);
    m_tally.wrongReads += m_wrongSinceFlush;
    m_wrongSinceFlush = 0;
    m_acknowledged.push_back(m_underWay.back());
    m_everAcknowledged.insert(m_underWay.back());
    m_underWay.clear();
    setMark();
    return true;
}

void CrashLoop::work(Store& store)
{
    for (std::uint64_t flushes = m_rng.below(8); flushes > 0; --flushes) {
        for (std::uint64_t puts = m_rng.below(6); puts > 0; --puts)
            change(store);
        // At least one, so that the ends of the logs tell flushes apart.
        for (std::uint64_t appends = 1 + m_rng.below(3); appends > 0; --appends)
            grow(store);
        look(store);
        if (!flush(store))
            return;
    }
    for (std::uint64_t puts = m_rng.below(3); puts > 0; --puts)
        change(store); // never flushed
}

void CrashLoop::end(std::unique_ptr<Store> store)
{
    const bool losesPowerNow = m_setup.losesPower && m_disk.isPowered()
        && (m_hasFailed ? !m_setup.reopensWithoutPowerLoss || m_rng.chance(500'000) : m_rng.chance(500'000));
    if (losesPowerNow) {
        m_disk.cancelCrash();
        m_disk.crash();
    }
    store.reset(); // copies the write-ahead log, perhaps up to a power loss
    m_disk.cancelCrash();
    if (!m_disk.isPowered()) {
        step(m_tally.powerLosses);
        m_disk.restart();
    }
    if (static_cast<int>(m_rng.below(1000)) < m_setup.lostFilePerMille)
        m_disk.loseFile(m_rng.below(2) == 0 ? kPath : std::string(kPath) + "-wal");
}

void CrashLoop::round()
{
    setFaults(true);
    std::unique_ptr<Store> store = open();
    if (store == nullptr)
        return;
    m_hasFailed = false;
    constexpr std::uint64_t kReaches[] = { 10, 60, 300 };
    if (m_setup.losesPower && m_rng.chance(700'000))
        m_disk.crashAtChange(1 + m_rng.below(kReaches[m_rng.below(3)]));
    work(*store);
    end(std::move(store));
}

LoopTally CrashLoop::tally() const
{
    LoopTally result = m_tally;
    for (int i = 0; i < kDiskFaultCount; ++i)
        result.fired[static_cast<std::size_t>(i)] = m_disk.fired(static_cast<DiskFault>(i));
    result.traceHash = m_disk.traceHash();
    return result;
}

LoopTally runLoops(const LoopSetup& setup, int seeds, int rounds)
{
    LoopTally all;
    const std::uint64_t first = firstSeed(1);
    for (std::uint64_t seed = first; seed < first + (isReplay() ? 1 : static_cast<std::uint64_t>(seeds));
         ++seed) {
        CrashLoop loop(seed, setup);
        for (int round = 0; round < rounds; ++round)
            loop.round();
        LoopTally tally = loop.tally();
        const std::pair<const char*, std::uint64_t> figures[]
            = { { "earlier", tally.earlier }, { "returned", tally.returned }, { "invented", tally.invented },
                  { "refused", tally.refused }, { "reformatted", tally.reformatted },
                  { "wrong reads", tally.wrongReads }, { "poor messages", tally.poorMessages } };
        for (const auto& [name, count] : figures) {
            if (count != 0)
                tally.firstSeeds[name] = seed;
        }
        all.add(tally);
    }
    return all;
}

std::string describe(const LoopTally& tally)
{
    std::string text = "power losses " + std::to_string(tally.powerLosses) + ", openings "
        + std::to_string(tally.openings) + ", flushes " + std::to_string(tally.flushes) + "; opened: same "
        + std::to_string(tally.same) + ", under way " + std::to_string(tally.underWay) + ", earlier "
        + std::to_string(tally.earlier) + ", invented " + std::to_string(tally.invented) + "; refused "
        + std::to_string(tally.refused) + " (recovered " + std::to_string(tally.recovered) + ", reformatted "
        + std::to_string(tally.reformatted) + "), wrong reads " + std::to_string(tally.wrongReads) + ";";
    for (int i = 0; i < kDiskFaultCount; ++i) {
        if (const std::uint64_t fired = tally.fired[static_cast<std::size_t>(i)]; fired != 0)
            text += " " + std::string(toString(static_cast<DiskFault>(i))) + " " + std::to_string(fired);
    }
    if (!tally.firstSurprise.empty())
        text += "\nfirst surprise: " + tally.firstSurprise;
    for (const auto& [name, seed] : tally.firstSeeds)
        text += "\n  " + name + ": first with SB_SEED=" + std::to_string(seed);
    for (const std::string& kind : tally.kinds)
        text += "\n  refusal: " + kind;
    return text;
}

} // namespace sb::test
