// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery plans in a World: what they see of it, what they order of it, and the commands about them.
#include "backend/base/text.h"
#include "backend/control/sampler.h"
#include "resources/resources.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::array<std::string_view, 3> kKnownPlans { "plans/fail-back.toml", "plans/failover.toml",
    "plans/switchover.toml" };

Result<std::vector<Plan>> plansOf(const RunConfig& config)
{
    std::vector<std::string_view> known;
    for (const std::string_view name : kKnownPlans)
        known.push_back(resource(name));
    return plansOfRun(known, config.plansToml);
}

} // namespace

class Simulation::PlanDesk final : public PlanHost {
public:
    explicit PlanDesk(Simulation& simulation)
        : m_sim(simulation)
    {
    }

    const std::vector<std::string>& regions() const override { return m_sim.m_codes; }
    Result<> check(const Command& command) const override { return m_sim.check(command); }
    Result<EventSeq> execute(const Command& command, Actor actor, EventSeq cause) override;
    PlanRegionFacts region(RegionId id) const override;
    PlanLinkFacts link(RegionId source, RegionId target) const override;
    PlanServiceFacts service() const override;
    std::optional<bool> control(const std::string& name) const override;
    PlanCopyDifference compare(RegionId id) const override;

private:
    [[nodiscard]] bool isInReach(std::size_t index) const
    {
        return !m_sim.m_regions[index].engine->condition().isDown
            && m_sim.m_membership->isMember(RegionId { static_cast<std::uint8_t>(index) });
    }

    Simulation& m_sim;
};

Result<EventSeq> Simulation::PlanDesk::execute(const Command& command, Actor actor, EventSeq cause)
{
    const auto possible = m_sim.check(command);
    const std::string plan = m_sim.m_planRunner->running();
    const EventSeq seq
        = m_sim.carryOut(command, actor, "plan " + plan, "Plan '" + plan + "' orders: ", cause);
    return possible ? Result<EventSeq>(seq) : tl::make_unexpected(possible.error());
}

PlanRegionFacts Simulation::PlanDesk::region(RegionId id) const
{
    const RegionParts& parts = m_sim.m_regions[id.value];
    const FailBackController::Progress& progress = m_sim.m_failBack->progress(id);
    const WriteFence::Status& fence = m_sim.m_fence->status(id);
    PlanRegionFacts facts;
    facts.isHealthy = m_sim.m_health->status(id).isHealthy;
    facts.isInService = progress.phase == RecoveryPhase::InService
        && m_sim.m_failBack->admission()[id.value].rampPerMille == 1000;
    facts.isFailingBack = progress.phase != RecoveryPhase::InService && progress.phase != RecoveryPhase::Held;
    facts.wasFailBackAborted = progress.wasAborted;
    facts.failBackDetail = progress.detail;
    facts.isFenced = fence.isFenced;
    facts.isFenceComplete = fence.isFenced && fence.isComplete;
    facts.answersPerMille = m_sim.m_watch->sharesPerMille()[id.value];
    facts.errorsPerMille = m_sim.m_sampler->region(id).errorPerMille;
    facts.dialPercent = m_sim.m_steering.shifts->dialPercent(id);
    facts.admittedPerMille = m_sim.m_steering.admissions->combined()[id.value].perMille();
    facts.writes = parts.engine->counters().writes;
    const LogId own = parts.replica->ownLog();
    for (std::size_t i = 0; i < m_sim.m_regions.size(); ++i) {
        if (i != id.value && isInReach(i))
            facts.unshipped = std::max(
                facts.unshipped, parts.replica->position(own) - m_sim.m_regions[i].replica->position(own));
    }
    facts.requestsHz = m_sim.m_sampler->region(id).requestsHz;
    facts.capacityHz = parts.engine->config().capacityHz;
    return facts;
}

