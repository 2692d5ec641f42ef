# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DINPUT=file -DOUTPUT=file.cpp -DSYMBOL=name -P embed.cmake
# Turns one file into a C++ source that defines sb::embedded_<SYMBOL> and sb::embedded_<SYMBOL>_size.
file(READ "${INPUT}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
# Rows of 32 bytes keep the lines short enough for every tool; then each pair of digits becomes a number.
string(REGEX REPLACE "................................................................" "\\0\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE "${OUTPUT}" "#include <cstddef>
namespace sb {
extern const unsigned char embedded_${SYMBOL}[];
extern const std::size_t embedded_${SYMBOL}_size;
const unsigned char embedded_${SYMBOL}[] = {
${bytes}
0 };
const std::size_t embedded_${SYMBOL}_size = ${size};
} // namespace sb
")
