// SPDX-License-Identifier: GPL-3.0-or-later
// One workload's requests in terms of the engines. A service is handed requests that are well formed
// (message.h) and answers each of them once.
//   unique-ids    the position (origin, incarnation, seq) of a row committed for the purpose
//   broadcast,    one row for each element, written once and replicated; `topology` is answered and ignored,
//   g-set         for replication has paths of its own
//   pn-counter    two cells for each node, of what it added and what it took away, of which the larger wins
//   kafka         rows (key, offset) written by the one node that owns the key; committed offsets are cells
//                 of which the larger wins, so a listing elsewhere may be old, and is then lower
//   lin-kv        one item of the strong table for each key
//   txn-*         one item of the strong table for the whole state, changed by one compare-and-set for each
//                 group of transactions that waited together: strict serializable, and everybody in one queue
// Thread: that of the node.
#pragma once

#include "backend/maelstrom/core.h"

#include <memory>
#include <optional>

namespace sb::maelstrom {

class Service {
public:
    virtual ~Service() = default;
    // The one node that can do the request; nothing: this one, or any node with a member of the strong table.
    [[nodiscard]] virtual std::optional<std::size_t> doerOf(const Request&) const { return std::nullopt; }
    virtual void handle(Request request) = 0;
};

[[nodiscard]] bool isReplicated(Workload workload);
[[nodiscard]] bool isStrong(Workload workload);
[[nodiscard]] std::unique_ptr<Service> makeService(Workload workload, Core& core);

// In service_strong.cpp.
[[nodiscard]] std::unique_ptr<Service> makeRegisters(Core& core);
[[nodiscard]] std::unique_ptr<Service> makeTransactions(Core& core, const std::string& item);

} // namespace sb::maelstrom
