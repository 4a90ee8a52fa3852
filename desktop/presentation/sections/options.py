"""The sheet of stock acquisition rights and convertible bonds."""

from ...domain.message import N_
from ..layout import ColumnOf, Field, Group, Line, RowTable, Sheet, Statement

PER_RIGHT = N_("Shares per right")
PRICE = N_("Exercise price")
ON_EXERCISE = N_("Shares on exercise")
AMOUNT = N_("Amount paid per right")
DATES = N_("Dates")
BEFORE, AFTER, ANNOUNCED, AGREES = N_("Before"), N_("After"), N_("Announced"), N_("Agrees?")

SHEET = Sheet(
    "options",
    N_("Options"),
    (
        RowTable(
            "series",
            "options",
            (
                ColumnOf("options[].name", N_("Series")),
                ColumnOf("options[].kind", N_("Kind")),
                ColumnOf("options[].rights", N_("Rights")),
                ColumnOf("options[].shares_per_right", BEFORE, PER_RIGHT),
                ColumnOf("options[].shares_per_right_after", AFTER, PER_RIGHT),
                ColumnOf("options[].announced_shares_per_right", ANNOUNCED, PER_RIGHT),
                ColumnOf("options[].announced_shares_per_right", AGREES, PER_RIGHT,
                         agrees="options[].shares_per_right_after"),
                ColumnOf("options[].exercise_price", BEFORE, PRICE),
                ColumnOf("options[].exercise_price_after", AFTER, PRICE),
                ColumnOf("options[].announced_exercise_price", ANNOUNCED, PRICE),
                ColumnOf("options[].announced_exercise_price", AGREES, PRICE,
                         agrees="options[].exercise_price_after"),
                ColumnOf("options[].rounding", N_("Rounding"), PRICE),
                ColumnOf("options[].face_value", N_("Face value per right")),
                ColumnOf("options[].underlying", BEFORE, ON_EXERCISE, total="options.underlying"),
                ColumnOf("options[].underlying_after", AFTER, ON_EXERCISE, total="options.underlying_after"),
                ColumnOf("options[].amount_per_right", BEFORE, AMOUNT),
                ColumnOf("options[].amount_per_right_after", AFTER, AMOUNT),
                ColumnOf("options[].drift", N_("Change"), AMOUNT),
                ColumnOf("options[].increment", BEFORE, N_("Dilutive shares"), total="options.increment"),
                ColumnOf("options[].increment_after", AFTER, N_("Dilutive shares"), total="options.increment_after"),
                ColumnOf("options[].effective_date", N_("Applies from"), DATES),
                ColumnOf("options[].exercise_from", N_("Exercise from"), DATES),
                ColumnOf("options[].exercise_to", N_("Exercise to"), DATES),
            ),
        ),
        Statement(
            "dilution",
            (
                Group(
                    N_("Dilution"),
                    (
                        Line(N_("Shares on exercise"), "options.underlying", after="options.underlying_after"),
                        Line(N_("Shares on exercise ÷ issued shares"), "options.dilution",
                             after="options.dilution_after"),
                        Line(N_("Dilutive shares, treasury-stock method"), "options.increment",
                             after="options.increment_after"),
                    ),
                ),
            ),
            (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.CHANGE, Field.BASIS),
        ),
    ),
    long_title=N_("Stock acquisition rights"),
    description=N_("Rights and convertible bonds, series by series"),
)  # fmt: skip
