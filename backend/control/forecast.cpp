// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/forecast.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/incident/report.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sb {
namespace {

constexpr auto kTellEvery = std::chrono::milliseconds { 20 }; // of wall time

// What the workers share.
struct Shared {
    const ForecastRequest& request;
    std::vector<FutureView> futures; // each written by one worker
    std::vector<std::uint64_t> presents; // hash that each found
    std::atomic<std::size_t> next { 0 };
    std::atomic<std::int64_t> secondsDone { 0 };
    std::atomic<bool> isStopped { false };
    const ForecastProgress* onCaller = nullptr; // while the first past is run on the caller's thread
    std::mutex mutex; // guards what follows
    std::condition_variable ended;
    int running = 0;
    std::optional<Error> error;

    void fail(Error what)
    {
        const std::lock_guard lock(mutex);
        if (!error)
            error = std::move(what);
        isStopped = true;
    }
    [[nodiscard]] double share() const
    {
        const std::int64_t whole
            = request.futures * (request.present.at - kStart + request.horizon).count() / 1'000'000;
        return std::min(
            1.0, static_cast<double>(secondsDone) / static_cast<double>(std::max<std::int64_t>(1, whole)));
    }
    void tell(const ForecastProgress& progress)
    {
        if (progress && !isStopped && !progress(share()))
            fail({ Errc::Cancelled, "the forecast was cancelled" });
    }
};

std::vector<std::string> regionsOf(const Command& command)
{
    std::vector<std::string> codes;
    std::visit(
        [&](const auto& c) {
            if constexpr (requires { c.region; })
                codes.push_back(c.region);
            if constexpr (requires { c.peer; })
                codes.push_back(c.peer);
        },
        command);
    std::erase(codes, std::string());
    return codes;
}

// One World from its beginning to the horizon of one future.
class FutureRun {
public:
    FutureRun(Shared& shared, std::size_t number)
        : m_shared(shared)
        , m_request(shared.request)
        , m_number(number)
    {
    }

    Result<> toPresent();
    [[nodiscard]] Result<> check() const
    {
        for (const Command& command : m_request.commands)
            if (const auto checked = m_simulation->check(command); !checked)
                return fail(checked.error().code,
                    "'" + formatCommand(command) + "' would be refused: " + checked.error().what);
        return {};
    }
    Result<> toHorizon();
    // Of weights: each region's share of the cities' resolvers now and then.
    [[nodiscard]] std::string effectOf(const Command& command) const;

private:
    bool wants(Instant now);
    Result<> advanceTo(Instant until)
    {
        return advance(
            *m_simulation, nullptr, until, until, [this](Instant now, Instant) { return wants(now); });
    }
    void begin();
    void read(FutureView& view);
    void readIncidents(FutureView& view) const;

