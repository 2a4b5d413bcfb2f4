"""The files of `kubernetes/` say the same as Compose, and keep their promises about safety."""

from __future__ import annotations

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml
from railway.scaling import DOWN_PAUSE_SECONDS, QUIET_SECONDS, RULES, SECONDS_PER_WORKER

from dev.installing.node import TOOLS
from dev.layout import ROOT
from dev.manifests.files import (
    FOLDER,
    NOT_FOR_THE_CLUSTER,
    Manifest,
    documents,
    rendered,
    scaling_queries,
)
from dev.manifests.judge import faults
from dev.observability.programs import require

DOCUMENTS = [(str(path.relative_to(FOLDER)), each) for path, each in documents()]
OBJECTS = [each for _, each in DOCUMENTS]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker" / "docker-compose.yml").read_text())[
    "services"
]
OURS = {
    name: each
    for name, each in COMPOSE.items()
    if each["image"].startswith("waybill/") and "demo" not in each.get("profiles", ())
}
STORES = ("postgres-from-waybill", "redis-from-waybill")
USERS = {"waybill/api": "django", "waybill/worker": "celery", "waybill/web": "nextjs"}


def of(kind: str) -> dict[str, Manifest]:
    return {each["metadata"]["name"]: each for each in OBJECTS if each["kind"] == kind}


DEPLOYMENTS = of("Deployment")
PODS = {
    name: each["spec"]["template"]
    for name, each in {**DEPLOYMENTS, "migrate": of("Job")["migrate"]}.items()
}


def seconds(written: str) -> int:
    return int(written.removesuffix("s"))


def selected(selector: Manifest) -> set[str]:
    """The pods that a selector means."""
    wanted = selector.get("matchLabels", {})
    among = {each["key"]: each["values"] for each in selector.get("matchExpressions", ())}
    found = set()
    for name, pod in PODS.items():
        labels = pod["metadata"]["labels"]
        if wanted.items() <= labels.items() and all(labels.get(k) in v for k, v in among.items()):
            found.add(name)
    return found


@pytest.mark.parametrize(("where", "manifest"), DOCUMENTS, ids=lambda each: str(each)[:40])
def test_every_object_is_what_its_schema_says(where: str, manifest: Manifest) -> None:
    assert faults(manifest) == []


@pytest.mark.parametrize("kind", ["Deployment", "ScaledObject", "PodMonitor", "NetworkPolicy"])
def test_a_field_that_nobody_knows_is_noticed(kind: str) -> None:
    manifest = deepcopy(next(each for each in OBJECTS if each["kind"] == kind))
    manifest["spec"]["replcas"] = 2

    assert faults(manifest) != []


def test_kustomize_reads_every_file() -> None:
    for kustomization in FOLDER.rglob("kustomization.yaml"):
        read = yaml.safe_load(kustomization.read_text())
        listed = set(read["resources"]) | {
            each["path"] for each in read.get("patches", ()) if "path" in each
        }
        there = {path.name for path in kustomization.parent.glob("*.yaml")} - NOT_FOR_THE_CLUSTER
        assert {name for name in listed if not name.startswith("..")} == there


def test_there_is_a_deployment_for_each_process_of_compose() -> None:
    assert set(PODS) == set(OURS)


@pytest.mark.parametrize("name", PODS)
def test_a_pod_starts_what_compose_starts(name: str) -> None:
    (container,) = PODS[name]["spec"]["containers"]

    assert container["name"] == name
    assert container.get("args") == OURS[name].get("command")
    assert container["image"] == OURS[name]["image"].partition(":")[0]
    assert "command" not in container


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_a_pod_has_as_long_to_stop_as_in_compose(name: str) -> None:
    # Docker's own grace period is ten seconds.
    grace = seconds(OURS[name].get("stop_grace_period", "10s"))

    assert PODS[name]["spec"]["terminationGracePeriodSeconds"] == grace