PlanLinkFacts Simulation::PlanDesk::link(RegionId source, RegionId target) const
{
    const Replicator& from = *m_sim.m_regions[source.value].replicator;
    const Replicator& to = *m_sim.m_regions[target.value].replicator;
    return { m_sim.m_watch->lag(source, target), from.isPaused() || to.isPaused(),
        m_sim.m_network->link(source, target).isCut || from.isDown() || to.isDown() };
}

PlanServiceFacts Simulation::PlanDesk::service() const
{
    const IncidentView& incident = m_sim.m_incident->view();
    return { m_sim.m_config.profile == DataProfile::Hardened, m_sim.m_incident->windowErrorPerMille(),
        m_sim.m_config.errorObjectivePerMille, m_sim.m_codes[m_sim.m_blog->writer().value],
        incident.isOpen ? incident.impactAt : kNever };
}

std::optional<bool> Simulation::PlanDesk::control(const std::string& name) const
{
    const auto isOn = m_sim.m_steering.cluster->isOn(name);
    return isOn ? std::optional<bool>(*isOn) : std::nullopt;
}

PlanCopyDifference Simulation::PlanDesk::compare(RegionId id) const
{
    PlanCopyDifference found;
    const CopyDigest ours = m_sim.m_regions[id.value].replica->copyDigest();
    BucketSet unequal;
    for (std::size_t i = 0; i < m_sim.m_regions.size(); ++i) {
        if (i == id.value || !isInReach(i))
            continue;
        const CopyComparison both = compareCopies(ours, m_sim.m_regions[i].replica->copyDigest());
        ++found.regionsCompared;
        found.bucketsCompared += static_cast<int>(both.compared.count());
        found.bucketsInFlux += static_cast<int>(kBucketCount - both.compared.count());
        unequal |= both.unequal;
    }
    found.bucketsUnequal = static_cast<int>(unequal.count());
    found.unequalTables = tablesOf(unequal);
    const RpoLedger::AtRisk risk = m_sim.m_ledger->atRisk(id);
    const OrphanSet& orphans = m_sim.m_membership->orphans(id);
    found.onlyHere = risk.operations + orphans.entries.size();
    found.onlyHereText = groupedText(static_cast<std::int64_t>(found.onlyHere)) + " writes, of them "
        + groupedText(static_cast<std::int64_t>(risk.orders + orphans.orders)) + " orders worth "
        + moneyText(risk.money + orphans.money);
    return found;
}

// After everything that plans look at.
Result<> Simulation::buildPlans()
{
    auto plans = plansOf(m_config);
    if (!plans)
        return tl::make_unexpected(plans.error());
    std::vector<std::string> own;
    for (const std::string& text : m_config.plansToml)
        own.push_back(parsePlan(text, "plan")->name);
    m_planDesk = std::make_unique<PlanDesk>(*this);
    m_planRunner
        = std::make_unique<PlanRunner>(m_world, m_log, *m_planDesk, std::move(*plans), std::move(own));
    m_planRunner->connect(m_world.add(*m_planRunner));
    return {};
}

std::optional<Result<>> Simulation::checkPlan(const Command& command) const
{
    if (const auto* start = std::get_if<StartPlan>(&command))
        return m_planRunner->check(*start);
    if (const auto* order = std::get_if<PlanOrder>(&command))
        return m_planRunner->check(*order);
    return std::nullopt;
}

void Simulation::performPlan(const Command& command, Actor actor, EventSeq cause)
{
    if (const auto* start = std::get_if<StartPlan>(&command))
        m_planRunner->start(*start, actor, cause);
    else if (const auto* order = std::get_if<PlanOrder>(&command))
        m_planRunner->order(*order, actor, cause);
}

std::optional<Command> Simulation::afterCrash() const
{
    if (m_planRunner->running().empty())
        return std::nullopt;
    return PlanOrder { PlanVerb::AfterCrash, m_planRunner->running(), {} };
}

} // namespace sb
