// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for a spreadsheet, by RFC 4180: a row a line, fields with commas, quotes or line ends quoted.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sb {

[[nodiscard]] QString csvText(const QList<QStringList>& rows);

} // namespace sb
