"""The language and the time zone in which a person reads the console."""

from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import User
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant

ME = "/api/v1/me"
PREFERENCES = f"{ME}/preferences"


@pytest.fixture
def browser(public: Api, tenant: Tenant) -> Api:
    public.client.force_login(tenant.user)
    return public


def preferred(api: Api) -> tuple[Any, Any]:
    me = api.get(ME).json()
    return me["language"], me["time_zone"]


def test_nobody_prefers_anything_at_first(browser: Api) -> None:
    assert preferred(browser) == (None, None)


def test_what_a_person_prefers_goes_with_their_account(
    browser: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    wanted = {"language": "de", "time_zone": "America/Los_Angeles"}
    answer = browser.call("PUT", PREFERENCES, wanted)
    assert answer.status_code == 200
    assert wanted.items() <= answer.json().items()
    assert preferred(browser) == ("de", "America/Los_Angeles")
    other = User.objects.get(pk=other_tenant.user.pk)
    assert (other.language, other.time_zone) == ("", "")


def test_what_is_left_out_is_as_the_browser_has_it(browser: Api) -> None:
    browser.call("PUT", PREFERENCES, {"language": "de", "time_zone": "Europe/Berlin"})
    browser.call("PUT", PREFERENCES, {"time_zone": "Europe/Berlin"})
    assert preferred(browser) == (None, "Europe/Berlin")


@pytest.mark.parametrize(
    "wanted",
    [
        {"time_zone": "Europe/Atlantis"},
        {"time_zone": "../../etc/passwd"},
        {"time_zone": ""},
        {"time_zone": "x" * 10_000},
        {"language": "fr"},
        {"language": "DE"},
    ],
)
def test_a_language_or_zone_that_does_not_exist_is_refused(
    browser: Api, wanted: dict[str, str]
) -> None:
    browser.call("PUT", PREFERENCES, {"language": "de", "time_zone": "Europe/Berlin"})
    assert_problem(browser.call("PUT", PREFERENCES, wanted), 422, "invalid_input")
    assert preferred(browser) == ("de", "Europe/Berlin")


def test_a_machine_has_no_language(machine: Api) -> None:
    assert preferred(machine) == (None, None)
    assert machine.call("PUT", PREFERENCES, {"language": "de"}).status_code == 401
