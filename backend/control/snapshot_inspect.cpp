// SPDX-License-Identifier: GPL-3.0-or-later
// One key of the stores: what every region's copy holds of it, who wrote that and when, whether the copies
// agree, and what lost there. Reads the stores as they are; caches that customers are answered from are told
// of beside. Changes nothing.
#include "backend/base/text.h"
#include "backend/bookstore/blog.h"
#include "backend/bookstore/catalogue.h"
#include "backend/control/insight.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

constexpr std::size_t kConflictsShown = 16;
constexpr std::size_t kBookRowBytes = 8; // price and stock; a write of single attributes has another size

std::string number(std::uint64_t n)
{
    return groupedText(static_cast<std::int64_t>(n));
}

std::string euros(Money amount)
{
    return "EUR " + plainMoneyText(amount);
}

std::string counted(std::uint64_t n, const std::string& one)
{
    return number(n) + " " + one + (n == 1 ? "" : "s");
}

std::string titleOf(std::uint64_t book)
{
    const std::size_t index = catalogue().indexOf(BookId { static_cast<std::uint32_t>(book) });
    return index < catalogue().books().size() ? catalogue().books()[index].title : std::string();
}

struct Question {
    Table table = Table::Books;
    std::uint64_t number = 0;
    std::string word;
};

Result<Question> parse(const std::string& key)
{
    std::vector<std::string> known;
    for (const InspectedWord& word : inspectedWords())
        known.emplace_back(word.word);
    const std::vector<std::string_view> words = splitWords(key);
    const std::string first = words.empty() ? std::string() : lowerAscii(words[0]);
    const auto found = std::find(known.begin(), known.end(), first);
    if (found == known.end()) {
        const std::string near = nearestName(first, known);
        return fail(Errc::BadInput,
            "'" + first + "' is nothing that can be looked at"
                + (near.empty() ? "; known: " + joined(known, ", ") : "; did you mean '" + near + "'?"));
    }
    Question question;
    question.word = first;
    constexpr std::array kTables { Table::Books, Table::Stock, Table::Carts, Table::Orders, Table::Posts,
        Table::Claims }; // in the order of inspectedWords()
    question.table = kTables[static_cast<std::size_t>(found - known.begin())];
    if (words.size() == 2) {
        const std::string_view text = words[1];
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), question.number);
        if (error == std::errc {} && end == text.data() + text.size() && question.number > 0)
            return question;
    }
    const std::string example = question.table == Table::Books || question.table == Table::Stock
        ? std::to_string(catalogue().books().front().id.value)
        : "5";
    return fail(Errc::BadInput, "'" + first + "' needs a number from 1 on, as in: " + first + " " + example);
}

Result<> exists(const Question& question)
{
    const bool isBook = question.table == Table::Books || question.table == Table::Stock;
    if (isBook && (question.number > UINT32_MAX || titleOf(question.number).empty()))
        return fail(Errc::UnknownName,
            "the catalogue has no book " + number(question.number)
                + "; its numbers are those of Project Gutenberg, as in: " + question.word + " "
                + std::to_string(catalogue().books().front().id.value));
    if (question.table == Table::Posts && question.number > kBlogPosts)
        return fail(Errc::UnknownName, "the blog's posts are numbered 1 to " + std::to_string(kBlogPosts));
    return {};
}

std::string titleOf(const Question& question, CustomerId customer)
{
    switch (question.table) {
    case Table::Books:
        return "Book " + number(question.number) + ": " + titleOf(question.number);
    case Table::Stock:
        return "Stock of book " + number(question.number) + ": " + titleOf(question.number);
    case Table::Carts:
        return "Cart of customer " + number(question.number);
    case Table::Orders:
        return "Order " + number(question.number)
            + (customer.isValid() ? " of customer " + number(customer.value) : "");
    case Table::Posts:
        return "Post " + number(question.number);
    case Table::Claims:
        return "Coupon " + number(question.number);
    }
    return {};
}

std::string policyText(ConflictPolicy policy)
{
    const std::string name(toString(policy));
    switch (policy) {
    case ConflictPolicy::LastWriterWins:
        return name + ": the version with the later stamp stays whole";
    case ConflictPolicy::LastWriterPerAttribute:
        return name + ": of each attribute the later stamp stays";
    case ConflictPolicy::AddWins:
        return name + ": what was added without being seen stays";
    case ConflictPolicy::LargerWins:
        return name + ": counters only grow, the larger one includes the smaller";
    case ConflictPolicy::FirstWins:
        return name + ": written once, the earlier stamp stays";
    case ConflictPolicy::LaterEpochWins:
        return name + ": one writer at a time, what the later writer wrote stays";
    }
    return name;
}

std::string orderText(const Order& order)
{
    std::uint64_t copies = 0;
    for (const OrderLine& line : order.lines)
        copies += line.quantity;
    return euros(order.total()) + ", " + counted(order.lines.size(), "line") + ", "
        + (copies == 1 ? "1 copy" : number(copies) + " copies");
}

