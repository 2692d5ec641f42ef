// SPDX-License-Identifier: GPL-3.0-or-later
// The world's data, compiled into the program: nothing is read from disk at run time, so a run never depends
// on the working folder. Stands at floor 0 and knows nothing of the engine; parsing is the business of the
// rooms. Tables are UTF-8 CSV: RFC 4180 quotes, no newlines inside fields, one header line, '\n' at the
// end of each line.
//
//   regions.csv         code,name,letter,city,country,latitude,longitude
//                       21 rows sorted by code; letter is A … Z and unique; degrees, north and east positive
//   region-rtt-ms.csv   from\to, then one column per region: median round trip in whole ms, row = from,
//                       column = to, both in the order of regions.csv; the diagonal is inside one region
//   cities.csv          name,country,latitude,longitude,population — 300 rows, largest first
//   countries.csv       country,continent — 249 rows sorted by country; ISO 3166-1 alpha-2, and the
//                       continent as AF AN AS EU NA OC SA
//   subdivisions.csv    city,country,subdivision — the second half of the ISO 3166-2 code for the cities
//                       above in countries whose subdivisions the DNS distinguishes (US, UA)
//   books.csv           id,title,author,birth_year,death_year,category,language,price_cents,stock,popularity,
//                       description — 937 rows, most popular first; years may be empty, negative is BC;
//                       popularity is a weight >= 1 (downloads of a month)
//   plans/*.toml        the recovery plans that every run knows (docs/plans.md)
//   drills/*.toml       the drills that come with the program (docs/drills.md), and in zones/ what they name
//
// Thread: any; the texts live as long as the program.
#pragma once

#include <string_view>
#include <vector>

namespace sb {

// The whole text of a file by its name above. An unknown name is a programmer's error and ends the process.
[[nodiscard]] std::string_view resource(std::string_view name);

// Every name that resource() knows, sorted.
[[nodiscard]] std::vector<std::string_view> resourceNames();

} // namespace sb
