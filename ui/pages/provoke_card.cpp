// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provoke_card.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace sb {

namespace {

constexpr int kBookMost = 99'999;
constexpr double kEuroMost = 10'000;

std::int64_t centsOf(const QDoubleSpinBox* price)
{
    return std::llround(price->value() * 100);
}

} // namespace

ProvokeCard::ProvokeCard(QWidget* parent)
    : TitledCard(tr("Provoke a conflict"), parent)
    , m_book(new QSpinBox(this))
    , m_button(new CommandButton(this))
    , m_explanation(captionLabel(this))
{
    m_book->setRange(1, kBookMost);
    m_book->setValue(1342);
    m_book->setPrefix(tr("Book "));
    m_book->setAccessibleName(tr("Number of the book"));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    grid->addWidget(m_book, 0, 0, 1, 2);
    for (int i = 0; i < 2; ++i) {
        m_regions[i] = new QComboBox(this);
        m_regions[i]->setAccessibleName(i == 0 ? tr("First region") : tr("Second region"));
        m_prices[i] = new QDoubleSpinBox(this);
        m_prices[i]->setRange(0.01, kEuroMost);
        m_prices[i]->setDecimals(2);
        //: before an amount of money in a field; where the currency follows the amount: nothing
        m_prices[i]->setPrefix(tr("€ "));
        m_prices[i]->setValue(i == 0 ? 12.40 : 9.90);
        m_prices[i]->setAccessibleName(
            i == 0 ? tr("Price in the first region") : tr("Price in the second region"));
        grid->addWidget(m_regions[i], i + 1, 0);
        grid->addWidget(m_prices[i], i + 1, 1);
        connect(m_regions[i], &QComboBox::currentIndexChanged, this, &ProvokeCard::showText);
        connect(m_prices[i], &QDoubleSpinBox::valueChanged, this, &ProvokeCard::showText);
    }
    m_explanation->setWordWrap(true);
    m_button->setMinimumHeight(28);
    column()->addWidget(m_explanation);
    column()->addLayout(grid);
    column()->addWidget(m_button);
    column()->addStretch(1);
    connect(m_book, &QSpinBox::valueChanged, this, &ProvokeCard::showText);
    connect(m_button, &CommandButton::confirmed, this, &ProvokeCard::press);
    showText();
}

void ProvokeCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    for (int i = 0; i < 2; ++i) {
        m_regions[i]->clear();
        for (const RegionInfo& region : world.regions)
            m_regions[i]->addItem(regionName(region));
        m_regions[i]->setCurrentIndex(std::min<int>(i, static_cast<int>(world.regions.size()) - 1));
    }
    showText();
}

void ProvokeCard::setBook(BookId book)
{
    if (book.isValid() && book.value <= kBookMost)
        m_book->setValue(static_cast<int>(book.value));
}

void ProvokeCard::showText()
{
    const bool hasTwo = m_world.regions.size() > 1;
    const bool isSame = m_regions[0]->currentIndex() == m_regions[1]->currentIndex();
    const bool isEqual = centsOf(m_prices[0]) == centsOf(m_prices[1]);
    QString why = tr("Two clerks set these prices at the same instant, before either region hears of the "
                     "other. Both are told it worked; the rule of the table then keeps one.");
    if (!hasTwo)
        why = tr("A conflict needs two regions. Start a run with one more region from the File menu.");
    else if (isSame)
        why = tr("Choose two different regions: one region alone orders its writes.");
    else if (isEqual)
        why = tr("Choose two different prices: equal ones would not show who won.");
    m_explanation->setText(why);
    m_button->setEnabled(hasTwo && !isSame && !isEqual);
    m_button->setTexts(tr("Set both prices…"),
        tr("Confirm: %1 in %2, %3 in %4")
            .arg(formatMoney({ centsOf(m_prices[0]) }), m_regions[0]->currentText(),
                formatMoney({ centsOf(m_prices[1]) }), m_regions[1]->currentText()));
}

void ProvokeCard::press()
{
    const BookId book { static_cast<std::uint32_t>(m_book->value()) };
    for (int i = 0; i < 2; ++i) {
        const auto region = static_cast<std::size_t>(m_regions[i]->currentIndex());
        if (region < m_world.regions.size())
            Q_EMIT commandRequested(SetPrice { m_world.regions[region].code, book, centsOf(m_prices[i]) });
    }
    Q_EMIT provoked(book);
}

} // namespace sb