// What a service reads of the row.
std::string plainText(const Key& key, std::string_view plain)
{
    switch (key.table) {
    case Table::Books:
        return euros(decodeBookPrice(plain).value_or(Money {}));
    case Table::Carts: {
        const auto line = decodeCartLine(BookId { static_cast<std::uint32_t>(key.sort) }, plain);
        return line ? number(line->quantity) + " x book " + number(key.sort) + " at " + euros(line->price)
                    : std::string("unreadable");
    }
    case Table::Orders: {
        const auto order = decodeOrder(plain);
        return order ? orderText(*order) : std::string("unreadable");
    }
    case Table::Stock:
        return counted(decodeUnits(plain), "unit");
    case Table::Claims: {
        const auto holder = decodeClaim(plain);
        return holder ? "customer " + number(holder->value) : std::string("unreadable");
    }
    case Table::Posts: {
        const auto post = decodePost(plain);
        return post ? "revision " + number(post->revision) + ", " + counted(post->words, "word") + ", epoch "
                + number(post->epoch)
                    : std::string("unreadable");
    }
    }
    return {};
}

// A side of a conflict, as the service wrote it; a write of single attributes names them in a first byte.
std::string sideText(
    const Conflict& conflict, std::string_view written, const Version& version, const std::string& origin)
{
    std::string text = "removed";
    if (!written.empty()) {
        const bool isPartial = conflict.rule == ConflictPolicy::LastWriterPerAttribute
            && conflict.key.table == Table::Books && written.size() != kBookRowBytes;
        std::string plain(isPartial ? written.substr(1) : written);
        if (isPartial)
            plain.resize(kBookRowBytes, '\0'); // the price comes first
        const bool hasPrice = !isPartial || (written[0] & 1) != 0;
        text = hasPrice ? plainText(conflict.key, plain) : "stock only";
    }
    return text + ", from " + origin + (version.seq == 0 ? "" : " #" + number(version.seq));
}

// What one region holds of the key: its rows, and what stands for all of them.
struct Holding {
    std::vector<Row> rows; // with tombstones, where the key is a single row
    std::uint64_t digest = 0; // of the live ones
    bool isPresent = false, isDeleted = false;
    const Row* newest = nullptr;
};

Holding holdingOf(Store& store, const Question& question, CustomerId customer)
{
    Holding holding;
    if (question.table == Table::Carts || question.table == Table::Stock) {
        store.scan(question.table, question.number, holding.rows);
    } else {
        const Key key = question.table == Table::Orders
            ? Key { Table::Orders, customer.value, question.number }
            : Key { question.table, question.number, 0 };
        if (const Item* item = store.find(key))
            holding.rows.push_back({ key, *item });
    }
    for (const Row& row : holding.rows) {
        if (row.item.isDeleted)
            holding.isDeleted = true;
        else
            holding.digest += Store::rowHash(row.key, row.item);
        holding.isPresent = holding.isPresent || !row.item.isDeleted;
        if (holding.newest == nullptr || row.item.version.wins(holding.newest->item.version))
            holding.newest = &row;
    }
    return holding;
}

bool isAbout(const Key& key, const Question& question)
{
    if (key.table != question.table)
        return false;
    return question.table == Table::Orders ? key.sort == question.number : key.partition == question.number;
}

void judgeAgreement(InspectView& view, const std::vector<std::uint64_t>& digests)
{
    std::size_t most = 0;
    std::uint64_t common = 0;
    std::size_t readable = 0;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        readable += view.copies[i].isReadable ? 1 : 0;
        std::size_t same = 0;
        for (std::size_t j = 0; j < digests.size(); ++j)
            same
                += view.copies[i].isReadable && view.copies[j].isReadable && digests[i] == digests[j] ? 1 : 0;
        if (same > most) {
            most = same;
            common = digests[i];
        }
    }
    view.isAgreed = most == readable;
    for (std::size_t i = 0; i < digests.size(); ++i)
        view.copies[i].isSameAsMost = view.copies[i].isReadable && digests[i] == common;
}

// Units that the region may sell of a book, or money and lines of a cart; else the row's own value.
std::string valueOf(Region& engine, const Question& question, const Holding& holding)
{
    Replica& replica = engine.replica();
    std::string scratch;
    const auto plainOf = [&](const Row& row) {
        return plainValue(replica.policies().of(row.key.table), row.key.table, row.item, scratch);
    };
    if (!holding.isPresent)
        return {};
    if (question.table == Table::Stock) {
        const std::size_t book = catalogue().indexOf(BookId { static_cast<std::uint32_t>(question.number) });
        Stock& stock = engine.bookstore().stock();
        return counted(stock.available(book), "unit") + " to sell"
            + (stock.sellsFromRights() ? ", " + number(stock.rightsElsewhere(book)) + " elsewhere" : "");
    }
    if (question.table == Table::Carts) {
        Money sum;
        for (const Row& row : holding.rows)
            if (const auto line
                = decodeCartLine(BookId { static_cast<std::uint32_t>(row.key.sort) }, plainOf(row)))
                sum += line->price * line->quantity;
        return euros(sum) + ", " + counted(holding.rows.size(), "line");
    }
    std::string text = plainText(holding.rows.front().key, plainOf(holding.rows.front()));
    if (question.table == Table::Books) {
        const auto shown
            = engine.bookstore().bookCache().held(BookId { static_cast<std::uint32_t>(question.number) });
        if (shown && euros(*shown) != text)
            text += "; its cache still answers " + euros(*shown);
    }
    return text;
}

