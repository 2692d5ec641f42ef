// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/format.h"

#include "ui/theme/languages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace sb {

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

// The C locale leaves grouping out; people read grouped figures better in every locale.
QLocale numbers()
{
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return locale;
}

// The digits of the locale, where a text was made with those of the language C.
QString localDigits(QString text)
{
    const char16_t zero = QLocale().zeroDigit().at(0).unicode();
    if (zero == u'0')
        return text;
    for (QChar& c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            c = QChar(static_cast<char16_t>(zero + (c.unicode() - u'0')));
    }
    return text;
}

QDateTime calendar(UtcStart start, Instant at)
{
    const qint64 us = micros(at);
    const qint64 ms = us >= 0 ? us / 1000 : -((-us + 999) / 1000);
    return QDateTime::fromMSecsSinceEpoch(start.unixSeconds * 1000 + ms, Qt::UTC);
}

} // namespace

QString formatCount(qint64 count)
{
    return numbers().toString(count);
}

QString formatNumber(double value, int decimals)
{
    return numbers().toString(value, 'f', decimals);
}

QString formatRate(double hz)
{
    const int decimals = hz > 0 && hz < 9.95 ? 1 : 0;
    //: requests per second
    return Format::tr("%1 req/s").arg(formatNumber(hz, decimals));
}

QString formatPercent(double share, int decimals)
{
    //: a percentage
    return Format::tr("%1 %").arg(formatNumber(share * 100, decimals));
}

QString formatMs(double ms)
{
    //: milliseconds
    return Format::tr("%1 ms").arg(formatNumber(ms, ms > 0 && ms < 9.95 ? 1 : 0));
}

QString formatSeconds(double value)
{
    const double size = std::abs(value);
    //: seconds
    return Format::tr("%1 s").arg(formatNumber(value, size < 0.995 ? 2 : size < 9.95 ? 1 : 0));
}

QString formatMoney(Money amount, bool withCents)
{
    //: an amount in euro
    return Format::tr("€ %1").arg(formatNumber(static_cast<double>(amount.cents) / 100, withCents ? 2 : 0));
}

QString formatDuration(Duration duration)
{
    const qint64 ms = micros(duration) / 1000;
    if (ms < 1000)
        return Format::tr("%1 ms").arg(formatCount(ms));
    if (ms < 60'000)
        return formatSeconds(seconds(duration));
    const qint64 s = ms / 1000;
    const auto twoDigits
        = [](qint64 n) { return localDigits(QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0'))); };
    if (s < 3600) {
        if (s % 60 == 0)
            return Format::tr("%1 min").arg(formatCount(s / 60));
        //: minutes and seconds
        return Format::tr("%1 min %2 s").arg(formatCount(s / 60), twoDigits(s % 60));
    }
    const qint64 minutes = s / 60;
    if (minutes % 60 == 0)
        return Format::tr("%1 h").arg(formatCount(minutes / 60));
    //: hours and minutes
    return Format::tr("%1 h %2 min").arg(formatCount(minutes / 60), twoDigits(minutes % 60));
}

QString formatAge(Duration age)
{
    const auto whole = std::max(0s, std::chrono::duration_cast<std::chrono::seconds>(age));
    return whole < 1min ? Format::tr("%1 s").arg(formatCount(whole.count())) : formatStopwatch(whole);
}

QString formatStopwatch(Duration duration)
{
    const qint64 s = std::max<qint64>(0, micros(duration) / 1'000'000);
    const QLatin1Char zero('0');
    if (s < 3600)
        return localDigits(QStringLiteral("%1:%2").arg(s / 60, 2, 10, zero).arg(s % 60, 2, 10, zero));
    return localDigits(
        QStringLiteral("%1:%2:%3").arg(s / 3600).arg(s / 60 % 60, 2, 10, zero).arg(s % 60, 2, 10, zero));
}

QString formatClock(UtcStart start, Instant at, bool withHundredths)
{
    const QDateTime t = calendar(start, at);
    QString text = t.toString(QStringLiteral("HH:mm:ss"));
    if (withHundredths)
        text += QLocale().decimalPoint()
            + QStringLiteral("%1").arg(t.time().msec() / 10, 2, 10, QLatin1Char('0'));
    return localDigits(text);
}

QString formatDayClock(UtcStart start, Instant at)
{
    const QDateTime t = calendar(start, at);
    //: day of the week, time of day in UTC
    return Format::tr("%1 %2 UTC")
        .arg(QLocale().dayName(t.date().dayOfWeek(), QLocale::ShortFormat),
            localDigits(t.toString(QStringLiteral("HH:mm:ss"))));
}

QString formatSpeed(int speedPercent)
{
    if (speedPercent <= 0)
        //: as fast as possible
        return Format::tr("max");
    if (speedPercent == 25)
        return isolated(QStringLiteral("¼×"));
    return isolated(QStringLiteral("%1×").arg(formatCount(speedPercent / 100)));
}

namespace {

// The source language has no plural rules of its own, so one thing is worded apart; other languages use the
// rules of their translation for the rest. `many` holds the place of the grouped number.
QString counted(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : QString(many).replace(QLatin1Char('#'), formatCount(count));
}

int pluralNumber(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 2'000'000'000));
}

} // namespace

QString formatOrders(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 order"), Format::tr("# orders", nullptr, pluralNumber(count)));
}

QString formatRequests(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 request"), Format::tr("# requests", nullptr, pluralNumber(count)));
}

QString formatEvents(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 event"), Format::tr("# events", nullptr, pluralNumber(count)));
}

QString formatRegions(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 region"), Format::tr("# regions", nullptr, pluralNumber(count)));
}

QString formatChanges(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 change"), Format::tr("# changes", nullptr, pluralNumber(count)));
}

QString formatWrites(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 write"), Format::tr("# writes", nullptr, pluralNumber(count)));
}

QString formatOperations(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(
        count, Format::tr("1 operation"), Format::tr("# operations", nullptr, pluralNumber(count)));
}

QString formatSeeds(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 seed"), Format::tr("# seeds", nullptr, pluralNumber(count)));
}

QString formatCities(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 city"), Format::tr("# cities", nullptr, pluralNumber(count)));
}

QString formatRecords(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 record"), Format::tr("# records", nullptr, pluralNumber(count)));
}

QString formatErrors(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 error"), Format::tr("# errors", nullptr, pluralNumber(count)));
}

QString formatWarnings(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 warning"), Format::tr("# warnings", nullptr, pluralNumber(count)));
}

QString formatAlarms(qint64 count)
{
    //: keep the #, it becomes the number
    return counted(count, Format::tr("1 alarm"), Format::tr("# alarms", nullptr, pluralNumber(count)));
}

QString plainLabel(QString label)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\s*\\(&\\w\\)"));
    return label.remove(inBrackets).remove(QLatin1Char('&')).remove(QChar(0x2026));
}

QString formatWriteLabel(const RiskyWrite& write)
{
    if (write.order.isValid())
        return QStringLiteral("#") + formatCount(static_cast<qint64>(write.order.value));
    if (!write.customer.isValid() || write.label.rfind("cart", 0) != 0)
        return qs(write.label); // stock, posts, coupons
    //: a customer's cart, in a narrow column; %1 is the customer's number
    return Format::tr("cart %1").arg(write.customer.value);
}

} // namespace sb
