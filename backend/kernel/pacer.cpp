// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/pacer.h"

namespace sb {
namespace {

constexpr std::int64_t kDebtMicrosMax = 250'000;

} // namespace

void Pacer::start(std::int64_t wallMicros, Instant virtualNow)
{
    m_wallOrigin = wallMicros;
    m_virtualOrigin = virtualNow;
}

void Pacer::setSpeed(int percent, bool isPaused, std::int64_t wallMicros, Instant virtualNow)
{
    start(wallMicros, virtualNow);
    m_percent = percent;
    m_isPaused = isPaused;
}

Instant Pacer::target(std::int64_t wallMicros, Instant virtualNow)
{
    if (m_isPaused)
        return virtualNow;
    if (m_percent == 0)
        return kNever;
    const std::int64_t elapsed = wallMicros - m_wallOrigin;
    const Instant target = m_virtualOrigin + Duration { elapsed * m_percent / 100 };
    const Duration debt = target - virtualNow;
    if (debt > Duration { kDebtMicrosMax * m_percent / 100 }) {
        const Instant forgiven = virtualNow + Duration { kDebtMicrosMax * m_percent / 100 };
        start(wallMicros, forgiven);
        return forgiven;
    }
    return target;
}

} // namespace sb