    Shared& m_shared;
    const ForecastRequest& m_request;
    std::size_t m_number;
    std::unique_ptr<Simulation> m_simulation;
    std::vector<Event> m_events;
    Instant m_counted = kStart; // of secondsDone
    // At the present:
    std::size_t m_eventsBefore = 0;
    Shoppers::Counters m_shoppersBefore;
    std::uint64_t m_refusedBefore = 0, m_oversoldBefore = 0;
    int m_peak = 0;
};

bool FutureRun::wants(Instant now)
{
    m_shared.secondsDone += (now - m_counted).count() / 1'000'000;
    m_counted += Duration { (now - m_counted).count() / 1'000'000 * 1'000'000 };
    if (m_shared.onCaller != nullptr)
        m_shared.tell(*m_shared.onCaller);
    for (std::uint8_t r = 0; m_eventsBefore > 0 && r < m_simulation->regionCount(); ++r)
        m_peak = std::max(m_peak, m_simulation->loadPerMille(RegionId { r }));
    return !m_shared.isStopped;
}

std::string FutureRun::effectOf(const Command& command) const
{
    const auto* weights = std::get_if<SetWeights>(&command);
    if (weights == nullptr)
        return {};
    const auto percent = [](std::int64_t perMillion) {
        const std::int64_t tenths = (perMillion + 500) / 1'000;
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
    };
    std::string text = "once every DNS edge has them, the weights give of the cities' resolvers";
    const auto shares = m_simulation->sharesWith(*weights);
    for (std::size_t i = 0; i < shares.size(); ++i)
        text += (i == 0 ? " " : ", ") + m_simulation->description().regions[i].name + " "
            + percent(shares[i].after) + " (" + percent(shares[i].before) + " now)";
    return text;
}

Result<> FutureRun::toPresent()
{
    auto simulated = simulateTo(
        m_request.present, [this](Instant now, Instant) { return wants(now); },
        [this](const Event& event) { m_events.push_back(event); });
    if (!simulated)
        return tl::make_unexpected(simulated.error());
    m_simulation = std::move(*simulated);
    m_shared.presents[m_number] = m_simulation->world().stateHash();
    return {};
}

void FutureRun::begin()
{
    World& world = m_simulation->world();
    world.reseed(hashCombine(mix64(m_request.seed), m_number) | 1);
    m_eventsBefore = m_events.size();
    m_shoppersBefore = m_simulation->shoppers().counters();
    for (std::uint8_t r = 0; r < m_simulation->regionCount(); ++r)
        m_refusedBefore += m_simulation->region(RegionId { r }).counters().refusedBusy;
    m_oversoldBefore = m_simulation->stockAudit().totals().oversold;
    std::uint64_t id = m_request.present.inputs.size();
    for (const Command& command : m_request.commands)
        m_simulation->execute(command, Actor::Operator, CommandId { ++id });
}

Result<> FutureRun::toHorizon()
{
    begin();
    if (const auto done = advanceTo(m_request.present.at + m_request.horizon); !done)
        return done;
    read(m_shared.futures[m_number]);
    return {};
}

void FutureRun::read(FutureView& view)
{
    const Shoppers::Counters& now = m_simulation->shoppers().counters();
    view.requests = now.calls - m_shoppersBefore.calls;
    view.failedRequests = now.failed - m_shoppersBefore.failed;
    for (std::uint8_t r = 0; r < m_simulation->regionCount(); ++r)
        view.refusedRequests += m_simulation->region(RegionId { r }).counters().refusedBusy;
    view.refusedRequests -= m_refusedBefore;
    view.oversoldUnits = m_simulation->stockAudit().totals().oversold - m_oversoldBefore;
    view.peakLoadPerMille = m_peak;
    view.stateHash = m_simulation->world().stateHash();
    const Instant present = m_request.present.at;
    for (std::size_t i = m_eventsBefore; i < m_events.size(); ++i) {
        const EventKind kind = m_events[i].kind;
        view.isCapacityExceeded |= kind == EventKind::CapacityExceeded;
        const bool isAlarm = kind == EventKind::HealthRed || kind == EventKind::ReplicationStalled
            || kind == EventKind::SloBreached;
        if (isAlarm && !view.isDetected) {
            view.isDetected = true;
            view.detectedAfter = m_events[i].at - present;
        }
    }
    readIncidents(view);
}

// Of incidents that reach into the future: an interruption that began before counts from its beginning.
void FutureRun::readIncidents(FutureView& view) const
{
    const Instant present = m_request.present.at;
    const Instant end = present + m_request.horizon;
    for (const IncidentReport& incident : deriveReport(m_events).incidents) {
        if (incident.endIndex <= m_eventsBefore)
            continue;
        const bool isPast = incident.restored.isKnown() && incident.restored.at < present;
        const bool isBreached = incident.errorShareMax >= 0;
        if (incident.impact.isKnown() && isBreached && !isPast) {
            view.isInterrupted = true;
            view.isRestored = view.isRestored && incident.restored.isKnown();
            const Duration rto
                = incident.restored.isKnown() ? incident.rto().length() : end - incident.impact.at;
            view.rto = std::max(view.rto, rto);
        }
        for (const WriteAtRiskRecord& write : incident.writes) {
            if (write.listed.at < present)
                continue;
            ++view.writesAtRisk;
            view.writesLost += write.outcome == WriteOutcome::Lost ? 1 : 0;
            view.moneyAtRiskCents += write.amount.cents;
            view.oldestAtRisk = std::max(view.oldestAtRisk, incident.cutOf(write).at - write.committedAt);
        }
    }
}

// Takes futures until none is left. `first` has come to the present already, as number 0; may be null.
void work(Shared& shared, FutureRun* first)
{
    if (first != nullptr) {
        if (const auto done = first->toHorizon(); !done)
            shared.fail(done.error());
    }
    for (;;) {
        const std::size_t number = shared.next++;
        if (shared.isStopped || number >= shared.futures.size())
            return;
        FutureRun run(shared, number);
        auto done = run.toPresent();
        if (done)
            done = run.toHorizon();
        if (!done)
            shared.fail(done.error());
    }
}

// Whoever asked is told, and may cancel, on the thread that asked: it only waits meanwhile.
void workTogether(Shared& shared, FutureRun& first, const ForecastProgress& progress)
{
    shared.running = std::min(shared.request.workers, shared.request.futures);
    std::vector<std::thread> helpers;
    for (int i = 0, count = shared.running; i < count; ++i)
        helpers.emplace_back([&shared, run = i == 0 ? &first : nullptr] {
            work(shared, run);
            const std::lock_guard lock(shared.mutex);
            --shared.running;
            shared.ended.notify_all();
        });
    for (;;) {
        std::unique_lock lock(shared.mutex);
        if (shared.ended.wait_for(lock, kTellEvery, [&] { return shared.running == 0; }))
            break;
        lock.unlock();
        shared.tell(progress);
    }
    for (std::thread& helper : helpers)
        helper.join();
}

void summarise(ForecastView& view)
{
    const auto over = [&](auto&& value, auto&& counts) {
        std::vector<std::int64_t> values;
        for (const FutureView& future : view.futures)
            if (counts(future))
                values.push_back(static_cast<std::int64_t>(value(future)));
        return spreadOf(std::move(values));
    };
    const auto all = [](const FutureView&) { return true; };
    using F = const FutureView&;
    view.failedRequests = over([](F f) { return f.failedRequests; }, all);
    view.refusedRequests = over([](F f) { return f.refusedRequests; }, all);
    view.writesAtRisk = over([](F f) { return f.writesAtRisk; }, all);
    view.writesLost = over([](F f) { return f.writesLost; }, all);
    view.moneyAtRiskCents = over([](F f) { return f.moneyAtRiskCents; }, all);
    view.oldestAtRiskMicros = over([](F f) { return f.oldestAtRisk.count(); }, all);
    view.oversoldUnits = over([](F f) { return f.oversoldUnits; }, all);
    view.peakLoadPerMille = over([](F f) { return f.peakLoadPerMille; }, all);
    view.rtoMicros = over([](F f) { return f.rto.count(); }, [](F f) { return f.isInterrupted; });
    view.detectedAfterMicros
        = over([](F f) { return f.detectedAfter.count(); }, [](F f) { return f.isDetected; });
    for (F future : view.futures) {
        view.interrupted += future.isInterrupted ? 1 : 0;
        view.restored += future.isInterrupted && future.isRestored ? 1 : 0;
        view.detected += future.isDetected ? 1 : 0;
        view.capacityExceeded += future.isCapacityExceeded ? 1 : 0;
    }
}

} // namespace

