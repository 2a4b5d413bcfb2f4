"""The deployment itself, against a server that answers like Railway."""

from __future__ import annotations

import pytest

from railway.api import Railway, RailwayError
from railway.deploy import SERVICES, Release, deploy
from railway.tests.conftest import Cloud


def run(cloud: Cloud) -> None:
    railway = Railway("project-token", f"{cloud.url}/graphql/v2", poll_seconds=0.01)
    deploy(railway, Release("ghcr.io/o/r", "abc123", f"{cloud.url}/health/ready", 2, 0.2))


def test_deploys_every_service_in_order_with_its_image_and_settings(cloud: Cloud) -> None:
    run(cloud)

    assert cloud.deployed == [f"id-{name}" for name in SERVICES]
    api = cloud.settings["id-api"]
    assert api["source"] == {"image": "ghcr.io/o/r/api:abc123"}
    assert api["preDeployCommand"] == ["python manage.py migrate --no-input"]
    assert cloud.settings["id-beat"]["source"] == {"image": "ghcr.io/o/r/worker:abc123"}
    assert cloud.limits["id-api"] | {"vCPUs": 2, "memoryGB": 1} == cloud.limits["id-api"]
    assert api["numReplicas"] == 2
    assert "numReplicas" not in cloud.settings["id-worker-delivery"]
    assert cloud.settings["id-web"]["source"] == {"image": "ghcr.io/o/r/web:abc123"}
    assert cloud.rolled_back == []


def test_sends_the_project_token_and_a_name_of_its_own(cloud: Cloud) -> None:
    run(cloud)

    assert cloud.headers["project-access-token"] == "project-token"
    assert cloud.headers["user-agent"] == "waybill-deploy"


def test_a_failed_service_stops_the_deployment_and_brings_the_changed_ones_back(
    cloud: Cloud,
) -> None:
    cloud.fails = "worker-critical"

    with pytest.raises(RailwayError, match="ended as FAILED"):
        run(cloud)

    assert cloud.deployed == ["id-api", "id-worker-delivery", "id-worker-critical"]
    assert cloud.rolled_back == [
        "old-id-worker-critical",
        "old-id-worker-delivery",
        "old-id-api",
    ]


def test_a_health_check_that_never_passes_brings_the_release_before_back(cloud: Cloud) -> None:
    cloud.images = {f"id-{name}": f"ghcr.io/o/r/{name}:before" for name in SERVICES}
    cloud.fails, cloud.slow_to_fail = "api", 3

    with pytest.raises(RailwayError, match="ended as FAILED"):
        run(cloud)

    assert cloud.deployed == ["id-api"]
    assert cloud.rolled_back == ["old-id-api"]


def test_nothing_starts_the_failed_image_later(cloud: Cloud) -> None:
    before = {f"id-{name}": f"ghcr.io/o/r/{name}:before" for name in SERVICES}
    cloud.images = dict(before)
    cloud.healthy = False

    with pytest.raises(RailwayError):
        run(cloud)

    assert cloud.images == before


def test_a_project_without_an_autoscaler_is_deployed_too(
    cloud: Cloud, capsys: pytest.CaptureFixture[str]
) -> None:
    cloud.services = tuple(name for name in SERVICES if name != "autoscaler")

    run(cloud)

    assert cloud.deployed == [f"id-{name}" for name in cloud.services]
    assert "autoscaler: left out" in capsys.readouterr().out


def test_a_wrong_token_changes_nothing(cloud: Cloud) -> None:
    railway = Railway("another token", f"{cloud.url}/graphql/v2", poll_seconds=0.01)

    with pytest.raises(RailwayError, match="Not Authorized"):
        deploy(railway, Release("ghcr.io/o/r", "abc123", f"{cloud.url}/health/ready", 2, 0.2))

    assert cloud.deployed == []


def test_an_unhealthy_whole_brings_every_service_back(cloud: Cloud) -> None:
    cloud.healthy = False

    with pytest.raises(RailwayError, match=r"not healthy .* 503 .*see checks"):
        run(cloud)

    assert cloud.rolled_back == [f"old-id-{name}" for name in reversed(SERVICES)]


def test_a_first_deployment_has_nothing_to_go_back_to(
    cloud: Cloud, capsys: pytest.CaptureFixture[str]
) -> None:
    cloud.first_time = True
    cloud.fails = "api"

    with pytest.raises(RailwayError):
        run(cloud)

    assert cloud.rolled_back == []
    assert "api: nothing to go back to" in capsys.readouterr().out


def test_a_passing_outage_of_railway_is_waited_out(cloud: Cloud) -> None:
    cloud.hiccups = 3

    run(cloud)

    assert cloud.rolled_back == []


def test_a_missing_service_is_named_before_anything_changes(cloud: Cloud) -> None:
    cloud.services = tuple(name for name in SERVICES if name != "beat")

    with pytest.raises(RailwayError, match="no service named beat"):
        run(cloud)

    assert cloud.deployed == []


@pytest.mark.parametrize("trouble", ["broken_off", "unknown"])
def test_an_answer_that_is_none_is_asked_for_again(cloud: Cloud, trouble: str) -> None:
    setattr(cloud, trouble, 3)

    run(cloud)

    assert getattr(cloud, trouble) == 0
    assert cloud.rolled_back == []


def test_a_deployment_that_stays_unknown_is_taken_back(cloud: Cloud) -> None:
    cloud.unknown = 1_000_000

    with pytest.raises(RailwayError, match="is still QUEUED"):
        run(cloud)

    assert cloud.rolled_back == ["old-id-api"]


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, TypeError])
def test_whatever_ends_it_early_brings_the_changed_ones_back(
    cloud: Cloud, end: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = Railway.wait

    def ends_at_the_second(self: Railway, deployment_id: str, timeout_seconds: float) -> None:
        if deployment_id != "new-id-api":
            raise end
        wait(self, deployment_id, timeout_seconds)

    monkeypatch.setattr(Railway, "wait", ends_at_the_second)

    with pytest.raises(end):
        run(cloud)

    assert cloud.rolled_back == ["old-id-worker-delivery", "old-id-api"]
