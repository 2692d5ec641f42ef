// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_image.h"

#include <algorithm>

namespace sb {

StoreImage imageOf(Store& store)
{
    StoreImage image;
    for (int table = 0; table < kTableCount; ++table) {
        store.forEach(static_cast<Table>(table), [&](const Key& key, const Item& item) {
            image.rows.push_back({ key, item });
        });
        image.digests[static_cast<std::size_t>(table)] = store.digest(static_cast<Table>(table));
    }
    image.logs = store.logs();
    for (const LogBounds& log : image.logs) {
        for (std::uint64_t seq = log.begin; seq < log.end; ++seq) {
            const LogEntry* entry = store.logEntry(log.id, seq);
            SB_ASSERT(entry != nullptr);
            image.entries.push_back(*entry);
        }
    }
    for (int note = 0; note < kStoreNoteCount; ++note)
        image.notes[static_cast<std::size_t>(note)] = store.note(static_cast<StoreNote>(note));
    return image;
}

void restore(Store& store, const StoreImage& image)
{
    store.clear();
    for (const Row& row : image.rows)
        store.put(row.key, row.item);
    auto entry = image.entries.begin();
    for (const LogBounds& log : image.logs) {
        store.startLog(log.id, log.begin);
        for (std::uint64_t seq = log.begin; seq < log.end; ++seq, ++entry)
            store.append(*entry);
    }
    for (int note = 0; note < kStoreNoteCount; ++note)
        store.setNote(static_cast<StoreNote>(note), image.notes[static_cast<std::size_t>(note)]);
}

bool holds(const Store& store, const StoreImage& image)
{
    for (int table = 0; table < kTableCount; ++table)
        if (store.digest(static_cast<Table>(table)) != image.digests[static_cast<std::size_t>(table)])
            return false;
    for (int note = 0; note < kStoreNoteCount; ++note)
        if (store.note(static_cast<StoreNote>(note)) != image.notes[static_cast<std::size_t>(note)])
            return false;
    return store.logs() == image.logs;
}

bool endsLater(const Store& store, const std::vector<LogBounds>& then)
{
    return std::any_of(store.logs().begin(), store.logs().end(), [&](const LogBounds& now) {
        const auto before
            = std::find_if(then.begin(), then.end(), [&](const LogBounds& log) { return log.id == now.id; });
        return before == then.end() ? now.end > 1 : now.end > before->end;
    });
}

} // namespace sb
