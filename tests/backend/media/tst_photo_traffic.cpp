// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/photo_traffic.h"
#include "tests/backend/media/media_world.h"

namespace sb {
namespace {

using namespace test;

struct Readers {
    explicit Readers(std::uint64_t seed, int perMinute)
        : media(seed)
        , photos(media.world, media.network, media.copier,
              { [this](CityId city) { return city.value % 2 == 0 ? kX : answerForOdd; },
                  [this](RegionId region) { return takes[region.value]; }, [this] { return isResting; } },
              { .perMinute = perMinute })
    {
        photos.connect(media.world.add(photos));
    }
    MediaWorld media;
    RegionId answerForOdd = kY;
    bool takes[3] = { true, true, true };
    bool isResting = false;
    PhotoTraffic photos;
};

TEST(PhotoTraffic, ReadersUploadAtTheirRateWhereTheAnswersLead)
{
    Readers readers(7, 600);
    readers.media.run(10min);
    const PhotoTraffic::Counters& counters = readers.photos.counters();
    EXPECT_NEAR(static_cast<double>(counters.uploaded + counters.removed), 6'000, 300);
    EXPECT_EQ(counters.failed, 0u);
    EXPECT_GT(counters.replaced, 200u);
    EXPECT_GT(counters.removed, 50u);
    readers.isResting = true;
    readers.media.run(1min);
    EXPECT_TRUE(readers.media.copier.isIdle());
    EXPECT_EQ(readers.media.copier.audit(kX, kY).missing, 0u);
    EXPECT_EQ(readers.media.copier.audit(kY, kX).missing, 0u);
    std::size_t markers = 0, atX = 0, atZ = 0;
    for (const RegionId region : { kX, kY, kZ }) {
        const ObjectStore& store = readers.media.copier.store(region);
        for (std::size_t i = 0; i < store.size(); ++i) {
            markers += store.at(i).isDeleteMarker;
            atX += region == kX && store.at(i).source == kX;
            atZ += store.at(i).source == kZ;
            EXPECT_LE(store.at(i).bytes, 1'500'000u);
        }
    }
    EXPECT_EQ(markers, counters.removed) << "each in its own region alone";
    EXPECT_GT(atX, 2'500u);
    EXPECT_EQ(atZ, 0u);
    const std::size_t held = readers.media.copier.store(kX).size();
    readers.media.run(10min);
    EXPECT_EQ(readers.media.copier.store(kX).size(), held) << "they rest";
}

TEST(PhotoTraffic, WhatARegionCannotTakeIsAFailedUpload)
{
    Readers readers(8, 600);
    readers.takes[kY.value] = false;
    readers.media.run(1min);
    const std::uint64_t failed = readers.photos.counters().failed;
    EXPECT_GT(failed, 200u);
    const ObjectStore& refusing = readers.media.copier.store(kY);
    EXPECT_GT(refusing.size(), 200u) << "copies are taken";
    for (std::size_t i = 0; i < refusing.size(); ++i)
        EXPECT_EQ(refusing.at(i).source, kX);
    readers.answerForOdd = kZ; // they are led elsewhere
    readers.media.run(1min);
    EXPECT_LE(readers.photos.counters().failed, failed + 5);
}

TEST(PhotoTraffic, AFailedUploadIsPartOfTheState)
{
    const auto hashOf = [](bool takes) {
        Readers readers(9, 60);
        readers.takes[kX.value] = takes;
        readers.media.run(1min);
        return readers.media.world.stateHash();
    };
    EXPECT_EQ(hashOf(true), hashOf(true));
    EXPECT_NE(hashOf(true), hashOf(false));
}

} // namespace
} // namespace sb