Result<std::unique_ptr<Simulation>> simulateTo(const PresentState& present, const ProgressFunction& progress,
    const std::function<void(const Event&)>& listen)
{
    auto created = Simulation::create(present.config, { .forcesMemoryStores = true });
    if (!created)
        return created;
    Simulation& simulation = **created;
    if (listen)
        simulation.log().listen(listen);
    simulation.begin();
    LoadedSession session { present.config, present.inputs, {}, {} };
    if (present.executed)
        session.end = SessionEnd { present.at, *present.executed, 0 };
    const auto misfit = applyJournal(simulation, session, nullptr, progress);
    if (!misfit)
        return tl::make_unexpected(misfit.error());
    if (const auto done = advance(simulation, nullptr, present.at, present.at, progress); !done)
        return tl::make_unexpected(done.error());
    if (*misfit != kNever || (present.stateHash && *present.stateHash != simulation.world().stateHash()))
        return fail(Errc::Corrupt,
            "configuration and journal do not lead to the present again; was the session recorded by this "
            "version?");
    return created;
}

Result<> checkForecast(const ForecastRequest& request)
{
    if (request.futures < 1 || request.futures > kForecastFuturesMax)
        return fail(Errc::BadInput,
            "futures: expected 1 to " + std::to_string(kForecastFuturesMax) + ", found "
                + std::to_string(request.futures));
    if (request.horizon < 1s || request.horizon > kForecastHorizonMax)
        return fail(Errc::BadInput,
            "horizon: expected 1s to " + durationText(kForecastHorizonMax) + ", found "
                + durationText(request.horizon));
    if (request.workers < 1)
        return fail(Errc::BadInput, "jobs: expected at least 1");
    const std::vector<std::string>& regions = request.present.config.regions;
    for (const Command& command : request.commands) {
        if (const auto valid = validate(command); !valid)
            return valid;
        for (const std::string& code : regionsOf(command))
            if (std::find(regions.begin(), regions.end(), code) == regions.end())
                return fail(Errc::UnknownName,
                    "this run has no region '" + code + "'; it has " + joined(regions, ", "));
    }
    return {};
}

