// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads that need no agreement.
#include "backend/maelstrom/service.h"

#include "backend/base/hash.h"

#include <algorithm>
#include <map>
#include <set>

namespace sb::maelstrom {
namespace {

class Echo final : public Service {
public:
    void handle(Request request) override
    {
        Json fields;
        fields["echo"] = request.body["echo"];
        request.ok(std::move(fields));
    }
};

class UniqueIds final : public Service {
public:
    explicit UniqueIds(Core& core)
        : m_core(core)
    {
    }
    void handle(Request request) override
    {
        const Version version = m_core.commit({ Table::Orders, m_core.spec().self, 0 }, "");
        std::string id = std::to_string(version.origin.value) + "." + std::to_string(version.incarnation);
        // Without a disk the next process counts from the beginning again.
        if (!m_core.isLasting())
            id += "." + std::to_string(m_core.spec().life);
        Json fields;
        fields["id"] = id + "." + std::to_string(version.seq);
        request.ok(std::move(fields));
    }

private:
    Core& m_core;
};

class GrowingSet final : public Service {
public:
    GrowingSet(Core& core, const char* name)
        : m_core(core)
        , m_name(name)
    {
    }
    void handle(Request request) override
    {
        if (request.type == "topology")
            return request.ok(Json::object());
        if (request.type != "read") {
            const Json& element = request.body[request.type == "add" ? "element" : "message"];
            const LogId log = m_core.replica().ownLog();
            const std::uint64_t seq = m_core.replica().position(log) + 1;
            const std::uint64_t writer
                = std::uint64_t { log.origin.value } << 56 | std::uint64_t { log.incarnation } << 48;
            (void)m_core.commit({ Table::Orders, 0, writer | seq }, element.dump());
            return request.ok(Json::object());
        }
        std::vector<Row> rows;
        m_core.replica().store().scan(Table::Orders, 0, rows);
        std::set<std::string_view> seen;
        Json elements = Json::array();
        for (const Row& row : rows) {
            if (seen.insert(row.item.value).second)
                elements.push_back(Json::parse(row.item.value, nullptr, false));
        }
        Json fields;
        fields[m_name] = std::move(elements);
        request.ok(std::move(fields));
    }

private:
    Core& m_core;
    const char* m_name; // of the elements in an answer
};

std::string cellBytes(std::uint64_t number)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes.push_back(static_cast<char>(number >> (8 * i)));
    return bytes;
}

std::uint64_t cellNumber(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 8; ++i)
        number |= std::uint64_t { static_cast<std::uint8_t>(bytes[i]) } << (8 * i);
    return number;
}

// Cells are (Stock, 0, 2 * log) for what was added and (Stock, 0, 2 * log + 1) for what was taken away.
class PnCounter final : public Service {
public:
    explicit PnCounter(Core& core)
        : m_core(core)
    {
    }
    void handle(Request request) override
    {
        Replica& replica = m_core.replica();
        if (request.type == "add") {
            const auto delta = request.body["delta"].get<std::int64_t>();
            const auto amount = static_cast<std::uint64_t>(delta < 0 ? -delta : delta);
            const Key key { Table::Stock, 0, 2 * replica.indexOf(replica.ownLog()) + (delta < 0 ? 1 : 0) };
            const Item* item = replica.store().find(key);
            const std::uint64_t before = item == nullptr ? 0 : cellNumber(item->value);
            if (before + amount > kCellMax)
                return request.refuse(Code::Abort, "this node's share of the counter is used up");
            if (amount != 0)
                (void)m_core.commit(key, cellBytes(before + amount));
            return request.ok(Json::object());
        }
        std::vector<Row> rows;
        replica.store().scan(Table::Stock, 0, rows);
        std::int64_t sum = 0;
        for (const Row& row : rows) {
            const auto part = static_cast<std::int64_t>(cellNumber(row.item.value));
            sum += row.key.sort % 2 == 0 ? part : -part;
        }
        Json fields;
        fields["value"] = sum;
        request.ok(std::move(fields));
    }

private:
    // 64 nodes of 16 incarnations cannot leave 63 bits with it.
    static constexpr std::uint64_t kCellMax = std::uint64_t { 1 } << 52;
    Core& m_core;
};

