// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_page.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/incident/compared_run.h"
#include "ui/incident/event_csv.h"
#include "ui/incident/incident_text.h"
#include "ui/incident/minimap.h"
#include "ui/incident/range_drawer.h"
#include "ui/incident/track_view.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/preferences.h"
#include "ui/theme/words.h"
#include "ui/widgets/notice_bar.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoCommand>

#include <utility>

namespace sb {
namespace {

constexpr int kGap = 8;
constexpr int kBeside = 900; // px: from here on the details stand beside the tracks
constexpr int kLeastTracks = 320;
constexpr int kLeastTracksHeight = 220;
constexpr int kLeastDetails = 200;
constexpr int kLeastDetailsHeight = 110;
constexpr int kDetailsWidth = 300;
constexpr int kDifferencesWidth = 390;
constexpr int kTableRows = 2000;
constexpr int kFindId = 1;

class ArrangementChange : public QUndoCommand {
public:
    using Apply = std::function<void(const IncidentArrangement&)>;
    ArrangementChange(const QString& what, IncidentArrangement before, IncidentArrangement after, Apply apply)
        : QUndoCommand(what)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_apply(std::move(apply))
    {
    }
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    // Typing is one step.
    int id() const override { return m_before.find != m_after.find ? kFindId : -1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const ArrangementChange*>(other)->m_after;
        setObsolete(m_before == m_after);
        return true;
    }

private:
    IncidentArrangement m_before;
    IncidentArrangement m_after;
    Apply m_apply;
};

bool isUndoKey(const QKeyEvent& event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

} // namespace

IncidentPage::IncidentPage(ControlRoomBridge& bridge, QWidget* parent)
    : FramedPage(tr("Incident"), parent)
    , m_bridge(bridge)
    , m_view(new TrackView(this))
    , m_minimap(new Minimap(m_view->log(), m_view->zoom(), this))
    , m_drawer(new RangeDrawer(this))
    , m_table(new RowTable(tr("Events in the range"), this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_runs(new QSplitter(Qt::Vertical, this))
{
    buildHead();
    m_table->setColumns(
        { { tr("Time"), false, 92 }, { tr("Of the run"), true, 78 }, { tr("Track"), false, 110 },
            { tr("Event"), false, 150 }, { tr("Where"), false, 120 }, { tr("Note") } });
    m_table->setEmptyText(tr("No events in this range: zoom out with S, or look for another text."));
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_minimap);
    m_runs->addWidget(makeTwins(m_view, m_table));
    m_runs->setHandleWidth(kGap);
    m_runs->setChildrenCollapsible(false);
    column->addWidget(m_runs, 1);
    // Whatever stands inside: the page must fit while it is still arranged for a wider window.
    left->setMinimumWidth(kLeastTracks);
    m_drawer->setMinimumSize(kLeastDetails, kLeastDetailsHeight);
    left->setMinimumHeight(kLeastTracksHeight);
    m_split->addWidget(left);
    m_split->addWidget(m_drawer);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 1);
    m_split->setHandleWidth(kGap);
    m_split->setChildrenCollapsible(false);
    body()->addWidget(m_split, 1);
    setFocusProxy(m_view);
    connectView();
    m_arrangement.plan
        = TrackPlan::fromText(userSettings()->value(QStringLiteral("incident/tracks")).toString());
    apply(m_arrangement);
}

IncidentPage::~IncidentPage()
{
    delete m_compared; // before the view that it follows
}

QToolButton* IncidentPage::addButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(text + QLatin1Char('\n') + tip); // where the head is narrow the words are cut
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(26);
    head()->addWidget(button);
    return button;
}

void IncidentPage::buildHead()
{
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Find in events"));
    m_find->setAccessibleName(tr("Find in events"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(90);
    m_find->setMaximumWidth(200);
    head()->addWidget(m_find, 2);
    m_found = captionLabel(this);
    head()->addWidget(m_found);
    head()->addStretch(1);
    m_follow = addButton(tr("Follow"), tr("Keep the present in view (End)"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    QToolButton* tracks
        = addButton(tr("Tracks"), tr("Which tracks are shown, and which are pinned to the top"));
    m_tracksMenu = new QMenu(tracks);
    tracks->setMenu(m_tracksMenu);
    tracks->setPopupMode(QToolButton::InstantPopup);
    connect(m_tracksMenu, &QMenu::aboutToShow, this, &IncidentPage::fillTracksMenu);
    QToolButton* flag = addButton(
        tr("Flag…"), tr("Sets a flag of your own on the ruler; it is not part of the record (B)"));
    connect(flag, &QToolButton::clicked, this, [this] { askFlag(m_view->flagInstant(), -1); });
    QToolButton* note
        = addButton(tr("Note…"), tr("Writes one line of yours into the incident record, as of now"));
    connect(note, &QToolButton::clicked, this, &IncidentPage::askNote);
    QToolButton* compare = addButton(
        tr("Compare…"), tr("Lays the recording of another run under this one, over the same axis"));
    connect(compare, &QToolButton::clicked, this, &IncidentPage::chooseCompared);
    connect(&m_bridge, &ControlRoomBridge::jobFinished, this, &IncidentPage::takeJob);
    connect(m_follow, &QToolButton::clicked, this, [this](bool isOn) { m_view->zoom().setFollowing(isOn); });
    connect(m_find, &QLineEdit::textEdited, this, [this](const QString& text) {
        IncidentArrangement wanted = m_arrangement;
        wanted.find = text;
        arrange(tr("Find in events"), wanted);
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_view->selectNext(); });
}

void IncidentPage::connectView()
{
    connect(&m_view->zoom(), &ZoomControl::followingChanged, m_follow, &QToolButton::setChecked);
    connect(&m_view->zoom(), &ZoomControl::rangeChanged, this, [this] {
        if (!m_view->zoom().isFollowing())
            showDetails();
    });
    connect(m_view, &TrackView::areaChanged, this, [this] {
        m_minimap->setArea(m_view->area());
        showDetails();
    });
    connect(m_view, &TrackView::planWanted, this, [this](const TrackPlan& plan, const QString& what) {
        IncidentArrangement wanted = m_arrangement;
        wanted.plan = plan;
        arrange(what, wanted);
    });
    connect(m_view, &TrackView::flagWanted, this, [this](Instant at) { askFlag(at, -1); });
    connect(m_view, &TrackView::flagEditWanted, this,
        [this](int index) { askFlag(m_arrangement.flags.at(static_cast<std::size_t>(index)).at, index); });
    connect(m_view, &TrackView::flagRemoveWanted, this, [this](int index) {
        IncidentArrangement wanted = m_arrangement;
        wanted.flags.erase(wanted.flags.begin() + index);
        arrange(tr("Remove flag"), wanted);
    });
    connect(
        m_table, &RowTable::rowChosen, this, [this](qulonglong id) { m_view->selectEvent(EventSeq { id }); });
    connect(this, &FramedPage::twinChanged, this, [this](bool isTable) {
        if (isTable)
            fillTable();
    });
}

void IncidentPage::arrange(const QString& what, const IncidentArrangement& wanted)
{
    if (wanted == m_arrangement)
        return;
    m_changes.push(new ArrangementChange(
        what, m_arrangement, wanted, [this](const IncidentArrangement& other) { apply(other); }));
}

void IncidentPage::apply(const IncidentArrangement& wanted)
{
    const bool isKept = !(m_arrangement.plan == wanted.plan) || m_arrangement.flags != wanted.flags;
    m_arrangement = wanted;
    if (!(m_view->plan() == wanted.plan))
        m_view->setPlan(wanted.plan);
    if (m_compared != nullptr)
        m_compared->view()->setPlan(wanted.plan);
    if (m_view->flags() != wanted.flags)
        m_view->setFlags(wanted.flags);
    if (m_find->text() != wanted.find)
        m_find->setText(wanted.find);
    m_view->log().setFind(wanted.find);
    if (m_compared != nullptr) {
        m_compared->view()->log().setFind(wanted.find);
        m_compared->view()->logChanged();
    }
    m_view->logChanged();
    showFound();
    if (isTable())
        fillTable();
    if (isKept)
        keep();
}

QString IncidentPage::flagsKey() const
{
    // A run is known by what makes it: the same again has the same flags.
    QString name = qs(m_world.title) + QLatin1Char('-') + QString::number(m_world.seed);
    for (const RegionInfo& region : m_world.regions)
        name += QLatin1Char('-') + qs(region.code);
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    return QStringLiteral("incident/flags/") + name;
}

void IncidentPage::keep() const
{
    const auto settings = userSettings();
    const QString plan = m_arrangement.plan.toText();
    if (m_arrangement.plan == TrackPlan()) // only what differs from the default is stored
        settings->remove(QStringLiteral("incident/tracks"));
    else
        settings->setValue(QStringLiteral("incident/tracks"), plan);
    if (m_world.regions.empty())
        return;
    if (m_arrangement.flags.empty())
        settings->remove(flagsKey());
    else
        settings->setValue(flagsKey(), flagsToText(m_arrangement.flags));
}

void IncidentPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_view->log().reset(world);
    m_view->logReplaced();
    m_changes.clear(); // flags belong to their run
    IncidentArrangement first = m_arrangement;
    first.flags = flagsFromText(userSettings()->value(flagsKey()).toString());
    apply(first);
    m_minimap->logChanged();
    showDetails();
}

void IncidentPage::addEvents(const std::vector<Event>& events)
{
    m_view->log().append(events);
    m_isStale = true;
}

void IncidentPage::inherit(Page& before)
{
    auto* other = qobject_cast<IncidentPage*>(&before);
    if (other == nullptr)
        return;
    m_view->log().inherit(other->m_view->log());
    apply(other->m_arrangement);
    m_reading = std::exchange(other->m_reading, 0);
    m_readingPath = other->m_readingPath;
    const ZoomControl& zoom = other->m_view->zoom();
    const TimeRange range = zoom.range();
    const bool isFollowing = zoom.isFollowing();
    if (other->m_compared != nullptr) {
        const Alignment alignment = other->m_compared->alignment();
        showCompared(other->m_record); // and shows all of both
        m_compared->setAlignment(alignment);
    }
    m_view->zoom().setRange(range);
    if (isFollowing)
        m_view->zoom().setFollowing(true);
    m_view->setArea(other->m_view->area());
}

// The states of regions come from snapshots: none may be missed.
void IncidentPage::noteSnapshot(const Snapshot& snapshot)
{
    if (m_view->log().apply(snapshot))
        m_isStale = true;
}

void IncidentPage::setSnapshot(const Snapshot& snapshot)
{
    if (snapshot.regions.size() != m_world.regions.size())
        return;
    noteSnapshot(snapshot);
    if (m_isStale)
        m_view->logChanged();
    m_view->setNow(snapshot.now);
    m_minimap->logChanged();
    showFound();
    showDetails();
    if (m_isStale && isTable())
        fillTable();
    m_isStale = false;
}

TimeRange IncidentPage::shownRange() const
{
    if (const auto area = m_view->area())
        return *area;
    TimeRange range = m_view->zoom().range();
    range.from = std::max(range.from, kStart);
    range.to = std::max(range.from, std::min(range.to, m_view->log().now()));
    return range;
}

void IncidentPage::showDetails()
{
    m_drawer->show(m_view->log(), shownRange(), m_view->area().has_value());
    m_drawer->showDifferences(m_view->log(), m_compared == nullptr ? nullptr : &m_compared->view()->log());
    if (isTable() && !m_view->zoom().isFollowing())
        fillTable();
}

QString IncidentPage::eventsCsv() const
{
    return sb::eventsCsv(m_view->log().lanes(), shownRange());
}

void IncidentPage::showFound()
{
    const IncidentLog& log = m_view->log();
    //: how many events hold the text that is looked for
    m_found->setText(
        log.isFinding() ? tr("%1 found").arg(formatCount(static_cast<qint64>(log.matches()))) : QString());
}

void IncidentPage::fillTable()
{
    const IncidentLog& log = m_view->log();
    const TimeRange range = shownRange();
    std::vector<TableRow> rows;
    const auto& events = log.lanes().events();
    const auto noteOf = [](const Event& event) { // what a person wrote is nobody's to translate
        return event.kind == EventKind::NoteAdded ? qs(event.note) : fromEngine(event.note);
    };
    for (auto event = events.rbegin(); event != events.rend() && event->at >= range.from; ++event) {
        const std::optional<Track> track = trackOf(*event);
        if (event->at > range.to || !track || m_arrangement.plan.isHidden(*track))
            continue;
        if (log.isFinding() && !log.isFound(*event))
            continue;
        rows.push_back({ { { formatClock(m_world.start, event->at, true) }, { virtualText(event->at) },
                             { trackName(*track) }, { wordFor(event->kind), shapeOf(event->severity) },
                             { placeText(*event, m_world) }, { noteOf(*event) } },
            event->seq.value, noteOf(*event) });
        if (rows.size() >= kTableRows)
            break;
    }
    m_table->setRows(std::move(rows));
}

void IncidentPage::fillTracksMenu()
{
    m_tracksMenu->clear();
    for (const Track track : m_arrangement.plan.order()) {
        QAction* action = m_tracksMenu->addAction(trackName(track));
        action->setStatusTip(trackTip(track));
        action->setToolTip(trackTip(track));
        action->setCheckable(true);
        action->setChecked(!m_arrangement.plan.isHidden(track));
        connect(action, &QAction::toggled, this, [this, track](bool isShown) {
            IncidentArrangement wanted = m_arrangement;
            if (wanted.plan.setHidden(track, !isShown))
                arrange((isShown ? tr("Show track %1") : tr("Hide track %1")).arg(trackName(track)), wanted);
        });
    }
    m_tracksMenu->addSeparator();
    QAction* usual = m_tracksMenu->addAction(tr("Usual order, all shown"));
    usual->setEnabled(!(m_arrangement.plan == TrackPlan()));
    connect(usual, &QAction::triggered, this, [this] {
        IncidentArrangement wanted = m_arrangement;
        wanted.plan = TrackPlan();
        arrange(tr("Usual order of tracks"), wanted);
    });
}

void IncidentPage::addFlag(TimeFlag flag)
{
    IncidentArrangement wanted = m_arrangement;
    if (wanted.flags.size() >= kFlagsMax)
        return;
    flag.at = std::max(flag.at, kStart);
    const auto place = std::upper_bound(wanted.flags.begin(), wanted.flags.end(), flag,
        [](const TimeFlag& a, const TimeFlag& b) { return a.at < b.at; });
    wanted.flags.insert(place, std::move(flag));
    arrange(tr("Set flag"), wanted);
}

void IncidentPage::askFlag(Instant at, int index)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(index < 0 ? tr("Set flag") : tr("Rename flag"));
    dialog->setLabelText(tr("What the flag at %1 says:").arg(formatClock(m_world.start, at)));
    if (index >= 0)
        dialog->setTextValue(m_arrangement.flags.at(static_cast<std::size_t>(index)).text);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, at, index](const QString& text) {
        if (index < 0) {
            addFlag({ at, text.simplified() });
            return;
        }
        IncidentArrangement wanted = m_arrangement;
        if (static_cast<std::size_t>(index) >= wanted.flags.size())
            return;
        wanted.flags[static_cast<std::size_t>(index)].text = text.simplified();
        arrange(tr("Rename flag"), wanted);
    });
    dialog->open();
}

void IncidentPage::askNote()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add note"));
    dialog->setLabelText(tr("One line for the incident record:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        if (!text.trimmed().isEmpty())
            Q_EMIT commandRequested(AddNote { text.trimmed().toStdString() });
    });
    dialog->open();
}

