// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/photo_traffic.h"

namespace sb {
namespace {

enum EventType : std::uint32_t { kUpload, kArrive };

constexpr std::uint32_t kMillion = 1'000'000;

} // namespace

PhotoTraffic::PhotoTraffic(
    Env& env, Network& network, ObjectCopier& objects, Hooks hooks, PhotoTrafficConfig config)
    : m_env(env)
    , m_network(network)
    , m_objects(objects)
    , m_hooks(std::move(hooks))
    , m_config(config)
    , m_rng(env.rng("photos"))
{
}

void PhotoTraffic::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(m_rng.exponential(Duration { 1min } / m_config.perMinute), m_self, kUpload);
}

void PhotoTraffic::onEvent(const SimEvent& event)
{
    if (event.kind == kArrive) {
        arrive(RegionId { static_cast<std::uint8_t>(event.a) });
        return;
    }
    if (m_hooks.isResting())
        return;
    const CityId city { static_cast<std::uint16_t>(m_rng.below(m_network.cityCount())) };
    const RegionId region = m_hooks.regionOf(city);
    m_env.postIn(m_network.user(city, region, true), m_self, kArrive, region.value);
    m_env.postIn(m_rng.exponential(Duration { 1min } / m_config.perMinute), m_self, kUpload);
}

std::uint64_t PhotoTraffic::someKey(RegionId region)
{
    const ObjectStore& store = m_objects.store(region);
    const std::uint64_t drawn = m_rng.below(store.size());
    if (store.size() == 0)
        return 0;
    const std::uint64_t key = store.at(drawn).key;
    return store.current(key) == nullptr ? 0 : key;
}

void PhotoTraffic::arrive(RegionId region)
{
    const std::uint64_t action = m_rng.below(kMillion);
    const auto bytes = static_cast<std::uint32_t>(m_rng.between(m_config.bytesMin, m_config.bytesMax));
    const std::uint64_t checksum = m_rng.next();
    const std::uint64_t known = action < m_config.replacedPpm + m_config.removedPpm ? someKey(region) : 0;
    if (!m_hooks.takesUploads(region)) {
        ++m_counters.failed;
        m_env.mix(m_counters.failed);
        return;
    }
    if (known != 0 && action < m_config.removedPpm) {
        m_objects.remove(region, known);
        ++m_counters.removed;
        return;
    }
    m_counters.replaced += known != 0;
    m_objects.write(region, known != 0 ? known : m_rng.next(), bytes, checksum);
    ++m_counters.uploaded;
}

} // namespace sb