class Logs final : public Service {
public:
    explicit Logs(Core& core)
        : m_core(core)
    {
    }
    [[nodiscard]] std::optional<std::size_t> doerOf(const Request& request) const override
    {
        if (request.type != "send")
            return m_core.spec().self;
        return hashBytes(request.body["key"].get_ref<const std::string&>()) % m_core.spec().nodeCount;
    }
    void handle(Request request) override
    {
        if (request.type == "send")
            return send(request);
        if (request.type == "poll")
            return poll(request);
        if (request.type == "commit_offsets")
            return commitOffsets(request);
        Json offsets = Json::object();
        for (const Json& key : request.body["keys"]) {
            const auto& name = key.get_ref<const std::string&>();
            if (const Item* cell = m_core.replica().store().find(cellKey(name)))
                offsets[name] = cellNumber(cell->value) - 1;
        }
        request.ok({ { "offsets", std::move(offsets) } });
    }

private:
    static constexpr std::size_t kPollMax = 100; // messages of one key in one answer

    // Two keys with one hash would share a log and leave gaps in each other's offsets, which is allowed.
    [[nodiscard]] static Key rowKey(const std::string& name, std::uint64_t offset)
    {
        return { Table::Orders, hashBytes(name), offset };
    }
    // One past the committed offset.
    [[nodiscard]] static Key cellKey(const std::string& name)
    {
        return { Table::Stock, hashBytes(name), hashBytes(name + "/committed") };
    }

    void send(const Request& request)
    {
        const auto& name = request.body["key"].get_ref<const std::string&>();
        const Key first = rowKey(name, 0);
        const auto [end, isNew] = m_ends.try_emplace(first.partition, 0);
        while (isNew && m_core.replica().store().find({ first.table, first.partition, end->second }))
            ++end->second;
        const std::uint64_t offset = end->second++;
        (void)m_core.commit(rowKey(name, offset), Json::array({ name, request.body["msg"] }).dump());
        request.ok({ { "offset", offset } });
    }

    void poll(const Request& request)
    {
        Json all = Json::object();
        for (const auto& [name, from] : request.body["offsets"].items()) {
            Json messages = Json::array();
            for (std::uint64_t offset = from.get<std::uint64_t>(); messages.size() < kPollMax; ++offset) {
                const Item* row = m_core.replica().store().find(rowKey(name, offset));
                if (row == nullptr)
                    break;
                Json value = Json::parse(row->value, nullptr, false);
                if (value[0] == name)
                    messages.push_back(Json::array({ offset, std::move(value[1]) }));
            }
            if (!messages.empty())
                all[name] = std::move(messages);
        }
        request.ok({ { "msgs", std::move(all) } });
    }

    void commitOffsets(const Request& request)
    {
        for (const auto& [name, offset] : request.body["offsets"].items())
            (void)m_core.commit(cellKey(name), cellBytes(offset.get<std::uint64_t>() + 1));
        request.ok(Json::object());
    }

    Core& m_core;
    std::map<std::uint64_t, std::uint64_t> m_ends; // next offset of logs this node has written since it began
};

} // namespace

bool isReplicated(Workload workload)
{
    return workload != Workload::Echo && !isStrong(workload);
}

bool isStrong(Workload workload)
{
    return workload == Workload::LinKv || workload == Workload::TxnListAppend
        || workload == Workload::TxnRwRegister;
}

std::unique_ptr<Service> makeService(Workload workload, Core& core)
{
    switch (workload) {
    case Workload::Echo:
        return std::make_unique<Echo>();
    case Workload::UniqueIds:
        return std::make_unique<UniqueIds>(core);
    case Workload::Broadcast:
        return std::make_unique<GrowingSet>(core, "messages");
    case Workload::GSet:
        return std::make_unique<GrowingSet>(core, "value");
    case Workload::PnCounter:
        return std::make_unique<PnCounter>(core);
    case Workload::Kafka:
        return std::make_unique<Logs>(core);
    case Workload::LinKv:
        return makeRegisters(core);
    case Workload::TxnListAppend:
    case Workload::TxnRwRegister:
        return makeTransactions(core, toString(workload));
    }
    return nullptr;
}

} // namespace sb::maelstrom
