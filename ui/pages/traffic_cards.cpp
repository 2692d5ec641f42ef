// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/traffic_cards.h"

#include "ui/pages/row_table.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sb {

namespace {

constexpr int kFunnelRow = 27;
constexpr int kStages = 5;

QString count(std::uint64_t number)
{
    return formatCount(static_cast<qint64>(number));
}

std::array<std::uint64_t, kStages> stagesOf(const FunnelView& funnel)
{
    return { funnel.visits, funnel.browsed, funnel.withCart, funnel.checkedOut, funnel.ordered };
}

QString stageWord(int stage)
{
    switch (stage) {
    case 0:
        return FunnelBars::tr("Visits");
    case 1:
        return FunnelBars::tr("Browsed");
    case 2:
        return FunnelBars::tr("With a cart");
    case 3:
        return FunnelBars::tr("At checkout");
    default:
        return FunnelBars::tr("Ordered");
    }
}

} // namespace

QString clientWord(ClientKind kind)
{
    switch (kind) {
    case ClientKind::Browser:
        return FollowCard::tr("Browsers");
    case ClientKind::TtlIgnorer:
        return FollowCard::tr("Browsers, stale resolver");
    case ClientKind::Caching:
        return FollowCard::tr("Programs, one lookup");
    case ClientKind::Pooled:
        return FollowCard::tr("Programs, kept connections");
    }
    return {};
}

FunnelBars::FunnelBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("How far visits get, last minute"));
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void FunnelBars::setFunnel(const FunnelView& funnel)
{
    m_funnel = funnel;
    const auto stages = stagesOf(funnel);
    QStringList spoken;
    for (int i = 0; i < kStages; ++i)
        spoken << tr("%1 %2").arg(stageWord(i), count(stages[static_cast<std::size_t>(i)]));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    update();
}

void FunnelBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setFont(sb::font(FontRole::Body));
    const auto stages = stagesOf(m_funnel);
    if (m_funnel.visits == 0) {
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(rect(), leadingText(*this, Qt::AlignTop) | Qt::TextWordWrap,
            tr("No visit ended in the last minute. Resume the run to see how far visits get."));
        return;
    }
    const int names = 92;
    const int numbers = 120;
    const int bars = std::max(20, width() - names - numbers - 10);
    for (int i = 0; i < kStages; ++i) {
        const int top = i * kFunnelRow;
        const auto place = [&](int left, int wide, int from, int high) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, top + from, wide, high));
        };
        const std::uint64_t now = stages[static_cast<std::size_t>(i)];
        const std::uint64_t before = i == 0 ? now : stages[static_cast<std::size_t>(i) - 1];
        painter.setPen(theme.color(Token::TextSecondary));
        painter.drawText(place(0, names, 0, kFunnelRow), leadingText(*this), stageWord(i));
        painter.fillRect(place(names, bars, 7, 12), theme.color(Token::LineGrid));
        const double share = std::min(1.0, static_cast<double>(now) / static_cast<double>(m_funnel.visits));
        painter.fillRect(place(names, static_cast<int>(bars * share), 7, 12), theme.color(Token::TextMuted));
        painter.setPen(theme.color(Token::TextPrimary));
        const double kept = before == 0 ? 0 : static_cast<double>(now) / static_cast<double>(before);
        //: a count, and which share of the stage before it is
        const QString text = i == 0 ? count(now) : tr("%1  (%2)").arg(count(now), formatPercent(kept));
        drawTabular(painter, QRectF(place(names + bars + 10, numbers, 0, kFunnelRow)),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), text);
    }
}

BestSellerCard::BestSellerCard(QWidget* parent)
    : TitledCard(tr("Best sellers by region"), parent)
    , m_table(new RowTable(tr("Best sellers, ranks by regions"), this))
{
    m_table->setFitting(5);
    m_table->setEmptyText(tr("No region shows best sellers yet: they come with the first orders."));
    column()->addWidget(m_table);
}

void BestSellerCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    std::vector<TableColumn> columns { { tr("Rank"), true, 50 }, { tr("Agreement"), false, 92 } };
    for (const RegionInfo& region : world.regions)
        columns.push_back({ regionName(region), false, 190 });
    if (columns.size() <= 5)
        for (std::size_t i = 2; i < columns.size(); ++i)
            columns[i].width = i + 1 == columns.size() ? 0 : 190;
    m_table->setHorizontalScrollBarPolicy(
        columns.size() > 5 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_table->setColumns(std::move(columns));
    setRemark(StateShape::Ok, {});
}

void BestSellerCard::setSnapshot(const Snapshot& snapshot)
{
    std::size_t most = 0;
    for (const RegionView& region : snapshot.regions)
        most = std::max(most, region.bestSellers.size());
    std::vector<TableRow> rows;
    int diverging = 0;
    for (std::size_t rank = 0; rank < most; ++rank) {
        const BookId none {};
        std::optional<BookId> first;
        bool isSame = true;
        TableRow row { { { QString::number(rank + 1) }, {} }, rank + 1, {} };
        for (const RegionView& region : snapshot.regions) {
            const bool isThere = rank < region.bestSellers.size();
            const BookId book = isThere ? region.bestSellers[rank].book : none;
            isSame = isSame && (!first || *first == book);
            first = first.value_or(book);
            row.cells.push_back({ isThere ? tr("%1 (%2)").arg(qs(region.bestSellers[rank].title),
                                      count(region.bestSellers[rank].sold))
                                          : tr("nothing") });
        }
        row.cells[1]
            = { isSame ? tr("same") : tr("differs"), isSame ? StateShape::Ok : StateShape::Degraded };
        diverging += isSame ? 0 : 1;
        rows.push_back(std::move(row));
    }
    setRemark(diverging > 0 ? StateShape::Degraded : StateShape::Ok,
        rows.empty()        ? QString()
            : diverging > 0 ? tr("%n rank(s) differ", nullptr, diverging)
                            : tr("all regions agree"));
    m_table->setRows(std::move(rows));
}

