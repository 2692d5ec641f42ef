// SPDX-License-Identifier: GPL-3.0-or-later
// Readers who put photos into the shop's object store, at the region that the answers of the moment name:
// mostly under a new random name (as the photo-sharing sample does), now and then over a photo that the
// region shows, and seldom to take one away. Readers try once: what a region cannot take is a failed upload,
// counted here and no part of the customers' figures. Thread: World thread.
#pragma once

#include "backend/media/object_copier.h"
#include "backend/net/network.h"

#include <functional>

namespace sb {

struct PhotoTrafficConfig {
    int perMinute = 60; // of the whole world, mean; from 1
    std::uint32_t replacedPpm = 50'000; // of the uploads
    std::uint32_t removedPpm = 20'000;
    std::int64_t bytesMin = 100'000, bytesMax = 1'500'000; // of a photo, evenly
};

class PhotoTraffic final : public Component {
public:
    struct Counters { // since the start
        std::uint64_t uploaded = 0; // acknowledged, replacements included
        std::uint64_t replaced = 0;
        std::uint64_t removed = 0;
        std::uint64_t failed = 0;
    };
    struct Hooks {
        std::function<RegionId(CityId)> regionOf; // by the answers of the moment
        std::function<bool(RegionId)> takesUploads;
        std::function<bool()> isResting; // nobody begins anything any more
    };

    PhotoTraffic(
        Env& env, Network& network, ObjectCopier& objects, Hooks hooks, PhotoTrafficConfig config = {});
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const Counters& counters() const { return m_counters; }

private:
    void arrive(RegionId region);
    // A photo that the region shows; 0: the one that was drawn is not there any more.
    [[nodiscard]] std::uint64_t someKey(RegionId region);

    Env& m_env;
    Network& m_network;
    ObjectCopier& m_objects;
    Hooks m_hooks;
    PhotoTrafficConfig m_config;
    Rng m_rng;
    ComponentId m_self = 0;
    Counters m_counters;
};

} // namespace sb
