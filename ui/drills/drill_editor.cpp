// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drill_editor.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/drills/drill_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"

#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {
namespace {

constexpr int kPauseMs = 250; // without a key, before the text is checked
constexpr int kProblemRows = 4;
constexpr int kLineRole = Qt::UserRole;

class NumberMargin : public QWidget {
public:
    explicit NumberMargin(NumberedText* text)
        : QWidget(text)
        , m_text(text)
    {
    }
    [[nodiscard]] QSize sizeHint() const override { return { m_text->numberWidth(), 0 }; }

protected:
    void paintEvent(QPaintEvent* event) override { m_text->paintNumbers(event->rect()); }

private:
    NumberedText* m_text;
};

// "drill.toml:12:3: message" -> 12
int lineOf(const QString& problem)
{
    static const QRegularExpression kPlace(QStringLiteral(":(\\d+):\\d+: "));
    return kPlace.match(problem).captured(1).toInt();
}

} // namespace

NumberedText::NumberedText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_numbers(new NumberMargin(this))
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(QFontInfo(sb::font(FontRole::Body)).pixelSize());
    setFont(mono);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true); // the way out by keyboard; TOML needs no tabs
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedText::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, area.y(), m_numbers->width(), area.height());
    });
    placeNumbers();
}

int NumberedText::numberWidth() const
{
    const auto digits = static_cast<int>(QString::number(std::max(1, blockCount())).size());
    return 12 + fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(2, digits);
}

void NumberedText::placeNumbers()
{
    const bool isLeft = layoutDirection() == Qt::LeftToRight;
    const int width = numberWidth();
    setViewportMargins(isLeft ? width : 0, 0, isLeft ? 0 : width, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(
        isLeft ? inside.left() : inside.right() - width + 1, inside.top(), width, inside.height());
}

void NumberedText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void NumberedText::paintNumbers(const QRect& area)
{
    QPainter painter(m_numbers);
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    double top = blockBoundingGeometry(firstVisibleBlock()).translated(contentOffset()).top();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && top <= area.bottom();
         block = block.next()) {
        const double height = blockBoundingRect(block).height();
        painter.setPen(
            currentTheme().color(block.blockNumber() == current ? Token::TextSecondary : Token::TextMuted));
        painter.drawText(QRectF(0, top, m_numbers->width() - 6, height), Qt::AlignRight | Qt::AlignVCenter,
            QString::number(block.blockNumber() + 1));
        top += height;
    }
}

void NumberedText::showLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

DrillEditor::DrillEditor(ControlRoomBridge& bridge, QWidget* parent)
    : TitledCard(tr("Text of the drill"), parent)
    , m_bridge(bridge)
    , m_text(new NumberedText(this))
    , m_problems(new QListWidget(this))
    , m_state(new StateLine(this))
    , m_save(new QPushButton(tr("Save &as…"), this))
    , m_run(new QPushButton(tr("&Run this text"), this))
{
    m_text->setAccessibleName(tr("Text of the drill"));
    m_problems->setAccessibleName(tr("Mistakes in the text"));
    m_problems->setMaximumHeight(kProblemRows * 22 + 6);
    m_problems->setTextElideMode(Qt::ElideRight);
    for (QPushButton* button : { m_save, m_run }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_state, 1);
    line->addWidget(m_save);
    line->addWidget(m_run);
    column()->addLayout(line);
    column()->addWidget(m_text, 1);
    column()->addWidget(m_problems);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DrillEditor::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        showState();
    });
    const auto show
        = [this](const QListWidgetItem* item) { m_text->showLine(item->data(kLineRole).toInt()); };
    connect(m_problems, &QListWidget::itemActivated, this, show);
    connect(m_problems, &QListWidget::itemClicked, this, show);
    connect(m_save, &QPushButton::clicked, this, &DrillEditor::chooseFile);
    connect(m_run, &QPushButton::clicked, this, [this] {
        check();
        if (isGood())
            Q_EMIT runRequested();
    });
    m_problems->hide();
}

void DrillEditor::setText(const QString& text, const QString& path, const QString& name)
{
    m_path = path;
    m_name = name;
    m_text->setPlainText(text);
    m_text->document()->setModified(path.isEmpty());
    check();
}

void DrillEditor::change(const QString& text)
{
    m_text->setPlainText(text);
    m_text->document()->setModified(true);
    check();
}

void DrillEditor::inherit(const DrillEditor& before)
{
    setText(before.text(), before.m_path, before.m_name);
    m_text->document()->setModified(before.m_text->document()->isModified());
    showState();
}

bool DrillEditor::isUnsaved() const
{
    return m_path.isEmpty() || m_text->document()->isModified();
}

void DrillEditor::check()
{
    m_pause.stop();
    const QString name = m_path.isEmpty() ? QStringLiteral("drill.toml") : m_path;
    const auto lines = m_text->document()->isEmpty() ? std::vector<std::string> {}
                                                     : m_bridge.problemsOfDrill(text(), name);
    m_problems->clear();
    for (const std::string& line : lines) {
        const QString problem = qs(line);
        const int number = lineOf(problem);
        const qsizetype after = problem.indexOf(QLatin1String(": "));
        //: number of a line, what is wrong there
        auto* item = new QListWidgetItem(
            number > 0 ? tr("Line %1: %2").arg(number).arg(problem.mid(after + 2)) : problem, m_problems);
        item->setData(kLineRole, number);
        item->setToolTip(problem);
    }
    m_problemCount = static_cast<int>(lines.size());
    m_problems->setVisible(m_problemCount > 0);
    showState();
}

void DrillEditor::showState()
{
    const bool isEmpty = m_text->document()->isEmpty();
    m_save->setEnabled(!isEmpty);
    m_run->setEnabled(!isEmpty && m_problemCount == 0);
    if (isEmpty)
        m_state->setState(StateShape::Unknown, tr("Choose a drill to read its text"));
    else if (m_problemCount > 0)
        m_state->setState(StateShape::Failed, tr("Mistakes: %1").arg(m_problemCount));
    else if (isUnsaved())
        m_state->setState(StateShape::Ok, tr("Sound; not saved"));
    else
        m_state->setState(StateShape::Ok, tr("Sound: %1").arg(QDir::toNativeSeparators(m_path)));
}

void DrillEditor::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save drill as"), QString(), tr("Drills (*.toml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    dialog->selectFile(m_name + QStringLiteral(".toml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QString error;
        if (!saveTo(path, &error))
            Q_EMIT saveFailed(error);
    });
    dialog->open();
}

bool DrillEditor::saveTo(const QString& path, QString* error)
{
    QSaveFile file(path);
    const QByteArray bytes = text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        *error = tr("%1 cannot be written: %2. Choose a folder that you may write to and that has room.")
                     .arg(QDir::toNativeSeparators(path), file.errorString());
        return false;
    }
    m_path = path;
    m_text->document()->setModified(false);
    check();
    Q_EMIT saved(path);
    return true;
}

} // namespace sb
