// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in and out: JSON, base64, and the mail of the engines.
#include "backend/maelstrom/wire.h"

#include <gtest/gtest.h>

namespace sb::maelstrom::test {
namespace {

TEST(Base64, GoesThereAndBack)
{
    // Vectors of RFC 4648, section 10.
    const std::pair<const char*, const char*> cases[] { { "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" },
        { "foo", "Zm9v" }, { "foob", "Zm9vYg==" }, { "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" } };
    for (const auto& [bytes, text] : cases) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
    std::string all;
    for (int i = 0; i < 256; ++i)
        all.push_back(static_cast<char>(i));
    EXPECT_EQ(fromBase64(toBase64(all)), all);
    for (const char* bad : { "Z", "Zg=", "Zg", "Z===", "Zm=v", "Zg==Zg==", "Zh==", "Zm9v\n", "Zm9-" })
        EXPECT_EQ(fromBase64(bad), std::nullopt) << bad;
}

TEST(JsonTexts, AreRefusedWhenTheyAreTooDeepOrNotUtf8)
{
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[')
            + std::string(static_cast<std::size_t>(depth), ']');
    };
    EXPECT_TRUE(parseJson(nested(kJsonDepthMax)));
    EXPECT_FALSE(parseJson(nested(kJsonDepthMax + 1)));
    EXPECT_TRUE(parseJson("\"" + nested(1'000) + "\\\"[[[\""));
    for (const char* bad : { "", "{", "[1,]", "\"\xFF\"", "{\"a\":1}x" })
        EXPECT_FALSE(parseJson(bad)) << bad;
}

ReplicationMessage batch()
{
    ReplicationMessage message;
    message.kind = ReplicationMessage::Kind::Batch;
    message.from = RegionId { 2 };
    message.id = 77;
    message.wanted = 5;
    message.positions = { 3, 0, 9 };
    message.tooOld = 1;
    message.sentMillis = 123'456;
    LogEntry entry;
    entry.version = { Hlc { 99 << 16 }, RegionId { 2 }, 1, 9 };
    entry.committedAt = atMicros(5);
    entry.seen = { 3, 0, 8 };
    entry.mutations = { { { Table::Orders, 1, 2 }, false, std::string("a\0b", 3) } };
    message.entries = { entry };
    return message;
}

TEST(Wire, CarriesBatchesUnchanged)
{
    const ReplicationMessage sent = batch();
    const auto got = replicationFromJson(Json::parse(toJson(sent).dump()), 3);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->kind, sent.kind);
    EXPECT_EQ(got->from, sent.from);
    EXPECT_EQ(got->id, sent.id);
    EXPECT_EQ(got->wanted, sent.wanted);
    EXPECT_EQ(got->positions, sent.positions);
    EXPECT_EQ(got->tooOld, sent.tooOld);
    EXPECT_EQ(got->sentMillis, sent.sentMillis);
    EXPECT_EQ(got->entries, sent.entries);
}

StrongMessage accept()
{
    StrongMessage message;
    message.kind = StrongMessage::Kind::Accept;
    message.from = 1;
    message.operation = (std::uint64_t { 7 } << 32) | 3;
    message.round = 4;
    message.key = "\"käse\"";
    message.ballot = { 8, 1 };
    message.next = { 9, 1 };
    message.accepted = { 2, 0 };
    message.isSettled = true;
    message.item = { 5, true, "{\"a\":1}", { { 1, ~std::uint64_t { 0 }, 3, true }, { 4, 5, 6, false } } };
    return message;
}

TEST(Wire, CarriesMailOfMembersUnchanged)
{
    const StrongMessage sent = accept();
    const auto got = strongFromJson(Json::parse(toJson(sent).dump()));
    ASSERT_TRUE(got);
    EXPECT_EQ(got->kind, sent.kind);
    EXPECT_EQ(got->from, sent.from);
    EXPECT_EQ(got->operation, sent.operation);
    EXPECT_EQ(got->round, sent.round);
    EXPECT_EQ(got->key, sent.key);
    EXPECT_EQ(got->ballot, sent.ballot);
    EXPECT_EQ(got->next, sent.next);
    EXPECT_EQ(got->accepted, sent.accepted);
    EXPECT_EQ(got->isSettled, sent.isSettled);
    EXPECT_EQ(got->item, sent.item);
}

TEST(Wire, RefusesMailThatLacksAFieldOrHasItOfAnotherKind)
{
    const Json strong = toJson(accept()), log = toJson(batch());
    for (const auto& [name, value] : strong.items()) {
        Json lacking = strong, wrong = strong;
        lacking.erase(name);
        wrong[name] = value.is_array() ? Json("x") : Json::array();
        EXPECT_FALSE(strongFromJson(lacking)) << name;
        EXPECT_FALSE(strongFromJson(wrong)) << name;
    }
    for (const auto& [name, value] : log.items()) {
        Json lacking = log, wrong = log;
        lacking.erase(name);
        wrong[name] = value.is_array() ? Json("x") : Json::array();
        EXPECT_FALSE(replicationFromJson(lacking, 3)) << name;
        EXPECT_FALSE(replicationFromJson(wrong, 3)) << name;
    }
}

TEST(Wire, RefusesMailThatWouldBreakAnEngine)
{
    const auto strongWith = [](const char* name, const Json& value) {
        Json json = toJson(accept());
        json[name] = value;
        return strongFromJson(Json::parse(json.dump())).has_value();
    };
    EXPECT_TRUE(strongWith("round", 5));
    EXPECT_FALSE(strongWith("from", 3));
    EXPECT_FALSE(strongWith("kind", 8));
    EXPECT_FALSE(strongWith("key", ""));
    EXPECT_FALSE(strongWith("next", Json::array({ 7, 1 })));
    EXPECT_FALSE(strongWith("ballot", Json::array({ 8, 3 })));
    EXPECT_FALSE(strongWith("recent", Json::array({ 1, 2, 3 })));
    const auto logWith = [](const char* name, const Json& value, std::size_t regions = 3) {
        Json json = toJson(batch());
        json[name] = value;
        return replicationFromJson(Json::parse(json.dump()), regions).has_value();
    };
    EXPECT_TRUE(logWith("id", 5));
    EXPECT_FALSE(logWith("id", 5, 2)); // an origin that does not exist
    EXPECT_FALSE(logWith("from", 3));
    EXPECT_FALSE(logWith("positions", Json::array({ 1, 2 })));
    EXPECT_FALSE(logWith("entries", Json::array({ "AAAA" })));
    EXPECT_FALSE(logWith("entries", Json::array({ 1 })));
    const auto entryWith = [](const Mutation& mutation, Hlc hlc = Hlc { 99 << 16 }) {
        ReplicationMessage message = batch();
        LogEntry entry = message.entries[0];
        entry.mutations = { mutation };
        entry.version.hlc = hlc;
        message.entries[0] = entry;
        return replicationFromJson(Json::parse(toJson(message).dump()), 3).has_value();
    };
    const std::string cell(8, '\0');
    EXPECT_TRUE(entryWith({ { Table::Stock, 1, 2 }, false, cell }));
    EXPECT_FALSE(entryWith({ { Table::Stock, 1, 2 }, false, "short" }));
    EXPECT_FALSE(entryWith({ { Table::Stock, 1, 2 }, true, "" }));
    EXPECT_FALSE(entryWith({ { Table::Books, 1, 2 }, false, "" }));
    EXPECT_FALSE(entryWith({ { Table::Stock, 1, 2 }, false, cell }, Hlc { ~std::uint64_t { 0 } }));
}

} // namespace
} // namespace sb::maelstrom::test
