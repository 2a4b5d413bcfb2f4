from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest

from tests.conftest import WAYBILL, CommandLine, Organization, key_made
from tests.front import Front
from tests.terminals.terminal import in_terminal

_CODE = re.compile(r"code: ([A-Z]{4}-[A-Z]{4})")


@pytest.fixture
def signed_in(nobody: CommandLine, server: Front, key: str) -> CommandLine:
    assert nobody("login", server.url, stdin=f"{key}\n").code == 0
    return nobody


def test_a_key_from_standard_input_is_checked_and_kept_where_only_the_user_reads(
    nobody: CommandLine, server: Front, key: str
) -> None:
    ended = nobody("login", server.url, stdin=f"{key}\r\n")
    assert ended.code == 0, ended.err
    assert "Riverside" in ended.err
    assert key not in ended.out + ended.err
    files = {path.name: path for path in nobody.home.iterdir() if path.stat().st_size}
    assert set(files) == {"profiles.json", "credentials.json"}
    assert key not in files["profiles.json"].read_text()
    assert files["credentials.json"].stat().st_mode & 0o777 == 0o600
    assert nobody("whoami").code == 0


def test_a_key_that_is_typed_is_not_shown(nobody: CommandLine, server: Front, key: str) -> None:
    code, screen = in_terminal(
        [WAYBILL, "login", server.url, "--with-key"],
        nobody.environment,
        watch=lambda screen: f"{key}\n" if "API key" in screen else None,
    )
    assert code == 0, screen
    assert key not in screen


@pytest.mark.parametrize("verb", ["approve", "refuse"])
def test_a_person_lets_the_command_line_in_with_a_browser(
    nobody: CommandLine, server: Front, organization: Organization, verb: str
) -> None:
    def watch(screen: str) -> str | None:
        shown = _CODE.search(screen)
        if shown is None:
            return None
        decide(server, organization, verb, shown[1])
        return ""

    code, screen = in_terminal([WAYBILL, "login", server.url], nobody.environment, watch=watch)
    if verb == "approve":
        assert code == 0, screen
        assert organization.owner in nobody("whoami").out
        assert nobody("logout").err.startswith("Signed out")
    else:
        assert code == 4
        assert "refused in the browser" in screen
    assert nobody("whoami").code == 4


def decide(server: Front, organization: Organization, verb: str, code: str) -> None:
    """What the owner's browser sends when they signed in and pressed the button."""
    with httpx.Client(base_url=server.url) as browser:
        browser.get("/_allauth/browser/v1/auth/session")
        person = {"email": organization.owner, "password": organization.password}
        for path, body in (
            ("/_allauth/browser/v1/auth/login", person),
            ("/api/v1/device-sign-ins/look", {"user_code": code}),
        ):
            found = browser.post(path, json=body, headers=csrf(browser)).raise_for_status()
        body = {"user_code": code}
        if verb == "approve":
            body["organization_id"] = found.json()["places"][0]["organization"]["id"]
        path = f"/api/v1/device-sign-ins/{verb}"
        browser.post(path, json=body, headers=csrf(browser)).raise_for_status()


def csrf(browser: httpx.Client) -> dict[str, str]:
    (token,) = (value for name, value in browser.cookies.items() if name.endswith("csrftoken"))
    return {"X-CSRFToken": token}


def test_a_wrong_key_is_refused_and_not_kept(nobody: CommandLine, server: Front) -> None:
    ended = nobody("login", server.url, stdin="wbk_wrong")
    assert ended.code == 4
    assert "does not let you in" in ended.err
    assert list(nobody.home.iterdir()) == []


def test_a_key_is_not_sent_unencrypted_to_another_machine(nobody: CommandLine) -> None:
    ended = nobody("login", "http://waybill.example.com", stdin="wbk_any")
    assert ended.code == 2
    assert "unencrypted" in ended.err


def test_nobody_is_told_to_sign_in(nobody: CommandLine) -> None:
    ended = nobody("runs")
    assert ended.code == 4
    assert "waybill login" in ended.err


def test_profiles_are_chosen_among(signed_in: CommandLine, server: Front, key: str) -> None:
    signed_in("login", server.url, "--profile", "staging", stdin=key)
    listed = [json.loads(line) for line in signed_in("profiles", "--json").out.splitlines()]
    assert [(each["profile"], each["current"]) for each in listed] == [
        ("default", False),
        ("staging", True),
    ]
    assert signed_in("profiles", "use", "default").code == 0
    assert json.loads(signed_in("whoami", "--json").out)["profile"] == "default"
    missing = signed_in("profiles", "use", "production")
    assert missing.code == 1
    assert "default, staging" in missing.err


def test_logout_forgets_the_key(signed_in: CommandLine, key: str) -> None:
    assert signed_in("logout").code == 0
    assert all(key not in path.read_text() for path in signed_in.home.iterdir())
    assert signed_in("whoami").code == 4


def test_the_environment_wins_over_the_current_profile_and_a_named_one_over_both(
    signed_in: CommandLine, server: Front, key: str
) -> None:
    signed_in.variables |= {"WAYBILL_URL": server.url, "WAYBILL_API_KEY": key}
    assert json.loads(signed_in("whoami", "--json").out)["profile"] is None
    named = signed_in("whoami", "--json", "--profile", "default")
    assert json.loads(named.out)["profile"] == "default"


def test_half_of_the_environment_is_no_sign_in(nobody: CommandLine, server: Front) -> None:
    nobody.variables["WAYBILL_URL"] = server.url
    ended = nobody("runs")
    assert ended.code == 2
    assert "WAYBILL_API_KEY" in ended.err


def test_a_credential_that_others_can_read_is_not_used(signed_in: CommandLine) -> None:
    (signed_in.home / "credentials.json").chmod(0o644)
    ended = signed_in("whoami")
    assert ended.code == 1
    assert "chmod 600" in ended.err


def test_an_address_that_was_changed_in_the_file_does_not_get_the_key(
    signed_in: CommandLine, server: Front
) -> None:
    file: Path = signed_in.home / "profiles.json"
    file.write_text(file.read_text().replace(server.url, "https://elsewhere.example"))
    ended = signed_in("runs")
    assert ended.code == 4
    assert "is gone" in ended.err


def test_a_key_without_the_right_is_told_which_it_needs(
    nobody: CommandLine, server: Front, organization: Organization
) -> None:
    poor = key_made(organization, "connections:read")
    nobody.variables |= {"WAYBILL_URL": server.url, "WAYBILL_API_KEY": poor}
    assert nobody("whoami").code == 0
    ended = nobody("runs")
    assert ended.code == 4
    assert "waybill whoami" in ended.err
    assert "Request id: " in ended.err
