// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/geography.h"

#include <array>
#include <cstdlib>

namespace sb {
namespace {

// Fixed point: 2^30 is one; angles in radians times 2^30.
constexpr std::int64_t kOne = std::int64_t { 1 } << 30;
constexpr std::int64_t kHalfPi = 1'686'629'713;
constexpr std::int64_t kGain = 652'032'874; // product of cos(atan(2^-i)), times 2^30
constexpr std::array<std::int64_t, 30> kAtan { 843'314'857, 497'837'829, 263'043'837, 133'525'159, 67'021'687,
    33'543'516, 16'775'851, 8'388'437, 4'194'283, 2'097'149, 1'048'576, 524'288, 262'144, 131'072, 65'536,
    32'768, 16'384, 8'192, 4'096, 2'048, 1'024, 512, 256, 128, 64, 32, 16, 8, 4, 2 };

struct SinCos {
    std::int64_t sin, cos;
};

// Angle within ±90 degrees.
SinCos sinCos(std::int64_t angle)
{
    std::int64_t x = kGain, y = 0;
    for (std::size_t i = 0; i < kAtan.size(); ++i) {
        const std::int64_t dx = y >> i, dy = x >> i;
        if (angle >= 0) {
            x -= dx;
            y += dy;
            angle -= kAtan[i];
        } else {
            x += dx;
            y -= dy;
            angle += kAtan[i];
        }
    }
    return { y, x };
}

// Angle of (x, y) for x >= 0, and its length divided by the CORDIC gain undone.
struct Polar {
    std::int64_t angle, length;
};

Polar toPolar(std::int64_t x, std::int64_t y)
{
    std::int64_t angle = 0;
    for (std::size_t i = 0; i < kAtan.size(); ++i) {
        const std::int64_t dx = y >> i, dy = x >> i;
        if (y > 0) {
            x += dx;
            y -= dy;
            angle += kAtan[i];
        } else {
            x -= dx;
            y += dy;
            angle -= kAtan[i];
        }
    }
    return { angle, (x * kGain) >> 30 };
}

std::int64_t radians(std::int64_t degreesE4)
{
    return degreesE4 * kHalfPi / 900'000;
}

SinCos sinCosWide(std::int64_t degreesE4)
{
    while (degreesE4 > 1'800'000)
        degreesE4 -= 3'600'000;
    while (degreesE4 < -1'800'000)
        degreesE4 += 3'600'000;
    if (degreesE4 > 900'000) {
        const SinCos s = sinCos(radians(1'800'000 - degreesE4));
        return { s.sin, -s.cos };
    }
    if (degreesE4 < -900'000) {
        const SinCos s = sinCos(radians(-1'800'000 - degreesE4));
        return { s.sin, -s.cos };
    }
    return sinCos(radians(degreesE4));
}

std::int64_t times(std::int64_t a, std::int64_t b)
{
    return (a * b) >> 30;
}

} // namespace

// Vincenty's form for a sphere: stable for near and for antipodal points.
std::int64_t greatCircleMetres(GeoPoint a, GeoPoint b)
{
    const SinCos latA = sinCos(radians(a.latitudeE4));
    const SinCos latB = sinCos(radians(b.latitudeE4));
    const SinCos delta = sinCosWide(std::int64_t { b.longitudeE4 } - a.longitudeE4);
    const std::int64_t p = times(latB.cos, delta.sin);
    const std::int64_t q = times(latA.cos, latB.sin) - times(times(latA.sin, latB.cos), delta.cos);
    const std::int64_t cosine = times(latA.sin, latB.sin) + times(times(latA.cos, latB.cos), delta.cos);
    const std::int64_t sine = toPolar(std::llabs(p), std::llabs(q)).length;
    std::int64_t angle = toPolar(std::llabs(cosine), sine).angle;
    if (cosine < 0)
        angle = 2 * kHalfPi - angle;
    return (angle * 6'371) / (kOne / 1'000);
}

Duration userRoundTrip(std::int64_t metres)
{
    // 200 000 m each millisecond, 1.5 times the path, both ways: 15 us a kilometre.
    return Duration { 9'000 + metres * 15 / 1'000 };
}

} // namespace sb
