"""The paths of the terms that announcements state, each spelt out once."""

ISSUED, INCREASE, AFTER = "shares.issued", "announced.shares.increase", "announced.shares.issued_after"
AUTHORIZED, AUTHORIZED_AFTER = "shares.authorized", "shares.authorized_after"
MAY_INCREASE, TREASURY, BY_MEETING = "shares.may_increase", "shares.treasury", "shares.by_meeting"
RESOLUTION, NOTICE = "schedule.resolution_date", "schedule.notice_date"
RECORD, EFFECTIVE = "schedule.record_date", "schedule.effective_date"
SUBSTANCE = "announced.schedule.record_date_in_substance"
EX_DATE, LAST_CUM_DATE = "announced.schedule.ex_date", "announced.schedule.last_cum_date"
MARKET, LISTING, CURRENCY = "schedule.market", "company.listing", "company.currency"
CODE, COMPANY_NAME, UNIT, UNIT_AFTER = "company.code", "company.name", "company.unit", "company.unit_after"
ADR_EFFECTIVE, ADR_RECORD, ADR_DISTRIBUTION = "adr.effective_date", "adr.record_date", "adr.distribution_date"
ADR_CLOSED_FROM, ADR_CLOSED_TO = "adr.closed_from", "adr.closed_to"
ADR_DEPOSITARY, ADR_FEE = "adr.depositary", "adr.fee_per_100"
OLD_ADRS, NEW_ADRS = "adr.old_adrs", "adr.new_adrs"
RATIO_OLD, RATIO_NEW = "split.old", "split.new"
ARTICLE, ARTICLES_EFFECTIVE = "articles.number", "articles.effective_date"

#: Before, added and after, in this order.
ISSUED_COUNTS = (ISSUED, INCREASE, AFTER)
AUTHORIZED_COUNTS = (AUTHORIZED, AUTHORIZED_AFTER)
#: The dates of shares, as those of the ADRs.
OF_ADRS = {EFFECTIVE: ADR_EFFECTIVE, RECORD: ADR_RECORD}

#: Marks before a path: the count is taken off; nothing says of which time it is, so it is less sure.
DECREASE = f"-{INCREASE}"
BARE_ISSUED = f"~{ISSUED}"
