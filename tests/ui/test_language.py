"""Every text a user can read is translated, and everything on screen changes its language at once."""

import ast
import math
import re
import string
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableWidget,
    QTabWidget,
    QWidget,
)

import main
from model.lesson import Guess, StepText
from model.parameters import BY_KEY
from model.session import Change
from tests import catalogue
from ui import language, text
from ui.controls.reading import read_value
from ui.dialogs.where_from import WhereFromDialog
from ui.lesson.guess_card import GuessCard
from ui.panels.totals import TotalsPanel

ROOT = Path(main.__file__).resolve().parent
PLACE = re.compile(r"\{[^}]*\}")
NAMES = {"BTC", "ETH", "SOL", "DEFI", "XRP", "BNB", "DOGE", "ADA", "TRX", "LINK", "OKX", "Binance", "Bybit", "Cascade",
         "Lab", "DeFi", "GIF", "PNG", "PDF", "JSON", "CSV", "MIT", "LGPL", "Qt", "numpy", "numba", "Hyperliquid",
         "BitMEX", "English", "Home", "End", "Shift", "Tab", "Enter", "bp", "json", "csv", "toml", "pdf", "gif", "png",
         "Solana", "SVG", "Ctrl", "cascade", "svg"}  # fmt: skip
"""Words that are the same in every language."""


