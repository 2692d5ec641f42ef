// SPDX-License-Identifier: GPL-3.0-or-later
// What a node does with lines, alone and with others, and what it does with a disk.
#include "backend/maelstrom/record_file.h"
#include "tests/backend/maelstrom/virtual_cluster.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace sb::maelstrom::test {
namespace {

// A node without a network.
class LoneNode {
public:
    explicit LoneNode(NodeConfig config)
        : node(
            std::move(config), atMicros(5), [this](const std::string& line) { sent.push_back(line); },
            [this](const std::string& text) { logged.push_back(text); })
    {
    }
    // The body of the answer; null when there is none.
    Json ask(const Json& body)
    {
        sent.clear();
        node.receive(lineOf("c1", "n1", body), atMicros(++m_now));
        for (const std::string& line : sent) {
            const auto message = messageFromLine(line);
            if (message->to == "c1")
                return message->body;
        }
        return {};
    }
    Json init(const Json& names = { "n1" })
    {
        return ask({ { "type", "init" }, { "msg_id", 1 }, { "node_id", "n1" }, { "node_ids", names } });
    }

    std::vector<std::string> sent, logged;
    Node node;

private:
    std::int64_t m_now = 10;
};

NodeConfig configOf(Workload workload)
{
    NodeConfig config;
    config.workload = workload;
    return config;
}

TEST(MaelstromNode, WaitsForInitAndTakesOneNameOnly)
{
    LoneNode lone(configOf(Workload::Echo));
    EXPECT_EQ(lone.ask({ { "type", "echo" }, { "msg_id", 1 }, { "echo", 1 } })["code"], 11);
    EXPECT_EQ(lone.init({ "n2" })["code"], 12);
    EXPECT_EQ(lone.init({ "n1", "n1" })["code"], 12);
    EXPECT_EQ(lone.init({ "n1", "../n2" })["code"], 12);
    Json many = Json::array({ "n1" });
    while (many.size() <= kNodesMax)
        many.push_back("m" + std::to_string(many.size()));
    EXPECT_EQ(lone.init(many)["code"], 10);
    EXPECT_EQ(lone.init()["type"], "init_ok");
    EXPECT_EQ(lone.init()["type"], "init_ok");
    EXPECT_EQ(lone.init({ "n1", "n2" })["code"], 12);
    const Json answer = lone.ask({ { "type", "echo" }, { "msg_id", 7 }, { "echo", { { "a", nullptr } } } });
    EXPECT_EQ(answer["echo"], Json({ { "a", nullptr } }));
    EXPECT_EQ(answer["in_reply_to"], 7);
}

TEST(MaelstromNode, AnswersOnlyWhatAsksForAnAnswer)
{
    LoneNode lone(configOf(Workload::Echo));
    lone.init();
    EXPECT_TRUE(lone.ask({ { "type", "echo" }, { "echo", 1 } }).is_null());
    EXPECT_TRUE(lone.ask({ { "type", "error" }, { "code", 10 }, { "in_reply_to", 4 } }).is_null());
}

TEST(MaelstromNode, SurvivesWhatIsNoMessage)
{
    LoneNode lone(configOf(Workload::LinKv));
    lone.init();
    for (const std::string& line : { std::string("{"), std::string("\xC3"), std::string(100'000, '['),
             std::string("{\"src\":\"c1\",\"dest\":2,\"body\":{}}"), std::string(3, '\0') })
        lone.node.receive(line, atMicros(100));
    EXPECT_EQ(lone.logged.size(), 5U);
    EXPECT_EQ(lone.ask({ { "type", "read" }, { "msg_id", 1 } })["code"], 12);
}

TEST(MaelstromNode, RefusesRequestsOfTheWrongShapeWithTheCodeForIt)
{
    struct Case {
        Workload workload;
        const char* body;
        int code;
    };
    const Case cases[] {
        { Workload::PnCounter, R"({"type":"add","delta":1.5})", 12 },
        { Workload::PnCounter, R"({"type":"add","delta":1e300})", 12 },
        { Workload::PnCounter, R"({"type":"add","delta":9223372036854775808})", 12 },
        { Workload::PnCounter, R"({"type":"broadcast","message":1})", 10 },
        { Workload::Kafka, R"({"type":"send","key":1,"msg":1})", 12 },
        { Workload::Kafka, R"({"type":"poll","offsets":{"a":-1}})", 12 },
        { Workload::Kafka, R"({"type":"poll","offsets":[1]})", 12 },
        { Workload::Kafka, R"({"type":"list_committed_offsets","keys":{"a":"b"}})", 12 },
        { Workload::TxnListAppend, R"({"type":"txn","txn":[["w",1,2]]})", 12 },
        { Workload::TxnRwRegister, R"({"type":"txn","txn":[["append",1,2]]})", 12 },
        { Workload::TxnRwRegister, R"({"type":"txn","txn":[["r",1]]})", 12 },
        { Workload::LinKv, R"({"type":"cas","key":1,"from":1})", 12 },
        { Workload::LinKv, R"({"type":"cas","key":1,"from":1,"to":2})", 20 },
        { Workload::LinKv, R"({"type":"read","key":{"any":["thing"]}})", 20 },
    };
    for (const Case& one : cases) {
        LoneNode lone(configOf(one.workload));
        lone.init();
        Json body = Json::parse(one.body);
        body["msg_id"] = 3;
        EXPECT_EQ(lone.ask(body)["code"], one.code) << one.body;
    }
}

TEST(MaelstromNode, SaysWhenThereIsNoMajority)
{
    LoneNode lone(configOf(Workload::LinKv));
    lone.init({ "n1", "n2", "n3" });
    lone.sent.clear();
    lone.node.receive(
        lineOf("c1", "n1", { { "type", "read" }, { "msg_id", 1 }, { "key", 1 } }), atMicros(100));
    lone.node.receive(
        lineOf("c1", "n1", { { "type", "write" }, { "msg_id", 2 }, { "key", 2 }, { "value", 1 } }),
        atMicros(100));
    lone.node.runUntil(atMicros(3'000'000));
    std::vector<Json> codes;
    for (const std::string& line : lone.sent) {
        const auto message = messageFromLine(line);
        if (message->to == "c1")
            codes.push_back(message->body["code"]);
    }
    EXPECT_EQ(codes, (std::vector<Json> { 11, 11 })); // nobody was asked to accept anything
}

class BrokenStore final : public Disk {
public:
    [[nodiscard]] Store& store() override { return m_disk.store(); }
    [[nodiscard]] AcceptorStore& acceptors(std::size_t member) override { return m_disk.acceptors(member); }
    [[nodiscard]] std::uint64_t beginLife(std::uint64_t now) override { return m_disk.beginLife(now); }
    [[nodiscard]] Result<> flush() override { return fail(Errc::IoFailure, "no space"); }
    [[nodiscard]] bool isLasting() const override { return true; }

private:
    MemoryDisk m_disk;
};

TEST(MaelstromNode, AcknowledgesNothingThatItsDiskRefused)
{
    NodeConfig config = configOf(Workload::GSet);
    config.openDisk
        = [](const std::string&) { return Result<std::unique_ptr<Disk>>(std::make_unique<BrokenStore>()); };
    LoneNode lone(std::move(config));
    lone.init();
    EXPECT_TRUE(lone.ask({ { "type", "add" }, { "msg_id", 2 }, { "element", 1 } }).is_null());
    EXPECT_TRUE(lone.node.fault());
    EXPECT_EQ(lone.ask({ { "type", "read" }, { "msg_id", 3 } })["code"], 13);
    lone.sent.clear();
    lone.node.runUntil(atMicros(60'000'000));
    EXPECT_TRUE(lone.sent.empty()) << "what its timers would say may rest on what is lost";
}

// Mail between n1 (whose lines are looked at) and a made-up n2.
TEST(MaelstromNode, DropsMailOfEarlierLives)
{
    LoneNode lone(configOf(Workload::LinKv));
    lone.init({ "n1", "n2", "n3", "n4" });
    int hellos = 0;
    const auto forwardOf = [&](std::uint64_t life, std::uint64_t ours, std::uint64_t number) {
        const Json request { { "type", "read" } }; // malformed, so that the answer comes at once
        lone.sent.clear();
        lone.node.receive(lineOf("n4", "n1",
                              { { "type", kForwardType }, { "number", number }, { "life", life },
                                  { "your_life", ours }, { "request", request } }),
            atMicros(200));
        for (const std::string& line : lone.sent) {
            Json body = messageFromLine(line)->body;
            hellos += body.contains("hello") ? 1 : 0;
            if (!body.contains("hello"))
                return body;
        }
        return Json();
    };
    const Json again = forwardOf(5, 0, 1); // it does not know us yet
    ASSERT_EQ(again["again"], true);
    const auto ours = again["life"].get<std::uint64_t>();
    EXPECT_EQ(forwardOf(5, ours, 1)["answer"]["code"], 12);
    EXPECT_TRUE(forwardOf(5, ours, 1).is_null()); // a copy
    EXPECT_EQ(hellos, 0);
    EXPECT_TRUE(forwardOf(5, ours + 1, 2).is_null()); // meant for another life of ours
    EXPECT_EQ(hellos, 1); // so that the next is meant for this one
    EXPECT_EQ(forwardOf(6, ours, 1)["answer"]["code"], 12); // it has begun anew
    EXPECT_TRUE(forwardOf(5, ours, 3).is_null()); // and this is from before
    EXPECT_EQ(hellos, 1);
}

TEST(MaelstromNode, GivesTheAnswerOfADeadNodeToNobody)
{
    for (const std::uint64_t lifeAtTheEnd : { 5U, 6U }) {
        LoneNode lone(configOf(Workload::LinKv));
        lone.init({ "n1", "n2", "n3", "n4" });
        const auto mail = [&](std::uint64_t life, std::uint64_t ours, Json body) {
            body["life"] = life;
            body["your_life"] = ours;
            lone.node.receive(lineOf("n4", "n1", body), atMicros(200));
        };
        const Json request { { "type", "read" }, { "key", 1 } }; // has to wait for others
        lone.sent.clear();
        mail(5, 0, { { "type", kForwardType }, { "number", 1 }, { "request", request } });
        const auto ours = messageFromLine(lone.sent.at(0))->body["life"].get<std::uint64_t>();
        mail(5, ours, { { "type", kForwardType }, { "number", 1 }, { "request", request } });
        mail(lifeAtTheEnd, ours, { { "type", kMailType }, { "hello", false } });
        lone.sent.clear();
        lone.node.runUntil(atMicros(3'000'000));
        int answers = 0;
        for (const std::string& line : lone.sent)
            answers += messageFromLine(line)->body.contains("answer") ? 1 : 0;
        EXPECT_EQ(answers, lifeAtTheEnd == 5 ? 1 : 0);
    }
}

TEST(MaelstromNode, HostsAllMembersWhenItIsAlone)
{
    for (const Json& names : { Json { "n1" }, Json { "n0", "n1" } }) {
        LoneNode lone(configOf(Workload::TxnRwRegister));
        lone.init(names);
        const Json answer = lone.ask(
            { { "type", "txn" }, { "msg_id", 2 }, { "txn", { { "w", "x", 1 }, { "r", "x", nullptr } } } });
        if (names.size() == 1)
            EXPECT_EQ(answer["txn"], Json::parse(R"([["w","x",1],["r","x",1]])"));
        else
            EXPECT_TRUE(answer.is_null()); // two of the members live on the other node
    }
}

// ---- records on disk

class RecordFiles : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() / ("sb-records-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        m_path = m_folder / "a.records";
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::unique_ptr<RecordFile> open() const { return std::move(*RecordFile::open(m_path)); }

    std::filesystem::path m_folder, m_path;
};

TEST_F(RecordFiles, HoldWhatWasFlushedAndNothingElse)
{
    {
        const auto file = open();
        file->put("a", "1");
        file->put("b", std::string(1000, '\0'));
        file->put("a", "2");
        EXPECT_EQ(file->flush(), 0us);
        file->put("c", "never flushed");
        EXPECT_EQ(file->get("c"), "never flushed");
    }
    const auto file = open();
    EXPECT_EQ(file->get("a"), "2");
    EXPECT_EQ(file->get("b"), std::string(1000, '\0'));
    EXPECT_EQ(file->get("c"), std::nullopt);
}

TEST_F(RecordFiles, CutOffWhatIsHalfWrittenAndRefuseWhatIsDamaged)
{
    std::uintmax_t whole = 0;
    {
        const auto file = open();
        file->put("a", "first");
        (void)file->flush();
        whole = std::filesystem::file_size(m_path);
        file->put("a", "second");
        (void)file->flush();
    }
    std::filesystem::resize_file(m_path, std::filesystem::file_size(m_path) - 1);
    {
        const auto file = open();
        EXPECT_EQ(file->get("a"), "first");
        EXPECT_EQ(std::filesystem::file_size(m_path), whole);
        file->put("b", "later");
        (void)file->flush();
    }
    EXPECT_EQ(open()->get("b"), "later");
    std::fstream(m_path, std::ios::in | std::ios::out).seekp(static_cast<std::streamoff>(whole) - 1) << '!';
    const auto size = std::filesystem::file_size(m_path);
    const auto refused = RecordFile::open(m_path);
    ASSERT_FALSE(refused) << "a promise that was flushed is gone";
    EXPECT_EQ(refused.error().code, Errc::Corrupt);
    EXPECT_NE(refused.error().what.find("a.records: damaged at byte 0"), std::string::npos)
        << refused.error().what;
    EXPECT_EQ(std::filesystem::file_size(m_path), size) << "and is left as it was found";
}

TEST_F(RecordFiles, AreRewrittenWhenMostOfThemIsOld)
{
    {
        const auto file = open();
        for (int i = 0; i < 100; ++i)
            file->put("a", std::to_string(i));
        (void)file->flush();
    }
    const auto before = std::filesystem::file_size(m_path);
    {
        const auto file = open();
        EXPECT_LT(std::filesystem::file_size(m_path) * 10, before);
        file->put("b", "1");
        (void)file->flush();
    }
    const auto file = open();
    EXPECT_EQ(file->get("a"), "99");
    EXPECT_EQ(file->get("b"), "1");
}

TEST_F(RecordFiles, MakeAFolderDiskThatCountsItsLives)
{
    const std::string folder = m_folder / "x" / "n1";
    std::uint64_t life = 0;
    for (const std::uint64_t now : { 50U, 10U, 10U }) { // the machine was started again in between
        auto disk = openFolderDisk(folder);
        ASSERT_TRUE(disk);
        const std::uint64_t next = (*disk)->beginLife(now);
        EXPECT_GT(next, life);
        life = next;
    }
    EXPECT_EQ(openFolderDisk("/dev/null/x").error().code, Errc::IoFailure);
}

} // namespace
} // namespace sb::maelstrom::test