@pytest.mark.parametrize("name", PODS)
def test_a_pod_may_do_nothing_that_it_need_not(name: str) -> None:
    pod = PODS[name]["spec"]
    secured = pod["securityContext"]

    assert secured["runAsNonRoot"] is True
    assert secured["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    for container in [*pod.get("initContainers", ()), *pod["containers"]]:
        dockerfile = ROOT / "docker" / f"Dockerfile.{USERS[container['image']]}"
        (user,) = re.findall(r"^USER (\d+)", dockerfile.read_text(), re.MULTILINE)
        assert secured["runAsUser"] == int(user)
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert container["resources"]["requests"].keys() == {"cpu", "memory"}
        assert "memory" in container["resources"]["limits"]


def test_the_account_has_no_token() -> None:
    (account,) = of("ServiceAccount").values()
    assert account["automountServiceAccountToken"] is False
    assert {pod["spec"]["serviceAccountName"] for pod in PODS.values()} == {"waybill"}


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_every_process_is_probed(name: str) -> None:
    (container,) = PODS[name]["spec"]["containers"]
    ports = {each["name"] for each in container["ports"]}
    for kind in ("startupProbe", "readinessProbe", "livenessProbe"):
        probe = container[kind]
        assert probe.get("httpGet", {"port": "http"})["port"] in ports | {"http"}
        # A probe that needs Redis or a worker would end processes that can go on without.
        assert "inspect" not in str(probe)
        assert "/health/ready" not in str(probe)


@pytest.mark.parametrize("name", sorted(set(DEPLOYMENTS) - {"web"}))
def test_a_release_waits_for_its_migrations(name: str) -> None:
    (first,) = PODS[name]["spec"]["initContainers"]
    (container,) = PODS[name]["spec"]["containers"]
    assert first["args"] == ["python", "manage.py", "migrate", "--check"]
    assert first["image"] == container["image"]


def test_the_job_is_soon_out_of_the_way_of_the_next_change() -> None:
    spec = of("Job")["migrate"]["spec"]
    assert spec["ttlSecondsAfterFinished"] <= 600


@pytest.mark.parametrize(
    ("own", "answered", "waits"),
    [
        ("0.2.0", ["0.2.0"], 0),
        ("0.2.0", ["0.10.0"], 0),
        ("0.10.0", ["0.9.3", "0.10.0"], 1),
        ("1.0.0", [None, "0.9.9", "1.0.0"], 2),
    ],
)
def test_pages_wait_until_the_api_is_as_new(
    own: str, answered: list[str | None], waits: int, tmp_path: Path
) -> None:
    (first,) = PODS["web"]["spec"]["initContainers"]
    node, *arguments, script = first["command"]
    assert [node, *arguments] == ["node", "-e"]
    assert first["env"] == [PODS["web"]["spec"]["containers"][0]["env"][0]]
    (tmp_path / "package.json").write_text(json.dumps({"version": own}))
    assert script.count("/app/") == script.count("3000") == 1
    here = script.replace("/app/", f"{tmp_path}/").replace("3000", "10")

    with answering(answered) as origin:
        done = subprocess.run(
            [str(TOOLS / "node"), *arguments, here],
            env={"WAYBILL_API_ORIGIN": origin},
            capture_output=True,
            text=True,
            timeout=120,
        )

    assert done.returncode == 0, done.stderr
    assert done.stdout.count(f"waiting for an API of {own} or later") == waits


@contextmanager
def answering(versions: list[str | None]) -> Iterator[str]:
    """An API that says one version after the other; None: it is not ready yet."""
    left = iter(versions)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            version = next(left)
            self.send_response(200 if version else 503)
            self.end_headers()
            if version and self.path == "/health/version":
                self.wfile.write(json.dumps({"version": version}).encode())

        def log_message(self, *_: object) -> None:
            """Nothing into the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_selectors_mean_the_pods_of_their_own_name() -> None:
    for name, deployment in DEPLOYMENTS.items():
        assert selected(deployment["spec"]["selector"]) == {name}
    for name, service in of("Service").items():
        assert selected({"matchLabels": service["spec"]["selector"]}) == {name}
    for name, budget in of("PodDisruptionBudget").items():
        assert selected(budget["spec"]["selector"]) == {name}
    assert set(of("PodDisruptionBudget")) == set(DEPLOYMENTS) - {"beat", "flower"}


def test_beat_is_alone() -> None:
    assert DEPLOYMENTS["beat"]["spec"]["replicas"] == 1
    assert DEPLOYMENTS["beat"]["spec"]["strategy"] == {"type": "Recreate"}


def test_nothing_is_reached_unless_a_policy_says_so() -> None:
    policies = of("NetworkPolicy")
    assert policies["nothing"]["spec"] == {
        "podSelector": {"matchLabels": {"app.kubernetes.io/name": "waybill"}},
        "policyTypes": ["Ingress", "Egress"],
    }
    assert selected(policies["nothing"]["spec"]["podSelector"]) == set(PODS)
    entered = {
        name: selected(each["spec"]["podSelector"])
        for name, each in policies.items()
        if "ingress" in each["spec"] and name not in STORES
    }
    assert entered == {
        "ingress-to-web": {"web"},
        "servers-from-web": {"api", "stream"},
        "prometheus-to-metrics": set(PODS),
    }


def test_only_what_needs_the_data_reaches_it() -> None:
    assert selected(of("NetworkPolicy")["data"]["spec"]["podSelector"]) == set(PODS) - {"web"}


def test_a_store_in_the_namespace_is_open_to_what_may_reach_it_and_to_nobody_else() -> None:
    policies = of("NetworkPolicy")
    may = policies["data"]["spec"]
    for name, asked in zip(STORES, may["egress"], strict=True):
        store = policies[name]["spec"]
        assert [{"podSelector": store["podSelector"]}] == asked["to"]
        assert store["policyTypes"] == ["Ingress"]
        assert store["ingress"] == [
            {"from": [{"podSelector": may["podSelector"]}], "ports": asked["ports"]}
        ]


def test_what_is_not_waybill_is_cut_off_by_no_policy() -> None:
    for name, each in of("NetworkPolicy").items():
        wanted = each["spec"]["podSelector"].get("matchLabels", {})
        ours = "waybill" in wanted.values() or any(key.startswith("waybill.dev/") for key in wanted)
        assert ours or name in STORES, name


def test_what_sends_reaches_the_internet_and_nothing_inside() -> None:
    spec = of("NetworkPolicy")["internet"]["spec"]
    # Pages, stream and beat send nothing but reports of errors, and traces.
    assert selected(spec["podSelector"]) == set(PODS) - {"migrate", "flower"}
    blocks = [each["ipBlock"] for rule in spec["egress"] for each in rule["to"]]

    def reached(address: str) -> bool:
        wanted = ip_address(address)
        return any(
            wanted in ip_network(block["cidr"])
            and not any(wanted in ip_network(part) for part in block.get("except", ()))
            for block in blocks
        )

    assert reached("93.184.215.14")
    for inside in (
        # Of a node or a pod: only the cluster's owner knows which global addresses are its own.
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "10.96.0.1",
        "172.17.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "fd00:ec2::254",
        "fe80::1",
        "::1",
    ):
        assert not reached(inside), inside


def test_the_web_server_reports_its_errors_where_an_overlay_says() -> None:
    (container,) = PODS["web"]["spec"]["containers"]
    given = {each["name"]: each for each in container["env"]}
    assert given["SENTRY_DSN"]["valueFrom"] == {
        "configMapKeyRef": {"name": "waybill", "key": "SENTRY_DSN", "optional": True}
    }


def test_no_secret_is_in_the_files() -> None:
    assert of("Secret") == {}
    lines = (FOLDER / "secret.example.env").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    assert set(given.values()) == {""}
    settings = (ROOT / "backend/mysite/settings/__init__.py").read_text()
    needed = set(re.findall(r'"([A-Z_]+)",', settings))
    # The address is no secret and stands in the overlay.
    assert needed - {"WAYBILL_PUBLIC_URL"} <= given.keys()
    assert {"DATABASE_URL", "REDIS_URL", "WAYBILL_METRICS_TOKEN"} <= given.keys()


def test_settings_are_documented() -> None:
    documented = (ROOT / "docs" / "guides" / "configuration.md").read_text()
    for line in (FOLDER / "base" / "settings.env").read_text().splitlines():
        name, _, _ = line.partition("=")
        assert line.startswith("#") or f"`{name}`" in documented


def test_keda_and_the_plain_scaler_agree() -> None:
    keda, plain = of("ScaledObject"), of("HorizontalPodAutoscaler")
    for name, each in keda.items():
        other = plain[name]["spec"]
        (trigger,) = each["spec"]["triggers"]
        (metric,) = other["metrics"]
        advanced = each["spec"]["advanced"]["horizontalPodAutoscalerConfig"]
        assert each["spec"]["scaleTargetRef"]["name"] == name == other["scaleTargetRef"]["name"]
        assert each["spec"]["minReplicaCount"] == other["minReplicas"]
        assert each["spec"]["maxReplicaCount"] == other["maxReplicas"]
        assert advanced["behavior"] == other["behavior"]
        assert trigger["metadata"]["threshold"] == metric["external"]["target"]["averageValue"]
    assert set(plain) == {*keda, "api", "web"}


def test_kubernetes_and_railway_have_the_same_numbers() -> None:
    keda = of("ScaledObject")
    assert {rule.service: (rule.least, rule.most) for rule in RULES} == {
        name: (each["spec"]["minReplicaCount"], each["spec"]["maxReplicaCount"])
        for name, each in keda.items()
    }
    for each in keda.values():
        down = each["spec"]["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]["scaleDown"]
        assert float(each["spec"]["triggers"][0]["metadata"]["threshold"]) == SECONDS_PER_WORKER
        assert down["stabilizationWindowSeconds"] == QUIET_SECONDS
        assert down["policies"] == [
            {"type": "Pods", "value": 1, "periodSeconds": DOWN_PAUSE_SECONDS}
        ]


def test_a_worker_is_scaled_by_the_queue_that_it_takes_from() -> None:
    for name in of("ScaledObject"):
        (taken,) = re.findall(r"--queues=(\S+)", " ".join(OURS[name]["command"]))
        queue = taken.removeprefix("deliver.")
        query = scaling_queries()[name]
        if queue == "callbacks":
            assert query == "max(waybill_due_callbacks_oldest_seconds)"
        else:
            assert set(re.findall(r'queue="([^"]+)"', query)) == {queue}
        assert queue in {rule.queue for rule in RULES if rule.service == name}


SERIES = """
  - series: 'waybill_due_oldest_seconds{queue="default", connection_id="open"}'
    values: '90x9'
  - series: 'waybill_due_oldest_seconds{queue="default", connection_id="paused"}'
    values: '9000x9'
  - series: 'waybill_due_oldest_seconds{queue="critical", connection_id="paused"}'
    values: '9000x9'
  - series: 'waybill_due_oldest_seconds{queue="bulk"}'
    values: '0x9'
  - series: 'waybill_due_callbacks_oldest_seconds{instance="a"}'
    values: '12x9'
  - series: 'waybill_connection_closed{connection_id="paused", state="paused"}'
    values: '1x9'
"""
READ = """
  - series: 'waybill_reading_ok{part="connections", instance="a"}'
    values: '1x9'
  - series: 'waybill_reading_ok{part="connections", instance="b"}'
    values: '0x9'
"""
NOT_READ = READ.replace("1x9", "0x9")
SAID = {"worker-delivery": 90, "worker-critical": 0, "worker-bulk": 0, "worker-callbacks": 12}


def adapted_queries() -> Iterator[tuple[str, str]]:
    """What prometheus-adapter asks for the plain scalers, by deployment, as one number."""
    rules = yaml.safe_load((FOLDER / "components" / "hpa" / "rules.yaml").read_text())["rules"]
    by_name = {
        rule.get("name", {}).get("as", rule["seriesQuery"]): rule["metricsQuery"]
        for rule in rules["external"]
    }
    for name, each in of("HorizontalPodAutoscaler").items():
        for metric in each["spec"]["metrics"]:
            if metric["type"] == "External":
                asked = metric["external"]["metric"]
                labels = asked.get("selector", {}).get("matchLabels", {})
                matchers = ",".join(f'{key}="{value}"' for key, value in labels.items())
                query = by_name[asked["name"]].replace("<<.LabelMatchers>>", matchers)
                yield name, f"sum({query})"


@pytest.mark.parametrize(
    ("series", "said"),
    [
        pytest.param(SERIES + READ, SAID, id="all is read"),
        pytest.param("", {}, id="no answer"),
        pytest.param(
            SERIES.partition("  - series: 'waybill_connection_closed")[0] + NOT_READ,
            {"worker-callbacks": SAID["worker-callbacks"]},
            id="nobody knows which connections are closed",
        ),
    ],
)
def test_the_age_counts_what_can_be_sent_and_no_answer_is_not_zero(
    series: str, said: dict[str, int], tmp_path: Path
) -> None:
    promtool = require("promtool")
    if promtool is None:
        pytest.skip("promtool is in Debian's package prometheus")
    tests = [
        {
            "expr": query,
            "eval_time": "1m",
            "exp_samples": [{"labels": "{}", "value": said[name]}] if name in said else [],
        }
        for name, query in [*scaling_queries().items(), *adapted_queries()]
    ]
    given = yaml.safe_load(series) or []
    written = {"tests": [{"interval": "15s", "input_series": given, "promql_expr_test": tests}]}
    file = tmp_path / "scaling.yml"
    file.write_text(yaml.safe_dump(written))

    done = subprocess.run(
        [promtool, "test", "rules", file], capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_an_overlay_renders_to_a_whole_release() -> None:
    objects = rendered()
    if objects is None:
        pytest.skip("there is no kubectl here")
    (settings,) = (each for each in objects if each["kind"] == "ConfigMap")
    kinds = {each["kind"] for each in objects}
    pods = [
        each["spec"]["template"]["spec"]
        for each in objects
        if each["kind"] in ("Deployment", "Job")
    ]
    scaled = {
        each["spec"]["scaleTargetRef"]["name"] for each in objects if "minReplica" in str(each)
    }

    assert {"Deployment", "Job", "Ingress", "NetworkPolicy", "ScaledObject"} <= kinds
    assert "WAYBILL_PUBLIC_URL" in settings["data"]
    assert {
        each["metadata"].get("namespace") for each in objects if each["kind"] != "Namespace"
    } == {"waybill"}
    assert len(pods) == len(PODS)
    for pod in pods:
        for container in [*pod.get("initContainers", ()), *pod["containers"]]:
            assert container["image"].startswith("ghcr.io/")
            sources = [
                each.get("configMapRef", {}).get("name") for each in container.get("envFrom", ())
            ]
            assert sources == [] or settings["metadata"]["name"] in sources
    for each in objects:
        if each["kind"] == "Deployment":
            assert ("replicas" in each["spec"]) == (each["metadata"]["name"] not in scaled)
        assert faults(each) == []