@pytest.fixture
def english(qapp):
    """Whatever a test speaks, the next one hears English."""
    before = QLocale()
    yield
    language.speak(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def chinese(qapp, english):
    language.speak(qapp, "zh_CN")


@pytest.fixture(scope="module")
def file_of_chinese():
    return catalogue.translations("zh_CN")


def test_every_marked_text_has_a_translation_and_nothing_else_does(file_of_chinese):
    marked = set(catalogue.collected())
    assert sorted(pair for pair in marked if not file_of_chinese.get(pair)) == []
    assert sorted(set(file_of_chinese) - marked) == []


def test_translations_keep_every_placeholder_and_can_be_filled_in(file_of_chinese):
    for (_, source), words in file_of_chinese.items():
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(words)), source
        fields = (
            [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
            if PLACE.search(source)
            else []
        )
        assert "" not in fields


def test_no_translation_is_left_in_english(file_of_chinese):
    left = []
    for (_, source), words in file_of_chinese.items():
        bare = PLACE.sub(" ", words)
        english = [word for word in re.findall(r"[A-Za-z]{2,}", bare) if word not in NAMES]
        if english and not re.search(r"[\u4e00-\u9fff]", bare):
            left.append((source, words))
    assert left == []


def test_the_compiled_file_is_the_written_one(qapp, file_of_chinese):
    translator = QTranslator()
    assert translator.load("cascade_zh_CN", str(language.TRANSLATIONS))
    for (context, source), words in file_of_chinese.items():
        assert translator.translate(context, source) == words, (context, source)


def test_numbers_and_sentences_are_chinese(qapp, chinese, session):
    session.go(700)
    said = [text.line_text(line, session) for line in session.story()]
    assert said
    assert all(re.search(r"[\u4e00-\u9fff]", line) and line.endswith("。") for line in said)
    assert text.duration(600) == "10\u00a0分钟"
    assert text.percent(0.074) == "7.4%"


@pytest.mark.parametrize(
    ("dollars", "words"),
    [
        (0, "$0"), (12.5, "$12.50"), (9_400, "$9,400"), (9_999.7, "$1 万"), (45_100, "$4.5 万"), (474_020, "$47.4 万"),
        (9e6, "$900 万"), (38.2e6, "$3,820 万"), (100e6, "$1 亿"), (410e6, "$4.1 亿"), (3.1e9, "$31 亿"),
        (1.34e9, "$13.4 亿"), (-11.2e9, "−$112 亿"), (99_997_000, "$1 亿"), (1.2e12, "$1.2 万亿"), (math.nan, "—"),
    ],
)  # fmt: skip
def test_chinese_counts_money_by_ten_thousands(chinese, dollars, words):
    assert text.money(dollars) == words.replace(" ", "\u00a0")


def test_what_chinese_shows_can_be_typed_back(chinese):
    typed = {"accounts.count": "60,000", "rescue.trigger_usd": "$100 亿", "breaker.window": "15 分钟", "cap.leverage": "5 倍",
             "confidence.rate": "2 倍/天", "breaker.threshold": "30%"}  # fmt: skip
    for key, words in typed.items():
        assert text.value_text(BY_KEY[key], BY_KEY[key].decode(BY_KEY[key].default)).replace("\u00a0", " ") == words
        assert read_value(BY_KEY[key], words) == BY_KEY[key].default
    for words, dollars in (("2000万", 2e7), ("1.5亿美元", 1.5e8), ("$1.2 万亿", 1.2e12), ("3 B", 3e9), ("500", 500)):
        assert read_value(BY_KEY["rescue.trigger_usd"], words) == dollars
    for words, seconds in (
        ("2小时", 7200),
        ("2 h", 7200),
        ("20分", 1200),
        ("20 minutes", 1200),
        ("90秒", 90),
        ("90", 90),
    ):
        assert read_value(BY_KEY["breaker.window"], words) == seconds


def test_a_guess_is_asked_in_the_words_of_the_language(chinese):
    cards = [
        GuessCard(Guess("number", "liquidated", low=0.0, high=high), StepText("Guess", "", question="?"))
        for high in (60e9, 60e6)
    ]
    assert [(card.number.suffix(), card.number.maximum()) for card in cards] == [(" 亿美元", 600), (" 万美元", 6000)]


def written(window):
    """Every text that a person or a screen reader can meet in a window: pairs of where and what."""
    found = [("window", window.windowTitle())]
    for widget in [window, *window.findChildren(QWidget)]:
        if isinstance(widget.parent(), QTabBar):
            continue  # Qt's own arrows
        where = type(widget).__name__
        found += [
            (where, words) for words in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        ]
        if isinstance(widget, QAbstractButton | QLabel):
            found.append((where, widget.text()))
        elif isinstance(widget, QLineEdit):
            found.append((where, widget.placeholderText()))
        elif isinstance(widget, QComboBox):
            found += [(where, widget.itemText(n)) for n in range(widget.count())]
        elif isinstance(widget, QTabWidget):
            found += [(where, widget.tabText(n)) for n in range(widget.count())]
        elif isinstance(widget, QTableWidget):
            heads = (widget.horizontalHeaderItem(n) for n in range(widget.columnCount()))
            found += [(where, head.text()) for head in heads if head is not None]
    for action in window.actions():
        found.append(("action", action.text()))
    return [(where, words) for where, words in found if words]


def english_words(words):
    return [word for word in re.findall(r"[A-Za-z]{2,}", words) if word not in NAMES]


def test_everything_on_screen_changes_its_language_at_once(everything, english, qapp):
    window, session = everything.window, everything.session
    session.go(620)
    session.change("breaker.on", True)
    session.go(640)
    window.switches.more.turn()
    window.switches.new_run.turn()
    everything.help.show_source("totals.reproduction")
    everything.actions.by_name["language_zh_CN"].trigger()
    window.draw()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [(where, words) for where, words in written(window) if english_words(words)
            and not re.search(r"[\u4e00-\u9fff]", words)]  # fmt: skip
    assert left == []
    assert everything.settings.language == "zh_CN"
    menus = [action.text() for action in everything.bar.actions()]
    assert menus[0] == "文件(&F)"
    assert window.findChild(WhereFromDialog).windowTitle() == "来自哪里？"
    everything.actions.by_name["language_en"].trigger()
    window.draw()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    chinese = [words for _, words in written(window) if re.search(r"[\u4e00-\u9fff]", words)]
    assert set(chinese) <= {language.NAMES["zh_CN"]}


def test_painted_words_change_too(everything, english):
    window = everything.window
    everything.session.go(620)
    window.draw()
    first = window.grab().toImage()
    everything.actions.by_name["language_zh_CN"].trigger()
    window.draw()
    assert [figure.name for figure in window.totals.figures()][0] == "强平额"
    assert window.grab().toImage() != first


@pytest.mark.parametrize("width", [260, 320, 346, 400, 470])
def test_numbers_of_the_totals_have_one_size_in_chinese_too(chinese, qtbot, session, width):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(width, 300)
    panel.refresh(Change.MOMENT, session.frame())
    for usd in (2.72e11, 1.733e7, 1.23e10):
        for room, item in zip(panel.rooms(), panel.figures(), strict=True):
            assert panel._letters(item.main, room.width()).width(text.money(usd)) <= room.width()


def test_an_unknown_language_of_the_system_is_english():
    assert language.system_language() in language.languages()
    assert language.language_name("zh_CN") == "简体中文"


ONE_WORD = {
    "说法": "论断", "头寸": "仓位", "您": "你", "停牌": "暂停交易", "复牌": "恢复交易", "渐进强平": "分批强平", "未偿": "坏账",
    "另一条路": "对照分支", "这条路": "本分支", "原路": "原始分支", "偶然成交": "随机成交", "噪声订单": "随机订单",
    "价值交易者": "价值买家",
    "(?<!最)小币": "小市值币", "标记价格": "标记价", "强平价格": "强平价", "基本价值": "基本面价值", "舞台": "主画面",
    "天气": "随机行情", "被追缴": "触发强平", "听闻": "得知", r"(\d|\}) %": "%, no space before it",
}  # fmt: skip
"""What Chinese calls otherwise now: a class that meets two words looks for two things."""


def test_chinese_has_one_word_for_each_thing(file_of_chinese):
    pages = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
             for path in sorted((ROOT / "resources").rglob("*.md")) if "zh_CN" in path.as_posix()}  # fmt: skip
    texts = {"{}|{}".format(*pair): words for pair, words in file_of_chinese.items()} | pages
    assert len(pages) > 20
    left = [(place, word) for place, words in texts.items() for word in ONE_WORD if re.search(word, words)]
    assert left == []


