// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drill_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace sb {
namespace {

struct Drills {
    Q_DECLARE_TR_FUNCTIONS(sb::Drills)
};

QString shellWord(const QString& word)
{
    static const QRegularExpression kPlain(QStringLiteral("^[A-Za-z0-9_./:@%+=,-]+$"));
    if (kPlain.match(word).hasMatch())
        return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''"))
        + QLatin1Char('\'');
}

} // namespace

QString wordFor(DrillDifficulty difficulty)
{
    switch (difficulty) {
    case DrillDifficulty::Unsaid:
        return {};
    case DrillDifficulty::Easy:
        //: of a drill
        return Drills::tr("easy");
    case DrillDifficulty::Medium:
        //: of a drill
        return Drills::tr("medium");
    case DrillDifficulty::Hard:
        //: of a drill
        return Drills::tr("hard");
    }
    return {};
}

QString wordFor(DrillStepState state)
{
    switch (state) {
    case DrillStepState::Due:
        //: a step of a drill whose time has not come
        return Drills::tr("due");
    case DrillStepState::Done:
        return Drills::tr("done");
    case DrillStepState::Refused:
        return Drills::tr("refused");
    }
    return {};
}

StateShape shapeOf(DrillStepState state)
{
    switch (state) {
    case DrillStepState::Due:
        return StateShape::Unknown;
    case DrillStepState::Done:
        return StateShape::Ok;
    case DrillStepState::Refused:
        return StateShape::Failed;
    }
    return StateShape::Unknown;
}

QString wordOf(const DrillCheckView& check)
{
    if (check.isJudged)
        return check.passes ? Drills::tr("passed") : Drills::tr("failed");
    //: a check of a drill, before its end
    return check.passes ? Drills::tr("passes so far") : Drills::tr("not yet");
}

StateShape shapeOf(const DrillCheckView& check)
{
    if (!check.isJudged)
        return check.passes ? StateShape::Ok : StateShape::Unknown;
    return check.passes ? StateShape::Ok : StateShape::Failed;
}

QString commandLineOf(const QString& path, std::optional<quint64> seed)
{
    QString line = QStringLiteral("signalbox run ") + shellWord(path);
    if (seed)
        line += QStringLiteral(" --seed %1").arg(*seed);
    return line;
}

QString fileNameFor(const QString& title)
{
    static const QRegularExpression kOther(QStringLiteral("[^\\p{L}\\p{M}\\p{N}]+"));
    QString name = title.toLower().replace(kOther, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    name.truncate(60);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("drill") : name;
}

QString freePathIn(const QString& folder, const QString& name, const QString& text, const QString& own)
{
    const QByteArray bytes = text.toUtf8();
    for (int n = 1;; ++n) {
        const QString path = n == 1 ? QStringLiteral("%1/%2.toml").arg(folder, name)
                                    : QStringLiteral("%1/%2-%3.toml").arg(folder, name, QString::number(n));
        QFile file(path);
        if (path == own || !file.exists() || (file.open(QIODevice::ReadOnly) && file.readAll() == bytes))
            return path;
    }
}

bool isShipped(const QString& path)
{
    return path.startsWith(
        QLatin1String(kShippedPrefix.data(), static_cast<qsizetype>(kShippedPrefix.size())));
}

} // namespace sb