// Fills what stands in the region's copy; returns what its live rows come to.
std::uint64_t fillCopy(InspectedCopy& copy, Region& engine, const Question& question, CustomerId customer)
{
    Store& store = engine.replica().store();
    const Holding holding = holdingOf(store, question, customer);
    copy.isPresent = holding.isPresent;
    copy.isDeleted = holding.isDeleted && !holding.isPresent;
    copy.value = valueOf(engine, question, holding);
    if (holding.newest == nullptr || holding.newest->item.version.seq == 0)
        return holding.digest; // as every region starts with it: nobody wrote it
    const Version version = holding.newest->item.version;
    copy.origin = version.origin;
    copy.sequence = version.seq;
    const LogEntry* entry = store.logEntry(version.log(), version.seq);
    // No longer in the log: its stamp tells, as well as its origin's clock went.
    copy.committedAt = entry != nullptr
        ? entry->committedAt
        : atMicros(static_cast<std::int64_t>(version.hlc.millis()) * 1'000 - kClockEpoch.count());
    return holding.digest;
}

} // namespace

// Orders are kept by customer; which one placed it is looked for once.
CustomerId Simulation::Insight::customerOf(OrderId order)
{
    if (m_soughtOrder == order && (m_orderBy.isValid() || m_sim.m_world.now() - m_soughtAt < kSeekEvery))
        return m_orderBy;
    m_soughtOrder = order;
    m_soughtAt = m_sim.m_world.now();
    m_orderBy = {};
    for (const RegionParts& parts : m_sim.m_regions) {
        if (m_orderBy.isValid())
            break;
        parts.store->forEach(Table::Orders, [&](const Key& key, const Item&) {
            if (key.sort == order.value)
                m_orderBy = CustomerId { key.partition };
        });
    }
    return m_orderBy;
}

bool Simulation::Insight::isReadable(RegionId region) const
{
    const RegionParts& parts = m_sim.m_regions[region.value];
    const Region::Condition& condition = parts.engine->condition();
    return !condition.isDown && !condition.isDiskRotten
        && parts.replicator->stage() >= ReplicaStage::CatchingUp;
}

InspectView Simulation::inspect(const std::string& key) const
{
    InspectView view;
    view.key = key;
    const auto question = parse(key);
    const auto found = question ? exists(*question) : Result<>(tl::make_unexpected(question.error()));
    if (!found) {
        view.error = found.error().what;
        return view;
    }
    CustomerId customer;
    if (question->table == Table::Orders) {
        customer = m_insight->customerOf(OrderId { question->number });
        if (!customer.isValid())
            view.error = "no region holds an order " + number(question->number)
                + "; order numbers stand in the list of what is at risk and in the record";
    }
    view.title = titleOf(*question, customer);
    view.policy = policyText(m_regions.front().replica->policies().of(question->table));
    if (question->table == Table::Claims && m_office)
        view.policy = "strong: two of three places decide who has it before it is written; " + view.policy;
    std::vector<std::uint64_t> digests;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        InspectedCopy copy;
        copy.region = RegionId { static_cast<std::uint8_t>(i) };
        copy.isReadable = m_insight->isReadable(copy.region);
        digests.push_back(copy.isReadable ? fillCopy(copy, *m_regions[i].engine, *question, customer) : 0);
        view.copies.push_back(std::move(copy));
    }
    judgeAgreement(view, digests);
    const RingBuffer<AnomalyLog::Entry>& entries = m_anomalies->entries();
    for (std::size_t i = entries.size(); i > 0 && view.conflicts.size() < kConflictsShown; --i) {
        const AnomalyLog::Entry& entry = entries[i - 1];
        const Conflict& conflict = entry.conflict;
        if (!isAbout(conflict.key, *question))
            continue;
        view.conflicts.push_back({ entry.at, entry.foundIn, std::string(toString(conflict.rule)),
            sideText(conflict, conflict.winnerValue, conflict.winner, m_names[conflict.winner.origin.value]),
            sideText(conflict, conflict.loserValue, conflict.loser, m_names[conflict.loser.origin.value]),
            conflict.loserRequest != 0 });
    }
    return view;
}

} // namespace sb