FollowCard::FollowCard(QWidget* parent)
    : TitledCard(tr("Follow a customer"), parent)
    , m_field(new QLineEdit(this))
    , m_city(new QComboBox(this))
    , m_offer(new QToolButton(this))
    , m_where(new StateLine(this))
    , m_table(new RowTable(tr("Calls of the customer, newest first"), this))
{
    m_field->setPlaceholderText(tr("Number of a customer, such as 7"));
    m_field->setAccessibleName(tr("Customer to follow"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(12);
    m_field->setMinimumHeight(26);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(captionLabel(this, tr("or somebody in")));
    m_city->setAccessibleName(tr("City of the customer who is offered"));
    m_city->setMaximumWidth(150);
    m_offer->setFocusPolicy(Qt::TabFocus);
    m_offer->setMinimumHeight(26);
    row->addWidget(m_city);
    row->addWidget(m_offer);
    m_table->setColumns({ { tr("Time"), false, 76 }, { tr("Region"), false, 160 },
        { tr("Ended"), false, 100 }, { tr("Took"), true, 76 }, { tr("Call") } });
    m_table->setFitting(7);
    column()->addLayout(row);
    column()->addWidget(m_where);
    column()->addWidget(m_table);
    connect(m_field, &QLineEdit::returnPressed, this, &FollowCard::readField);
    connect(m_offer, &QToolButton::clicked, this, [this] { follow(m_offered); });
    connect(m_city, &QComboBox::activated, this, [this] {
        m_offered = {};
        follow({});
        showNobody();
        Q_EMIT customerChanged();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            follow({});
    });
    showNobody();
}

void FollowCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_offered = {};
    follow({}); // who of another run
    m_city->clear();
    for (const CityInfo& city : world.cities)
        m_city->addItem(qs(city.name), int(city.id.value));
    showNobody();
}

CityId FollowCard::wantedCity() const
{
    if (m_customer.isValid() || m_city->currentIndex() < 0)
        return {};
    return CityId { static_cast<std::uint16_t>(m_city->currentData().toInt()) };
}

void FollowCard::showOffer(const FollowView& view)
{
    // An answer about another city, or about nobody, offers nobody.
    const bool isSomebody = view.customer.isValid() && view.city == wantedCity();
    m_offered = isSomebody ? view.customer : CustomerId {};
    m_offer->setEnabled(isSomebody);
    m_offer->setText(isSomebody ? tr("Follow %1").arg(view.customer.value) : tr("nobody now"));
}

void FollowCard::readField()
{
    bool isNumber = false;
    const qulonglong number = m_field->text().trimmed().toULongLong(&isNumber);
    if (isNumber && number > 0) {
        follow(CustomerId { number });
        return;
    }
    m_where->show();
    m_where->setState(StateShape::Degraded, tr("A customer is a number from 1 on, such as 7."));
}

void FollowCard::follow(CustomerId customer)
{
    const QString text = customer.isValid() ? QString::number(customer.value) : QString();
    const bool isSame = customer == m_customer;
    m_customer = customer; // before the field, whose change would ask again
    if (m_field->text() != text)
        m_field->setText(text);
    if (isSame)
        return;
    showNobody();
    Q_EMIT customerChanged();
}

void FollowCard::showNobody()
{
    m_offer->setEnabled(m_offered.isValid());
    if (!m_offered.isValid())
        m_offer->setText(tr("nobody now"));
    m_where->setVisible(m_customer.isValid());
    m_where->setState(StateShape::Unknown, tr("Waiting for the customer's next call …"));
    m_table->setRows({});
    m_table->setEmptyText(m_customer.isValid()
            ? tr("No call yet. A customer of this number may not be in the shop now.")
            : tr(
                "Type a customer's number, or follow somebody of a city, then break a region: the calls show "
                "where the customer moves."));
}

void FollowCard::setSnapshot(const Snapshot& snapshot)
{
    const FollowView* view = snapshot.followed.get();
    if (view != nullptr && !m_customer.isValid())
        showOffer(*view);
    if (!m_customer.isValid() || view == nullptr || view->customer != m_customer)
        return;
    m_where->show();
    if (!view->city.isValid())
        m_where->setState(StateShape::Unknown,
            tr("Nobody of the number %1 is in the shop now; the next visit will be followed.")
                .arg(m_customer.value));
    else if (!view->held.isValid())
        m_where->setState(StateShape::Degraded,
            tr("Customer %1 in %2; the next call leads nowhere")
                .arg(m_customer.value)
                .arg(cityName(m_world, view->city)));
    else
        m_where->setState(StateShape::Ok,
            tr("Customer %1 in %2; the next call goes to %3")
                .arg(m_customer.value)
                .arg(cityName(m_world, view->city), regionName(m_world, view->held)));
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < view->calls.size(); ++i) {
        const FollowedCall& call = view->calls[i];
        const bool hasMoved = i + 1 < view->calls.size() && view->calls[i + 1].region != call.region;
        RowCell region { call.region.isValid() ? regionName(m_world, call.region) : tr("nowhere") };
        if (hasMoved) {
            //: the region that a customer's calls go to from here on
            region.text = tr("moved to %1").arg(region.text);
            region.shape = StateShape::Recovering;
        }
        const bool isBad = call.status == 0 || call.status >= 400;
        RowCell end { call.status == 0 ? tr("no answer") : QString::number(call.status) };
        end.shape = isBad ? StateShape::Failed : StateShape::Ok;
        rows.push_back({ { { formatClock(m_world.start, call.at) }, region, end,
                             { formatDuration(call.latency) }, { qs(call.call) } },
            static_cast<qulonglong>(micros(call.at)) * 64 + i, {} });
    }
    m_table->setRows(std::move(rows));
}

} // namespace sb
