// SPDX-License-Identifier: GPL-3.0-or-later
// Clients of each workload: what they ask, what they note of the answers, and the judgement of it all.
#pragma once

#include "backend/base/rng.h"
#include "backend/check/report.h"
#include "backend/maelstrom/message.h"

#include <memory>
#include <optional>

namespace sb::maelstrom::test {

// One client's answer, or none in time.
enum class Ending : std::uint8_t { Ok, Refused, Unknown };

class Clients {
public:
    virtual ~Clients() = default;
    // The next request of a client that has none under way. `isLast`: the run is over, a last look.
    [[nodiscard]] virtual Json next(std::size_t client, Instant now, Rng& rng, bool isLast) = 0;
    // `body` is null when there was no answer. After Unknown the client goes on as another one.
    virtual void ended(std::size_t client, Instant now, Ending ending, const Json* body) = 0;
    // Called once when everything is healed and had time to spread.
    virtual void settled(Instant) { }
    [[nodiscard]] virtual check::Report judge() = 0;
    // Requests that were answered with ok.
    [[nodiscard]] std::size_t done() const { return m_done; }

protected:
    std::size_t m_done = 0;
};

[[nodiscard]] std::unique_ptr<Clients> makeClients(Workload workload, std::size_t count);
// In transaction_clients.cpp.
[[nodiscard]] std::unique_ptr<Clients> makeTransactionClients(Workload workload, std::size_t count);

} // namespace sb::maelstrom::test
