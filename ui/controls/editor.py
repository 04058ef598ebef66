"""The control of one parameter, made from its declaration alone: name, badge, slider, field, or list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSlider, QWidget

from model.parameter import Kind, Parameter
from model.timeline import Value
from ui.controls.eliding import ElidingChoice
from ui.controls.reading import read_value, scale_of
from ui.controls.toggle import Toggle
from ui.sources import SOURCE, Badge, provenance_text
from ui.text import choice_text, is_part, parameter_help, parameter_title, translate, unit_text, value_text
from ui.theme import keeper, pixels


def tip_text(parameter: Parameter) -> str:
    """What a parameter means, what it may be, and where its default comes from."""
    limits = translate("Editor", "{help}\nDefault {default}: {provenance}.")
    return limits.format(
        help=parameter_help(parameter),
        default=value_text(parameter, parameter.decode(parameter.default)),
        provenance=provenance_text(parameter),
    )


def problem_text(parameter: Parameter) -> str:
    """What may stand here, in one sentence."""
    sentence = translate("Editor", "{title}: from {low} to {high}.")
    low, high = (value_text(parameter, parameter.decode(limit)) for limit in (parameter.low, parameter.high))
    return sentence.format(title=parameter_title(parameter), low=low, high=high)


def keeps_key(event: QEvent, keys: Sequence[Qt.Key]) -> bool:
    """Whether the window asks if a key is a shortcut, and it is one that the control with the focus wants."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.key() in keys


CHOICE_LETTERS = 6
"""A list may be as narrow as so many letters."""


class CalmSlider(QSlider):
    """A slider that a wheel, meant for the page, does not move; its keys go before the window's."""

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys."""
        if keeps_key(event, (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Editor(QWidget):
    """One parameter's row."""

    changed = Signal(object)
    """The value the user chose."""

    def __init__(self, parameter: Parameter, choices: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """`choices` are shown in place of the parameter's own names, in their order; it may be shorter."""
        super().__init__(parent)
        self.parameter = parameter
        self._shown: Value | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "soft")
        self._badge = Badge(parameter.key)
        self.setProperty(SOURCE, parameter.key)
        self._problem = QLabel(wordWrap=True)
        self._problem.hide()
        self._problem.setProperty("role", "halt")
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._badge, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._problem, 2, 0, 1, 3)
        self._grid.setColumnStretch(0, 1)
        self._names_choices = bool(choices)
        self._add_control(choices or [choice_text(parameter, choice) for choice in parameter.choices])
        self.retranslate()
        keeper.changed.connect(self._fit)
        self._fit()

    def _add_control(self, choices: Sequence[str]) -> None:
        kind = self.parameter.kind
        if kind is Kind.SWITCH:
            self.toggle = Toggle()
            self.toggle.clicked.connect(self.changed)
            self._grid.addWidget(self.toggle, 0, 2, Qt.AlignmentFlag.AlignRight)
        elif kind is Kind.CHOICE:
            self.choice = ElidingChoice()
            self.choice.addItems(list(choices))
            self.choice.activated.connect(lambda place: self.changed.emit(self.parameter.choices[place]))
            self.choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.choice.setMinimumContentsLength(CHOICE_LETTERS)
            self._grid.addWidget(self.choice, 1, 0, 1, 3)
        else:
            self._scale = scale_of(self.parameter)
            self.slider = CalmSlider(Qt.Orientation.Horizontal)
            self.slider.setTracking(False)
            self.slider.setRange(0, self._scale.places)
            self.slider.setPageStep(max(1, self._scale.places // 20))
            self.slider.setMinimumWidth(48)
            self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.slider.sliderMoved.connect(self._preview)
            self.slider.valueChanged.connect(self._slid)
            self.field = QLineEdit(alignment=Qt.AlignmentFlag.AlignRight)
            self.field.editingFinished.connect(self._typed)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.slider, 1)
            row.addWidget(self.field)
            self._grid.addLayout(row, 1, 0, 1, 3)

    def _fit(self) -> None:
        if hasattr(self, "field"):
            self.field.setFixedWidth(round(pixels("body") * 5.2))

    def retranslate(self) -> None:
        """Write all words again."""
        title, tip = parameter_title(self.parameter), tip_text(self.parameter)
        unit = unit_text(self.parameter.unit) if self._has_own_unit else ""
        self._title.setText(translate("Editor", "{title}, {unit}").format(title=title, unit=unit) if unit else title)
        if self.parameter.kind is Kind.CHOICE and not self._names_choices:
            for place, choice in enumerate(self.parameter.choices):
                self.choice.setItemText(place, choice_text(self.parameter, choice))
        if self._shown is not None and hasattr(self, "field") and not self.field.isModified():
            self.field.setText(self._written(self._shown))
        for part in self.findChildren(QWidget):
            if part is self._badge:
                continue
            part.setToolTip(tip)
            if not isinstance(part, QLabel):
                part.setAccessibleName(title)
                part.setAccessibleDescription(parameter_help(self.parameter))

    @property
    def _has_own_unit(self) -> bool:
        """Whether the unit stands beside the title, because it would not fit into the field."""
        parameter = self.parameter
        return parameter.unit not in ("", "$", "s") and not is_part(parameter)

    def _written(self, value: Value) -> str:
        bare = self.parameter._replace(unit="") if self._has_own_unit else self.parameter
        return value_text(bare, value)

    def _value_at(self, place: int) -> Value:
        value = self._scale.value(place)
        return round(value) if self.parameter.kind is Kind.WHOLE else value

    def _preview(self, place: int) -> None:
        self.field.setText(self._written(self._value_at(place)))

    def _slid(self, place: int) -> None:
        self._say("")
        self.changed.emit(self._value_at(place))

    def _typed(self) -> None:
        if not self.field.isModified():
            return
        value = read_value(self.parameter, self.field.text())
        if value is None or self.parameter.problem(value):
            self._say(problem_text(self.parameter))
            return
        self._say("")
        self.field.setModified(False)
        self.changed.emit(value)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with what was typed; empty if nothing is."""
        return self._problem.text()

    def show_value(self, value: Value, waits: bool = False) -> None:
        """Show a value without announcing it; one that waits for a new run is marked."""
        role = "heading" if waits else "soft"
        if self._title.property("role") != role:
            self._title.setProperty("role", role)
            self._title.style().polish(self._title)
        if self.parameter.kind is Kind.SWITCH:
            self.toggle.setChecked(bool(value))
        elif self.parameter.kind is Kind.CHOICE:
            self.choice.setCurrentIndex(self.parameter.choices.index(str(value)))
        elif not self.field.hasFocus() or value != self._shown:
            with QSignalBlocker(self.slider):
                self.slider.setValue(self._scale.place(float(value)))
            self.field.setText(self._written(value))
            self._say("")
        self._shown = value
