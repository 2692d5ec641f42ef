// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/capacity_outlook.h"

#include "backend/region/cache_warmth.h"
#include "backend/region/work_pool.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr int kDeadConnectionSeconds = 4; // the time that a browser waits for a region that is gone
constexpr std::int64_t kTrendMostPerMille = 500;

// How much of a stream has moved, in 10^-6, apart by whether its old region still answers.
class Move {
public:
    Move(const CapacityPicture& picture)
        : m_picture(picture)
    {
    }

    // False: nothing changed by it, and nothing will.
    bool step(Instant at)
    {
        const std::int64_t alive = m_alive, dead = m_dead;
        const Duration since = at - kStart - m_picture.startsIn;
        const std::int64_t ttl = std::max<std::int64_t>(1, m_picture.ttl.count());
        const std::int64_t told = since <= 0us ? 0 : std::min(kMillion, since.count() * kMillion / ttl);
        m_alive += (told - m_alive) / std::max(1, m_picture.connectionSeconds);
        m_dead += (told - m_dead) / kDeadConnectionSeconds;
        return told < kMillion || alive != m_alive || dead != m_dead;
    }
    [[nodiscard]] std::int64_t done(const TrafficStream& stream) const
    {
        if (stream.from == stream.to)
            return 0;
        const std::int64_t moved = m_picture.places[stream.from.value].isAnswering ? m_alive : m_dead;
        return moved * (100 - m_picture.ignorersPercent) / 100;
    }

private:
    const CapacityPicture& m_picture;
    std::int64_t m_alive = 0, m_dead = 0;
};

class Lookout {
public:
    explicit Lookout(const CapacityPicture& picture)
        : m_picture(picture)
        , m_move(picture)
    {
        for (const CapacityPicture::Place& place : picture.places)
            m_warmth.push_back(place.warmth);
        for (const TrafficStream& stream : picture.streams)
            m_isGrowing = m_isGrowing || stream.trendPerMille != 0;
        const std::size_t count = picture.places.size();
        m_work.resize(count);
        m_shares.resize(count);
        for (const std::vector<std::int64_t>& warmth : m_warmth)
            m_reads.emplace_back(warmth.size(), 0);
    }

    CapacityOutlook run(Duration horizon)
    {
        CapacityOutlook outlook;
        outlook.places.resize(m_picture.places.size());
        const std::int64_t seconds = horizon.count() / kMillion;
        for (std::int64_t second = 0; second <= seconds; ++second) {
            const bool isMoving = second == 0 || m_move.step(atMicros(second * kMillion));
            const std::vector<int>& shares = load(second);
            for (std::size_t r = 0; r < shares.size(); ++r) {
                CapacityOutlook::Place& place = outlook.places[r];
                if (second == 0)
                    place.nowPerMille = shares[r];
                place.peakPerMille = std::max(place.peakPerMille, shares[r]);
                place.endPerMille = shares[r];
                if (shares[r] >= 1'000 && place.fullIn == Duration::max())
                    place.fullIn = Duration { second * kMillion };
            }
            if (!isMoving && !m_isGrowing && !m_isWarming)
                break; // every further second is like this one
        }
        return outlook;
    }

private:
    // Of each place's capacity, per mille, in this second; the caches fill meanwhile.
    const std::vector<int>& load(std::int64_t second)
    {
        m_isWarming = false;
        std::fill(m_work.begin(), m_work.end(), 0);
        for (std::vector<std::int64_t>& reads : m_reads)
            std::fill(reads.begin(), reads.end(), 0);
        for (const TrafficStream& stream : m_picture.streams) {
            const std::int64_t growth = 1'000
                + std::clamp(stream.trendPerMille * second / 60, -kTrendMostPerMille, kTrendMostPerMille);
            const std::int64_t moved = stream.milliHz * m_move.done(stream) / kMillion;
            add(stream.from, stream.origin, (stream.milliHz - moved) * growth / 1'000);
            if (moved != 0)
                add(stream.to, stream.origin, moved * growth / 1'000);
        }
        for (std::size_t r = 0; r < m_shares.size(); ++r) {
            const std::int64_t capacity = std::max<std::int64_t>(1, m_picture.places[r].capacityHz) * 1'000;
            m_shares[r] = m_picture.places[r].isAnswering ? static_cast<int>(m_work[r] / capacity) : 0;
            for (std::size_t o = 0; o < m_reads[r].size(); ++o) {
                const std::int64_t before = m_warmth[r][o];
                m_warmth[r][o] = CacheWarmth::filled(
                    CacheWarmth::decayed(before), m_reads[r][o], m_picture.cacheFillReads);
                m_isWarming = m_isWarming || m_warmth[r][o] != before;
            }
        }
        return m_shares;
    }

    void add(RegionId at, std::size_t origin, std::int64_t milliHz)
    {
        const std::int64_t missing = CacheWarmth::kFull - m_warmth[at.value][origin];
        const std::int64_t extra = CacheWarmth::kMissExtra * (missing / 1'000) / (CacheWarmth::kFull / 1'000)
            * m_picture.readPerMille / 1'000;
        m_work[at.value] += milliHz * (WorkPool::kUnit + extra);
        m_reads[at.value][origin] += milliHz * m_picture.readPerMille / 1'000;
    }

    const CapacityPicture& m_picture;
    Move m_move;
    std::vector<std::vector<std::int64_t>> m_warmth; // [place][origin]
    bool m_isGrowing = false; // some stream has a trend
    // Of the second that is looked at
    bool m_isWarming = false; // some cache changes, up or down
    std::vector<std::int64_t> m_work; // 10^-6 units a second
    std::vector<std::vector<std::int64_t>> m_reads; // [place][origin], thousandths of a read
    std::vector<int> m_shares;
};

} // namespace

CapacityOutlook lookAhead(const CapacityPicture& picture, Duration horizon)
{
    return Lookout(picture).run(horizon);
}

} // namespace sb
