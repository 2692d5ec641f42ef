// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and platter of the simulated disk: what a power loss leaves.
#include "backend/store/disk_image.h"

#include <gtest/gtest.h>

#include <set>

namespace sb {
namespace {

TEST(DiskImage, aPowerLossTakesWhatWasNotSynced)
{
    DiskImage image(true);
    Rng rng(1);
    const auto file = image.create("a");
    image.write(*file, 0, "synced");
    image.sync(*file);
    image.write(*file, 3, "written over");
    EXPECT_EQ(file->visible, "synwritten over");
    image.crash(Survival::Nothing, rng);
    EXPECT_EQ(file->visible, "synced");
    image.write(*file, 8, "far");
    image.truncate(*file, 10);
    image.crash(Survival::Everything, rng);
    EXPECT_EQ(file->visible, std::string("synced\0\0fa", 10));
}

TEST(DiskImage, aPrefixIsWholeWritesAndPartOfOne)
{
    std::set<std::string> seen;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        DiskImage image(true);
        Rng rng(seed);
        const auto file = image.create("a");
        image.sync(*file);
        const std::string all = std::string(1000, 'a') + std::string(1000, 'b') + std::string(1000, 'c');
        for (std::size_t at = 0; at < all.size(); at += 1000)
            image.write(*file, at, std::string_view(all).substr(at, 1000));
        image.crash(Survival::Prefix, rng);
        ASSERT_EQ(file->visible, all.substr(0, file->visible.size())) << seed;
        seen.insert(file->visible);
    }
    EXPECT_GT(seen.size(), 4u);
    EXPECT_EQ(seen.count(""), 1u);
    EXPECT_EQ(seen.count(std::string(1000, 'a') + std::string(1000, 'b') + std::string(1000, 'c')), 1u);
}

TEST(DiskImage, sectorsSurviveOneByOneAndAsAWhole)
{
    constexpr std::size_t kSectors = 8;
    int later = 0; // crashes in which a sector survived and one before it did not
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        DiskImage image(true);
        Rng rng(seed);
        const auto file = image.create("a");
        image.write(*file, 0, std::string(kSectors * kSectorBytes, 'o'));
        image.sync(*file);
        image.write(*file, 0, std::string(kSectors * kSectorBytes, 'n'));
        image.crash(Survival::Sectors, rng);
        bool isOldBefore = false;
        bool isLater = false;
        for (std::size_t i = 0; i < kSectors; ++i) {
            const std::string sector = file->visible.substr(i * kSectorBytes, kSectorBytes);
            ASSERT_TRUE(sector == std::string(kSectorBytes, 'o') || sector == std::string(kSectorBytes, 'n'));
            isLater = isLater || (isOldBefore && sector[0] == 'n');
            isOldBefore = isOldBefore || sector[0] == 'o';
        }
        later += isLater ? 1 : 0;
    }
    EXPECT_GT(later, 50);
}

TEST(DiskImage, neighboursInASectorAreSafeOnlyWithPowersafeOverwrite)
{
    for (const bool isPowersafe : { true, false }) {
        int damaged = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            DiskImage image(isPowersafe);
            Rng rng(seed);
            const auto file = image.create("a");
            image.write(*file, 0, std::string(2000, 'o'));
            image.sync(*file);
            image.write(*file, 600, std::string(100, 'n'));
            image.crash(Survival::Sectors, rng);
            ASSERT_EQ(file->visible.substr(0, 512), std::string(512, 'o')) << "another sector";
            ASSERT_EQ(file->visible.substr(1024), std::string(976, 'o')) << "another sector";
            const bool isWhole = file->visible.substr(512, 88) == std::string(88, 'o')
                && file->visible.substr(700, 324) == std::string(324, 'o');
            damaged += isWhole ? 0 : 1;
        }
        EXPECT_EQ(damaged == 0, isPowersafe) << damaged;
    }
}

TEST(DiskImage, namesAreAsDurableAsTheirFolder)
{
    DiskImage image(true);
    Rng rng(1);
    image.write(*image.create("new"), 0, "x");
    image.crash(Survival::Nothing, rng);
    EXPECT_EQ(image.find("new"), nullptr) << "never synced";

    image.sync(*image.create("old"));
    image.remove("old");
    EXPECT_EQ(image.find("old"), nullptr);
    image.crash(Survival::Nothing, rng);
    ASSERT_NE(image.find("old"), nullptr) << "the removal was not synced";

    image.remove("old");
    image.syncFolder();
    image.crash(Survival::Nothing, rng);
    EXPECT_EQ(image.find("old"), nullptr);

    const auto first = image.create("again");
    image.write(*first, 0, "first");
    image.sync(*first);
    image.remove("again");
    const auto second = image.create("again");
    image.write(*second, 0, "second");
    image.sync(*second);
    image.crash(Survival::Nothing, rng);
    ASSERT_NE(image.find("again"), nullptr);
    EXPECT_EQ(image.find("again")->visible, "second");
}

TEST(DiskImage, droppedPagesAreSeenUntilThePowerGoesAndNoSyncSavesThem)
{
    int dropped = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (const bool staysVisible : { true, false }) {
            DiskImage image(true);
            Rng rng(seed);
            const auto file = image.create("a");
            image.sync(*file);
            image.write(*file, 0, "page");
            image.drop(*file, staysVisible, rng);
            const bool isOnPlatter = file->platter == "page";
            EXPECT_EQ(file->visible == "page", staysVisible || isOnPlatter);
            image.sync(*file);
            image.crash(Survival::Everything, rng);
            EXPECT_EQ(file->visible == "page", isOnPlatter);
            dropped += isOnPlatter ? 0 : 1;
        }
    }
    EXPECT_GT(dropped, 5);
}

} // namespace
} // namespace sb
