// SPDX-License-Identifier: GPL-3.0-or-later
// Long-running programs through which some customers come: in each city a few that look the region's address
// up once and keep it as long as they run (ClientKind::Caching), and a few that keep their connections for as
// long as a load balancer lets them, an hour (ClientKind::Pooled). Each is restarted now and then, at random.
// What they hold outlives visits: it is the long tail of a failover.
// Sources: JVM's networkaddress.cache.ttl = -1; Application Load Balancer's client keep-alive of 3 600 s.
// Thread: World thread. Programs that nobody uses draw no randomness.
#pragma once

#include "backend/api/client_kind.h"
#include "backend/base/ids.h"
#include "backend/kernel/env.h"

#include <vector>

namespace sb {

struct ClientProgram {
    RegionId address; // looked up; invalid: not yet. Caching only
    RegionId connection; // open; invalid: none. Pooled only
    Instant connectedAt = kStart; // of the connection
    Instant endsAt = kStart; // then it is restarted
};

class ClientPrograms {
public:
    static constexpr std::size_t kEach = 4; // of either kind in a city
    static constexpr Duration kRunMean = 1h; // ours: deployments, crashes, restarts by hand
    static constexpr Duration kPoolMax = 3'600s; // of a pooled connection, from its opening

    ClientPrograms(Env& env, std::size_t cityCount);

    // Restarts it first if its time is over, and drops a pooled connection that is too old. `kind` is Caching
    // or Pooled; number < kEach.
    [[nodiscard]] ClientProgram& now(CityId city, ClientKind kind, std::size_t number);
    // As it is, without touching it.
    [[nodiscard]] const ClientProgram& peek(CityId city, ClientKind kind, std::size_t number) const
    {
        return m_programs[indexOf(city, kind, number)];
    }

private:
    [[nodiscard]] static std::size_t indexOf(CityId city, ClientKind kind, std::size_t number)
    {
        return (city.value * 2 + (kind == ClientKind::Pooled ? 1U : 0U)) * kEach + number;
    }

    Env& m_env;
    Rng m_rng;
    std::vector<ClientProgram> m_programs; // by city, kind, number
};

} // namespace sb
