// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/client_programs.h"

namespace sb {

ClientPrograms::ClientPrograms(Env& env, std::size_t cityCount)
    : m_env(env)
    , m_rng(env.rng("client-programs"))
    , m_programs(cityCount * 2 * kEach)
{
}

ClientProgram& ClientPrograms::now(CityId city, ClientKind kind, std::size_t number)
{
    ClientProgram& program = m_programs[indexOf(city, kind, number)];
    const Instant now = m_env.now();
    if (now >= program.endsAt) {
        program = ClientProgram {};
        program.endsAt = now + m_rng.exponential(kRunMean);
        m_env.mix((std::uint64_t { city.value } << 8) ^ (number << 1) ^ (kind == ClientKind::Pooled ? 1U : 0U)
            ^ (1ULL << 41));
    }
    if (program.connection.isValid() && now - program.connectedAt > kPoolMax)
        program.connection = RegionId {};
    return program;
}

} // namespace sb
