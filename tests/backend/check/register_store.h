// SPDX-License-Identifier: GPL-3.0-or-later
// A register store with clients under a random schedule, right or wrong in one chosen way, that records the
// history its clients see. Each operation is invoked, takes effect and is answered at different steps.
#pragma once

#include "backend/base/rng.h"
#include "backend/check/history.h"

#include <map>
#include <vector>

namespace sb::check::test {

enum class RegisterFault {
    None,
    StaleRead, // some reads return the value before the last
    LostWrite, // some writes are acknowledged and dropped
    LateWrite, // some writes take effect only after they were acknowledged
    BlindCas, // compare-and-set does not compare
    GhostOfFailure, // some writes that were refused take effect all the same
};

struct RegisterShape {
    std::uint32_t processes = 5;
    std::size_t operations = 200;
    std::uint64_t keys = 3;
    std::uint32_t infoPpm = 20'000; // answers that never arrive
    std::uint32_t faultPpm = 100'000; // operations that the fault hits
};

class RegisterStore {
public:
    RegisterStore(std::uint64_t seed, RegisterShape shape, RegisterFault fault)
        : m_rng(Rng(seed).fork("registers"))
        , m_shape(shape)
        , m_fault(fault)
    {
    }

    History run()
    {
        m_clients.resize(m_shape.processes);
        for (Client& client : m_clients)
            client.process = ProcessId { m_nextProcess++ };
        while (m_recorder.history().size() < m_shape.operations || m_busy > 0) {
            m_now += m_rng.below(3); // now and then two events share an instant
            step(m_clients[m_rng.below(m_clients.size())]);
        }
        return m_recorder.history();
    }

private:
    enum class Stage { Idle, Invoked, Applied, Late };
    struct Client {
        ProcessId process;
        Stage stage = Stage::Idle;
        std::size_t operation = 0;
        Value result = kNil;
        bool isRefused = false;
    };
    struct Register {
        Value value = kNil;
        Value before = kNil;
        void set(Value next)
        {
            before = value;
            value = next;
        }
    };

    [[nodiscard]] bool isHit(RegisterFault fault)
    {
        return m_fault == fault && m_rng.chance(m_shape.faultPpm);
    }

    void step(Client& client)
    {
        switch (client.stage) {
        case Stage::Idle:
            if (m_recorder.history().size() < m_shape.operations)
                invoke(client);
            return;
        case Stage::Invoked:
            apply(client);
            return;
        case Stage::Applied:
            answer(client);
            return;
        case Stage::Late:
            applyTo(client, m_recorder.history()[client.operation]);
            finish(client);
            return;
        }
    }

    void invoke(Client& client)
    {
        Operation operation { .process = client.process,
            .key = KeyId { m_rng.below(m_shape.keys) },
            .invoked = atMicros(static_cast<std::int64_t>(m_now)) };
        const std::uint64_t dice = m_rng.below(10);
        operation.kind = dice < 5 ? OpKind::Read : dice < 8 ? OpKind::Write : OpKind::Cas;
        if (operation.kind != OpKind::Read)
            operation.argument = m_nextValue++;
        // A guess at the present value, or few compare-and-sets would ever succeed.
        if (operation.kind == OpKind::Cas)
            operation.expected = m_registers[operation.key].value;
        client.operation = m_recorder.invoke(operation);
        client.stage = Stage::Invoked;
        client.isRefused = false;
        ++m_busy;
    }

    void apply(Client& client)
    {
        const Operation& operation = m_recorder.history()[client.operation];
        client.stage = Stage::Applied;
        if (operation.kind == OpKind::Write && m_rng.chance(20'000)) {
            client.isRefused = true;
            if (!isHit(RegisterFault::GhostOfFailure))
                return;
        }
        applyTo(client, operation);
    }

    void applyTo(Client& client, const Operation& operation)
    {
        Register& slot = m_registers[operation.key];
        if (operation.kind == OpKind::Read) {
            client.result = isHit(RegisterFault::StaleRead) ? slot.before : slot.value;
        } else if (operation.kind == OpKind::Cas) {
            client.isRefused = slot.value != operation.expected && !isHit(RegisterFault::BlindCas);
            if (!client.isRefused)
                slot.set(operation.argument);
        } else if (isHit(RegisterFault::LateWrite) && client.stage == Stage::Applied) {
            client.stage = Stage::Late;
            m_recorder.ok(client.operation, atMicros(static_cast<std::int64_t>(m_now)));
        } else if (!isHit(RegisterFault::LostWrite)) {
            slot.set(operation.argument);
        }
    }

    void answer(Client& client)
    {
        const Instant now = atMicros(static_cast<std::int64_t>(m_now));
        if (m_rng.chance(m_shape.infoPpm))
            client.process = ProcessId { m_nextProcess++ }; // the old one waits for ever
        else if (client.isRefused)
            m_recorder.fail(client.operation, now);
        else
            m_recorder.ok(client.operation, now, client.result);
        finish(client);
    }

    void finish(Client& client)
    {
        client.stage = Stage::Idle;
        client.result = kNil;
        --m_busy;
    }

    Rng m_rng;
    RegisterShape m_shape;
    RegisterFault m_fault;
    std::uint64_t m_now = 0;
    std::uint32_t m_nextProcess = 0;
    Value m_nextValue = 1;
    std::size_t m_busy = 0;
    std::vector<Client> m_clients;
    std::map<KeyId, Register> m_registers;
    Recorder m_recorder;
};

inline History registerHistory(
    std::uint64_t seed, RegisterShape shape = {}, RegisterFault fault = RegisterFault::None)
{
    return RegisterStore(seed, shape, fault).run();
}

} // namespace sb::check::test