def bold_texts():
    """Every text with bold words: pages and lessons, whole, and the translated lines, filled in."""
    for path in sorted(
        [*(ROOT / "resources" / "lessons").glob("*/*.md"), *(ROOT / "resources" / "handbook").glob("*/*.md")]
    ):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for file in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        for words in ElementTree.parse(file).getroot().iter("translation"):
            if "**" in (words.text or ""):
                yield words.text, re.sub(r"{\w+}", "10 %", words.text)


def test_no_star_is_left_where_words_should_be_bold(qapp):
    checked = 0
    for name, words in bold_texts():
        document = QTextDocument()
        document.setMarkdown(words)
        assert "**" not in document.toPlainText(), name
        checked += "**" in words
    assert checked > 30


OF_THE_WINDOW = ("bad_input", "book_shape", "files", "lesson_reader", "recording", "saved", "scenario", "snapshot_import",
                 "table_reader")  # fmt: skip
"""Readers of files that a window opens; commands read the others."""


@pytest.mark.parametrize("name", OF_THE_WINDOW)
def test_what_a_reader_of_files_expected_is_marked_to_be_translated(name):
    tree = ast.parse((ROOT / "model" / (name + ".py")).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    raised = [call for call in calls if getattr(call.func, "id", "") == "BadInput" and len(call.args) > 2]
    plain = [ast.unparse(call.args[2]) for call in raised if isinstance(call.args[2], (ast.Constant, ast.JoinedStr))]
    assert set(plain) <= {"'KEY=VALUE'"}, name  # said on the command line only
