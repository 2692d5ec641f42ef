// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decision_words.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <sstream>

namespace sb {

namespace {

struct Decisions {
    Q_DECLARE_TR_FUNCTIONS(sb::Decisions)
};

constexpr std::size_t kIndent = 2; // blanks for each level of the engine's text

bool startsWith(const std::string& text, const char* begin)
{
    return text.rfind(begin, 0) == 0;
}

} // namespace

bool isStruckOut(CandidateVerdict verdict)
{
    return verdict == CandidateVerdict::Unhealthy || verdict == CandidateVerdict::HeldOut
        || verdict == CandidateVerdict::OutsideRamp;
}

QString decisionReason(const DecisionView& decision, const WorldDescription& world)
{
    const QString reason = wordFor(decision.reason);
    for (const CandidateView& candidate : decision.candidates) {
        const QString name = regionName(world, candidate.region);
        if (candidate.verdict == CandidateVerdict::Unhealthy)
            //: reason of a decision, then the region that was struck out because its health check is red
            return Decisions::tr("%1, %2 red").arg(reason, name);
        if (candidate.verdict == CandidateVerdict::HeldOut)
            return Decisions::tr("%1, %2 held out").arg(reason, name);
        if (candidate.verdict == CandidateVerdict::OutsideRamp)
            return Decisions::tr("%1, %2 ramping").arg(reason, name);
        if (candidate.verdict == CandidateVerdict::Chosen)
            break;
    }
    return reason;
}

QString decisionQuestion(const DecisionView& decision, const WorldDescription& world)
{
    if (!decision.answer.isValid())
        return Decisions::tr("Why no answer for %1?").arg(cityName(world, decision.city));
    return Decisions::tr("Why %1 for %2?")
        .arg(regionName(world, decision.answer), cityName(world, decision.city));
}

QString decisionRule(const DecisionView& decision)
{
    return Decisions::tr("Rule: %1. The answer is kept for %2.")
        .arg(wordFor(decision.reason), formatDuration(decision.ttl));
}

QString counterfactual(const DecisionView& decision, const WorldDescription& world)
{
    if (!decision.ifAllHealthy.isValid() || decision.ifAllHealthy == decision.answer)
        return Decisions::tr("With everything healthy: the same.");
    const QString name = regionName(world, decision.ifAllHealthy);
    QString roundTrip;
    bool isAloneOut = false;
    for (const CandidateView& candidate : decision.candidates) {
        if (candidate.region != decision.ifAllHealthy)
            continue;
        roundTrip = formatDuration(candidate.roundTrip);
        isAloneOut = candidate.verdict == CandidateVerdict::Unhealthy
            && std::count_if(decision.candidates.begin(), decision.candidates.end(),
                   [](const CandidateView& other) { return isStruckOut(other.verdict); })
                == 1;
    }
    if (roundTrip.isEmpty())
        return Decisions::tr("With everything healthy: %1.").arg(name);
    //: the first and the second name are the same region
    return (isAloneOut ? Decisions::tr("With %1 healthy: %1, %2.")
                       : Decisions::tr("With everything healthy: %1, %2."))
        .arg(name, roundTrip);
}

std::vector<TrialLine> explanationLines(const std::string& text)
{
    std::vector<TrialLine> lines;
    std::istringstream stream(text);
    for (std::string words; std::getline(stream, words);) {
        const std::size_t begin = words.find_first_not_of(' ');
        if (begin == std::string::npos)
            continue;
        TrialLine line;
        line.depth = static_cast<int>(begin / kIndent);
        words.erase(0, begin);
        const bool isCandidate = startsWith(words, "> ") || startsWith(words, "- ");
        line.isChosen = startsWith(words, "> ");
        if (isCandidate) {
            words.erase(0, 2);
            if (const std::size_t why = words.find("; "); why != std::string::npos) {
                line.why = words.substr(why + 2);
                words.resize(why);
            }
            line.isStruck = line.why.find("struck out: ") != std::string::npos
                || line.why.find("backed out: ") != std::string::npos;
        }
        line.text = std::move(words);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace sb
