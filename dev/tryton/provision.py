"""Runs inside Tryton's environment: makes a company, countries, products, two users, their keys.

    python provision.py CONFIGURATION DATABASE ACCESS_FILE

Running it again changes nothing. Writes the keys to ACCESS_FILE, which only its owner can read.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pycountry  # type: ignore[import-not-found,import-untyped,unused-ignore]
from trytond import config  # type: ignore[import-not-found,unused-ignore]
from trytond.pool import Pool  # type: ignore[import-not-found,unused-ignore]
from trytond.transaction import Transaction  # type: ignore[import-not-found,unused-ignore]

COMPANY = "Riverside Trading"
EMPLOYEE = "Waybill"
PRODUCTS = (
    ("CHAIR", "Office chair", "goods", "uom_unit", "189.00"),
    ("DESK", "Standing desk", "goods", "uom_unit", "640.00"),
    ("LAMP", "Desk lamp", "goods", "uom_unit", "48.50"),
    ("CABLE", "Network cable", "goods", "uom_meter", "1.20"),
    ("SETUP", "Set-up on site", "service", "uom_hour", "95.00"),
    ("TRAINING", "Training day", "service", "uom_day", "880.00"),
)
"""Code, name, kind, unit and price in euros."""
WAYBILL_GROUPS = (("sale_opportunity", "group_opportunity"), ("sale", "group_sale"))
AUDITOR_GROUPS = (("sale", "group_sale"),)
ROOT_USER = 0


def get_or_create(model: str, domain: list[Any], values: dict[str, Any]) -> Any:
    """The only record in the domain, made from the values if there is none."""
    records = Pool().get(model)
    found = records.search(domain, limit=1) or records.create([values])
    return found[0]


def make_company() -> tuple[Any, Any]:
    """A company that keeps its books in euros, and one employee."""
    euro = {"name": "Euro", "symbol": "€", "code": "EUR", "numeric_code": "978"}
    rounding = {"digits": 2, "rounding": Decimal("0.01")}
    currency = get_or_create("currency.currency", [("code", "=", "EUR")], euro | rounding)
    party = get_or_create("party.party", [("name", "=", COMPANY)], {"name": COMPANY})
    owner = [("party", "=", party.id)]
    company = get_or_create("company.company", owner, {"party": party.id, "currency": currency.id})
    person = get_or_create("party.party", [("name", "=", EMPLOYEE)], {"name": EMPLOYEE})
    employee = get_or_create(
        "company.employee",
        [("party", "=", person.id)],
        {"party": person.id, "company": company.id},
    )
    return company, employee


def make_countries() -> None:
    """Add the missing countries of ISO 3166-1."""
    country = Pool().get("country.country")
    known = {record.code for record in country.search([])}
    country.create(
        [
            {"code": item.alpha_2, "code3": item.alpha_3, "name": item.name}
            | {"code_numeric": item.numeric}
            for item in pycountry.countries
            if item.alpha_2 not in known
        ]
    )


def make_products() -> None:
    """Add the missing products that the company sells."""
    data = Pool().get("ir.model.data")
    for code, name, kind, unit, price in PRODUCTS:
        unit_id = data.get_id("product", unit)
        values = {"name": name, "code": code, "type": kind, "list_price": Decimal(price)}
        units = {"default_uom": unit_id, "sale_uom": unit_id, "salable": True}
        variants: dict[str, Any] = {"products": [("create", [{}])]}
        get_or_create("product.template", [("code", "=", code)], values | units | variants)


def make_key(login: str, groups: Sequence[tuple[str, str]], company: Any, employee: Any) -> str:
    """The key of a REST application whose user has one role with these groups of rights."""
    data = Pool().get("ir.model.data")
    group_ids = [data.get_id(*group) for group in groups]
    role = get_or_create("res.role", [("name", "=", login)], {"name": login})
    missing = set(group_ids) - {group.id for group in role.groups}
    if missing:
        Pool().get("res.role").write([role], {"groups": [("add", sorted(missing))]})
    user = get_or_create(
        "res.user",
        [("login", "=", login)],
        {
            "name": login.title(),
            "login": login,
            "companies": [("add", [company.id])],
            "company": company.id,
            "employees": [("add", [employee.id])],
            "employee": employee.id,
            "roles": [("create", [{"role": role.id}])],
        },
    )
    application = get_or_create(
        "res.user.application",
        [("user", "=", user.id), ("application", "=", "rest"), ("state", "=", "validated")],
        {"user": user.id, "application": "rest", "state": "validated"},
    )
    return str(application.key)


def main(configuration: str, database: str, access_file: str) -> None:
    """Provision one database and write its access data."""
    config.update_etc(configuration)
    Pool.start()
    Pool(database).init()
    with Transaction().start(database, ROOT_USER):
        company, employee = make_company()
        make_countries()
        with Transaction().set_context(company=company.id):
            make_products()
            access = {
                "company": company.id,
                "employee": employee.id,
                "waybill_key": make_key("waybill", WAYBILL_GROUPS, company, employee),
                "auditor_key": make_key("auditor", AUDITOR_GROUPS, company, employee),
            }
    descriptor = os.open(access_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(access, file)


if __name__ == "__main__":
    main(*sys.argv[1:4])
