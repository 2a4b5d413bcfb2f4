"""The input of the measurements: a visitor's answers to the example form."""

from __future__ import annotations


def customer(number: int) -> dict[str, str]:
    """A new customer, different for each number."""
    return {
        "company": f"Northwind Traders {number}",
        "contact_name": "Ada Byron",
        "email": f"ada.{number}@northwind.example",
        "phone": "+44 20 7946 0958",
        "country": "GB",
        "note": "We would like a price list for spring.",
    }


def step_body(reference: str, number: int) -> dict[str, str]:
    """The payload that a step sends: the computed mapping of `bench.scenario`."""
    data = customer(number)
    return {
        "ref": reference,
        "company": data["company"],
        "email": data["email"],
        "note": data["note"],
    }
