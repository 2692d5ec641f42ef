// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/voters.h"

#include "backend/health/health_checks.h"

namespace sb {
namespace {

constexpr Duration kConsoleDelayMin = 10ms, kConsoleDelayMax = 120ms;
constexpr std::array<std::size_t, kVoters> kHomesOfVoters { 0, 2, 3, 6, 7 }; // in kCheckerHomes

RegionId regionAt(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

} // namespace

Voters::Voters(Env& env, Network& network, Rng console)
    : m_env(env)
    , m_network(network)
    , m_console(console)
{
    for (std::size_t voter = 0; voter < kVoters; ++voter) {
        const auto home = atlas().findRegion(kCheckerHomes[kHomesOfVoters[voter]]);
        SB_ASSERT(home.has_value());
        m_homes[voter] = *home;
    }
}

Duration Voters::consoleDelay()
{
    return m_console.between(kConsoleDelayMin, kConsoleDelayMax);
}

void Voters::ask(std::size_t region, std::uint32_t kind, std::uint64_t b)
{
    for (std::size_t voter = 0; voter < kVoters; ++voter)
        if (const auto delay = m_network.voter(m_homes[voter], regionAt(region), false))
            m_env.postIn(*delay, m_owner, kind, addressOf(region, voter), b);
}

void Voters::answer(const SimEvent& question, std::uint32_t kind, std::uint64_t flags, std::uint64_t b)
{
    const std::size_t home = m_homes[voterOf(question.a)];
    if (const auto delay = m_network.voter(home, regionAt(regionOf(question.a)), true))
        m_env.postIn(*delay, m_owner, kind, question.a | flags, b);
}

void Voters::order(std::size_t region, std::uint32_t kind, std::uint64_t flags, std::uint64_t b)
{
    for (std::size_t voter = 0; voter < kVoters; ++voter)
        m_env.postIn(consoleDelay(), m_owner, kind, addressOf(region, voter) | flags, b);
}

void Voters::report(const SimEvent& order, std::uint32_t kind, std::uint64_t b)
{
    m_env.postIn(consoleDelay(), m_owner, kind, order.a, b);
}

} // namespace sb