void IncidentPage::chooseCompared()
{
    auto* dialog = new QFileDialog(
        this, tr("Compare with a session"), QString(), tr("Signalbox sessions (*.signalbox)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &IncidentPage::compareWith);
    dialog->open();
}

void IncidentPage::compareWith(const QString& path)
{
    m_readingPath = path;
    m_reading = m_bridge.startRecordRead(path);
}

void IncidentPage::takeJob(const JobStatus& job)
{
    if (m_reading == 0 || job.id != m_reading)
        return;
    m_reading = 0;
    if (job.isCancelled)
        return;
    const auto record = m_bridge.record(job.id);
    if (job.error || !record) {
        const Error error = job.error.value_or(Error { Errc::Unavailable, m_readingPath.toStdString() });
        notice()->showNotice(
            //: what kind of failure, then the file and the reason
            StateShape::Failed, tr("Not compared. %1: %2").arg(wordFor(error.code), fromEngine(error.what)));
        return;
    }
    showCompared(record);
}

void IncidentPage::showCompared(std::shared_ptr<const RecordView> record)
{
    m_record = std::move(record);
    setTable(false);
    if (m_compared == nullptr) {
        m_compared = new ComparedRun(*m_view, m_runs);
        m_runs->addWidget(m_compared);
        m_runs->setSizes({ height() / 2, height() / 2 });
        connect(m_compared, &ComparedRun::closeRequested, this, &IncidentPage::stopComparing);
    }
    m_compared->view()->log().setFind(m_arrangement.find);
    m_compared->load(*m_record);
    m_compared->show();
    showDetails();
    placeSplit();
    // Both runs whole, before one looks closer.
    const IncidentLog& other = m_compared->view()->log();
    const TimeRange theirs = moved(other.whole(), -offsetOf(m_compared->alignment(), m_view->log(), other));
    const TimeRange mine = m_view->log().whole();
    m_view->zoom().fit({ std::min(mine.from, theirs.from), std::max(mine.to, theirs.to) });
}

void IncidentPage::stopComparing()
{
    if (m_compared == nullptr)
        return;
    const bool hadFocus = m_compared->isAncestorOf(window()->focusWidget());
    m_compared->hide();
    m_compared->deleteLater();
    m_compared = nullptr;
    m_record.reset();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    showDetails();
}

bool IncidentPage::event(QEvent* event)
{
    // The window has the same keys for its layout; here they take back what was done here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->matches(QKeySequence::Undo) && m_changes.canUndo())
            || (key->matches(QKeySequence::Redo) && m_changes.canRedo())) {
            event->accept();
            return true;
        }
    }
    return FramedPage::event(event);
}

void IncidentPage::keyPressEvent(QKeyEvent* event)
{
    if (isUndoKey(*event)) {
        event->matches(QKeySequence::Undo) ? m_changes.undo() : m_changes.redo();
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
        return;
    }
    FramedPage::keyPressEvent(event);
}

void IncidentPage::resizeEvent(QResizeEvent* event)
{
    FramedPage::resizeEvent(event);
    const bool isBeside = width() >= kBeside;
    const Qt::Orientation wanted = isBeside ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == wanted && event->oldSize().isValid())
        return;
    m_split->setOrientation(wanted);
    m_drawer->setWide(!isBeside);
    placeSplit();
}

void IncidentPage::placeSplit()
{
    const int details = m_compared == nullptr ? kDetailsWidth : kDifferencesWidth;
    if (m_split->orientation() == Qt::Horizontal)
        m_split->setSizes({ width() - details, details });
    else
        m_split->setSizes({ height() * 7 / 10, height() * 3 / 10 });
}

} // namespace sb