Result<ForecastView> runForecast(const ForecastRequest& request, const ForecastProgress& progress)
{
    if (const auto checked = checkForecast(request); !checked)
        return tl::make_unexpected(checked.error());
    Shared shared { .request = request,
        .futures = std::vector<FutureView>(static_cast<std::size_t>(request.futures)),
        .presents = std::vector<std::uint64_t>(static_cast<std::size_t>(request.futures)) };
    shared.next = 1; // the first is run here
    shared.onCaller = &progress;
    FutureRun first(shared, 0);
    if (const auto done = first.toPresent(); !done)
        return tl::make_unexpected(shared.error ? *shared.error : done.error());
    if (const auto checked = first.check(); !checked)
        return tl::make_unexpected(checked.error());
    for (const Command& command : request.commands)
        if (const std::string effect = first.effectOf(command); !effect.empty() && request.tellEffect)
            request.tellEffect(effect);
    shared.onCaller = nullptr;
    workTogether(shared, first, progress);
    if (shared.error)
        return tl::make_unexpected(*shared.error);

    ForecastView view;
    std::vector<std::string> texts;
    for (const Command& command : request.commands)
        texts.push_back(formatCommand(command));
    view.command = joined(texts, "; ");
    view.from = request.present.at;
    view.horizon = request.horizon;
    view.presentHash = shared.presents.front();
    view.futures = std::move(shared.futures);
    for (const std::uint64_t hash : shared.presents)
        SB_ASSERT(hash == view.presentHash);
    summarise(view);
    return view;
}

int forecastWorkers()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()) - 1, 1, 2);
}

Result<PresentState> presentOf(const LoadedSession& session, std::optional<Instant> at)
{
    const Instant end = session.until();
    if (at && *at > end)
        return fail(Errc::BadInput,
            "--at: the session ends at " + durationText(end - kStart) + ", before "
                + durationText(*at - kStart));
    PresentState present { session.config, {}, at.value_or(end), {}, {} };
    for (const SessionInput& input : session.inputs)
        if (input.at <= present.at)
            present.inputs.push_back(input);
    if (!at && session.end) {
        present.executed = session.end->executed;
        present.stateHash = session.end->hash;
    }
    return present;
}

} // namespace sb
