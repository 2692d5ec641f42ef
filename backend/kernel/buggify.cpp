// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/buggify.h"

namespace sb {
namespace {

constexpr std::uint32_t kEnabledPpm = 250'000;
static_assert(kBuggifySites.size() <= 64);

} // namespace

void Buggify::switchOn(const Rng& root)
{
    m_streams.clear();
    m_enabled = 0;
    for (std::size_t i = 0; i < kBuggifySites.size(); ++i) {
        // By name, not by number: a new site leaves the draws of the others as they were.
        m_streams.push_back(root.fork(kBuggifySites[i].name));
        if (m_streams.back().chance(kEnabledPpm))
            m_enabled |= std::uint64_t { 1 } << i;
    }
}

bool Buggify::draw(BuggifyName site)
{
    if (!m_streams[site.index].chance(kBuggifySites[site.index].ppm))
        return false;
    ++m_fired[site.index];
    return true;
}

} // namespace sb
