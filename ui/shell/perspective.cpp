// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/perspective.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

namespace sb {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sb::Perspective)
};

} // namespace

QString toText(const Arrangement& arrangement)
{
    return QStringLiteral("page=%1 map=%2 side=%3 journal=%4")
        .arg(arrangement.page)
        .arg(arrangement.mapShare)
        .arg(arrangement.hasSide ? 1 : 0)
        .arg(arrangement.hasJournal ? 1 : 0);
}

std::optional<Arrangement> arrangementFrom(const QString& text)
{
    static const QRegularExpression kField(QStringLiteral("^([a-z]+)=([a-z0-9-]+)$"));
    QMap<QString, QString> fields;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QRegularExpressionMatch match = kField.match(word);
        if (!match.hasMatch() || fields.contains(match.captured(1)))
            return std::nullopt;
        fields.insert(match.captured(1), match.captured(2));
    }
    const auto isFlag = [&](const char* key) {
        const QString value = fields.value(QLatin1String(key));
        return value == QLatin1String("0") || value == QLatin1String("1");
    };
    bool isNumber = false;
    const int share = fields.value(QStringLiteral("map")).toInt(&isNumber);
    if (fields.size() != 4 || !fields.contains(QStringLiteral("page")) || !isNumber || share < 10
        || share > 90 || !isFlag("side") || !isFlag("journal"))
        return std::nullopt;
    return Arrangement { fields.value(QStringLiteral("page")), share,
        fields.value(QStringLiteral("side")) == QLatin1String("1"),
        fields.value(QStringLiteral("journal")) == QLatin1String("1") };
}

QList<Perspective> shippedPerspectives()
{
    const QString overview = QStringLiteral("overview");
    return {
        { QStringLiteral("watch"), Text::tr("&Watch"),
            Text::tr("The map wide, with charts and timeline below"), { overview, 64, false, false }, {} },
        { QStringLiteral("operate"), Text::tr("&Operate"),
            Text::tr("Routing, with the inspector and the decisions beside it"),
            { QStringLiteral("routing"), 59, true, false }, {} },
        { QStringLiteral("investigate"), Text::tr("&Investigate"),
            Text::tr("What happened, in which order: the timeline wide"), { overview, 34, false, false },
            QStringLiteral("incident") },
    };
}

} // namespace sb
