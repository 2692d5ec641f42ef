// SPDX-License-Identifier: GPL-3.0-or-later
// Every random drill is one that the loader takes, is the same for the same seed, and ends in calm.
#include "backend/drill/drill.h"
#include "ui/drills/swizzle.h"

#include <QTest>

#include <set>

using namespace sb;

class TestRandomDrill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySeedGivesADrillWithoutMistakes()
    {
        std::set<std::string> texts;
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const std::vector<std::string> regions = seed % 3 == 0
                ? std::vector<std::string> { "eu-west-1" }
                : std::vector<std::string> { "eu-west-1", "ap-southeast-1", "us-east-1" };
            const std::string text = randomDrill(seed, regions);
            const auto drill = parseDrill(text, "random.toml");
            QVERIFY2(drill.has_value(), drill ? "" : drill.error().what.c_str());
            QVERIFY(drill->steps.size() >= 3 && drill->steps.size() <= 6);
            QCOMPARE(drill->checks.size(), 4U);
            for (const DrillStep& step : drill->steps) {
                const auto& fault = std::get<InjectFault>(step.command);
                QVERIFY(step.at + fault.expiresAfter + 5min <= drill->until);
            }
            QVERIFY(texts.insert(text).second);
            QCOMPARE(text, randomDrill(seed, regions));
        }
    }
};

QTEST_MAIN(TestRandomDrill)
#include "tst_random_drill.moc"
