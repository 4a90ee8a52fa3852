"""Stock acquisition rights and convertible bonds, a row a series."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import MONEY, PERCENT, RIGHTS, SHARES, Choice, Count, Date, Number, Option, Row, Text, term

TERMS_SHARES = Basis(
    "Terms of issue", "Terms of the rights: the shares per right follow the ratio; a fraction of a share is cut off."
)
TERMS_PRICE = Basis(
    "Terms of issue",
    "Terms of the rights: the exercise price is divided by the ratio and rounded as the terms say."
    " A price of one yen stays one yen.",
)
TERMS_SHARES_ON_EXERCISE = Basis(
    "Terms of issue",
    "Rights × shares per right; for a convertible bond the face value ÷ conversion price, a fraction cut off.",
)
AMOUNT = Basis("Definition", "What is paid to exercise one right: shares per right × exercise price.")
DRIFT = Basis("Rounding", "Rounding of the price shifts the amount paid per right a little.")
DILUTION = Basis("Definition", "Shares on exercise ÷ issued shares.")
TREASURY_METHOD = Basis(
    "ASBJ Statement 2, §26",
    "ASBJ Statement No. 2, paragraph 26: shares on exercise less the shares that the proceeds would buy"
    " at the average price. Convertible bonds count as if converted.",
)


@record(frozen=True)
class Series(Row):
    name: Text = term("Series", "Name of the series, such as 1st or 2020-A")
    kind: Choice = term(
        "Kind", "One-yen options keep their price; convertible bonds convert from the face value",
        default='"ordinary"',
        options=(
            Option("ordinary", "ordinary", ("普通", "通常", "stock option", "SO")),
            Option("one_yen", "one yen", ("1円", "株式報酬型", "1-yen", "stock compensation")),
            Option("convertible", "convertible bond", ("CB", "転換社債", "新株予約権付社債", "convertible")),
        ),
    )  # fmt: skip
    rights: Count = term("Rights", "Number of rights not yet exercised", RIGHTS)
    shares_per_right: Number = term("Shares per right", "Shares to be issued on exercise of one right", SHARES)
    face_value: Number = term("Face value per right", "Convertible bonds: total face value per right", MONEY)
    exercise_price: Number = term(
        "Exercise price", "Per share; for convertible bonds the conversion price", MONEY,
        default='IF(kind == "one_yen", 1, MISSING)',
    )  # fmt: skip
    rounding: Choice = term(
        "Rounding", "How the terms round the adjusted price",
        default='IF(kind == "convertible", "half_up_0.1", IF(company.decimals == 0, "up_1", "up_0.01"))',
        options=(
            Option("up_1", "up to 1"), Option("up_0.1", "up to 0.1"), Option("up_0.01", "up to 0.01"),
            Option("down_1", "down to 1"), Option("down_0.1", "down to 0.1"), Option("down_0.01", "down to 0.01"),
            Option("half_up_1", "half up to 1"), Option("half_up_0.1", "half up to 0.1"),
            Option("half_up_0.01", "half up to 0.01"), Option("none", "not rounded"),
        ),
    )  # fmt: skip
    effective_date: Date = term(
        "Applies from", "First day of the adjusted terms; otherwise the effective date of the split",
        default="schedule.effective_date",
    )  # fmt: skip
    exercise_from: Date = term("Exercise from", "First day of the exercise period")
    exercise_to: Date = term("Exercise to", "Last day of the exercise period")
    announced_shares_per_right: Number = term(
        "Announced shares per right", "After the split, as the issuer printed it", SHARES
    )
    announced_exercise_price: Number = term(
        "Announced exercise price", "After the split, as the issuer printed it", MONEY
    )


_CONVERTED = "ROUNDDOWN(rights * face_value / {price}, 0)"

QUANTITIES = (
    Quantity(
        "options[].shares_per_right_after", "Shares per right after", SHARES,
        'IF(kind == "convertible", MISSING, ROUNDDOWN(shares_per_right * split.numerator / split.denominator, 0))',
        basis=TERMS_SHARES, kind=Kind.COUNT,
    ),
    Quantity(
        "options[].exercise_price_after", "Exercise price after", MONEY,
        'IF(kind == "one_yen", exercise_price,'
        " ROUNDBY(exercise_price * split.denominator / split.numerator, rounding))",
        basis=TERMS_PRICE,
    ),
    Quantity(
        "options[].underlying", "Shares on exercise", SHARES,
        f'IF(kind == "convertible", {_CONVERTED.format(price="exercise_price")}, rights * shares_per_right)',
        basis=TERMS_SHARES_ON_EXERCISE,
    ),
    Quantity(
        "options[].underlying_after", "Shares on exercise after", SHARES,
        f'IF(kind == "convertible", {_CONVERTED.format(price="exercise_price_after")},'
        " rights * shares_per_right_after)",
        basis=TERMS_SHARES_ON_EXERCISE, kind=Kind.COUNT,
    ),
    Quantity(
        "options[].amount_per_right", "Amount paid per right", MONEY,
        'IF(kind == "convertible", face_value, shares_per_right * exercise_price)', basis=AMOUNT,
    ),
    Quantity(
        "options[].amount_per_right_after", "Amount paid per right after", MONEY,
        'IF(kind == "convertible", face_value, shares_per_right_after * exercise_price_after)', basis=AMOUNT,
    ),
    Quantity(
        "options[].drift", "Change in the amount per right", PERCENT,
        "amount_per_right_after / amount_per_right - 1", basis=DRIFT,
    ),
    Quantity(
        "options[].increment", "Dilutive shares", SHARES,
        'IF(kind == "convertible", underlying,'
        " IF(exercise_price < prices.average, underlying - underlying * exercise_price / prices.average, 0))",
        basis=TREASURY_METHOD, internal=True,
    ),
    Quantity(
        "options[].increment_after", "Dilutive shares after", SHARES,
        'IF(kind == "convertible", underlying_after,'
        " IF(exercise_price_after < prices.average_after,"
        " underlying_after - underlying_after * exercise_price_after / prices.average_after, 0))",
        basis=TREASURY_METHOD, internal=True,
    ),
    Quantity(
        "options.shares_per_right", "Shares per right, alike in all series", SHARES,
        "IF(MIN(options[:].shares_per_right) == MAX(options[:].shares_per_right),"
        " MIN(options[:].shares_per_right), MISSING)",
        basis=TERMS_SHARES, internal=True,
    ),
    Quantity(
        "options.shares_per_right_after", "Shares per right after, alike in all series", SHARES,
        "IF(MIN(options[:].shares_per_right_after) == MAX(options[:].shares_per_right_after),"
        " MIN(options[:].shares_per_right_after), MISSING)",
        basis=TERMS_SHARES, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "options.underlying", "Shares on exercise of all rights", SHARES, "SUM(options[:].underlying)",
        basis=TERMS_SHARES_ON_EXERCISE,
    ),
    Quantity(
        "options.underlying_after", "Shares on exercise of all rights, after", SHARES,
        "SUM(options[:].underlying_after)", basis=TERMS_SHARES_ON_EXERCISE, kind=Kind.COUNT,
    ),
    Quantity(
        "options.dilution", "Shares on exercise ÷ issued shares", PERCENT, "options.underlying / shares.issued",
        basis=DILUTION,
    ),
    Quantity(
        "options.dilution_after", "Shares on exercise ÷ issued shares, after", PERCENT,
        "options.underlying_after / shares.issued_after", basis=DILUTION,
    ),
    Quantity(
        "options.increment", "Dilutive shares, treasury-stock method", SHARES, "SUM(options[:].increment)",
        basis=TREASURY_METHOD,
    ),
    Quantity(
        "options.increment_after", "Dilutive shares after, treasury-stock method", SHARES,
        "SUM(options[:].increment_after)", basis=TREASURY_METHOD,
    ),
)  # fmt: skip
