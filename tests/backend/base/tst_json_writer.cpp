// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/json_writer.h"

#include <gtest/gtest.h>
#include <limits>

namespace sb {
namespace {

TEST(JsonWriter, PutsCommasExactlyBetweenValues)
{
    JsonWriter json;
    json.beginObject().key("a").value(1).key("b").beginArray();
    json.value(true).beginObject().endObject().beginArray().endArray().null();
    json.endArray().key("c").value("x").endObject();
    EXPECT_EQ(json.take(), R"({"a":1,"b":[true,{},[],null],"c":"x"})");
}

TEST(JsonWriter, EscapesWhatJsonCannotHold)
{
    JsonWriter json;
    json.value(std::string("q\" b\\ n\n r\r t\t one\x01 nul") + '\0' + " €");
    EXPECT_EQ(json.take(), R"("q\" b\\ n\n r\r t\t one\u0001 nul\u0000 €")");
    json.beginObject().key("a\"b").value("").endObject();
    EXPECT_EQ(json.take(), R"({"a\"b":""})");
}

TEST(JsonWriter, WritesNumbersInFull)
{
    JsonWriter json;
    json.beginArray();
    json.value(std::numeric_limits<std::int64_t>::min()).value(std::numeric_limits<std::uint64_t>::max());
    json.value(1.0 / 3, 2).value(2.5, 0).value(-0.125, 3);
    json.value(std::numeric_limits<double>::quiet_NaN(), 2).value(std::numeric_limits<double>::infinity(), 2);
    json.endArray();
    EXPECT_EQ(json.take(), "[-9223372036854775808,18446744073709551615,0.33,2,-0.125,null,null]");
}

TEST(JsonWriter, IsEmptyAfterTheDocumentWasTaken)
{
    JsonWriter json;
    json.beginArray().value(1).endArray();
    EXPECT_EQ(json.take(), "[1]");
    EXPECT_EQ(json.text(), "");
    json.beginArray().value(2).endArray();
    EXPECT_EQ(json.take(), "[2]");
}

TEST(JsonWriterDeathTest, TakingAnUnbalancedDocumentEndsTheProcess)
{
    JsonWriter json;
    json.beginArray();
    EXPECT_DEATH((void)json.take(), "m_needsComma");
}

} // namespace
} // namespace sb
