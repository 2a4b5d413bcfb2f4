"""Workflows as files: from the first line to a rolled back version."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import CommandLine, Project, definition
from tests.destination import Destination
from tests.front import Front


def test_a_file_is_checked_without_a_server(project: Project) -> None:
    project.command.variables["WAYBILL_URL"] = "http://127.0.0.1:9"
    ended = project("validate", "my workflows")
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert "1 file without faults" in ended.err


def test_faults_have_their_file_line_and_column(project: Project) -> None:
    project.write(definition(project.slug).replace('input.name }}"', 'input.nmae }}"'))
    ended = project("validate", "my workflows/returns.yaml")
    assert ended.code == 3
    assert ended.out.startswith("my workflows/returns.yaml:15:31: steps.thing.with.body.name: ")
    assert "did you mean `name`" in ended.out
    told = json.loads(project("validate", "my workflows", "--format", "json").out)
    assert (told["line"], told["column"]) == (15, 31)
    github = project("validate", "my workflows", "--format", "github").out
    assert github.startswith("::error file=my workflows/returns.yaml,line=15,col=31::steps.thing")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(project: Project) -> None:
    text = "\ufeff" + definition(project.slug).replace("\n", "\r\n")
    project.file.write_bytes(text.encode())
    assert project("validate", "my workflows").code == 0
    project.applied()
    assert "Nothing would change" in project("plan", "my workflows").err


def test_two_files_of_one_workflow_are_told_of(project: Project) -> None:
    other = project.file.with_name("again.yaml")
    other.write_text(definition(project.slug))
    for words in (("validate",), ("plan",), ("apply", "--yes")):
        ended = project(*words, "my workflows")
        assert ended.code == 3, words
        assert "returns.yaml" in ended.out
        assert "too; rename one" in ended.out


def test_a_file_that_is_no_yaml_is_told_with_its_place(project: Project) -> None:
    project.write("workflow: [\n")
    for word in ("validate", "plan"):
        ended = project(word, "my workflows")
        assert ended.code == 3
        assert "my workflows/returns.yaml:2:1: this is not YAML" in ended.out


def test_without_what_the_server_has_the_check_says_how_to_get_it(
    command: CommandLine, tmp_path: Path
) -> None:
    (command.home / "a.yaml").write_text(definition("a"))
    ended = command("validate", "a.yaml")
    assert ended.code == 3
    assert "waybill fetch a.yaml" in ended.err


def test_a_plan_changes_nothing_and_applying_does_what_it_said(
    project: Project, server: Front
) -> None:
    ended = project("plan", "my workflows", "--exit-code")
    assert ended.code == 6
    assert ended.out.startswith(f"+ {project.slug}: new")
    assert not [each for each in server.seen if each[0] not in ("GET", "POST")]
    assert next(each for each in server.seen if each[0] == "POST")[1].endswith("/check")
    assert "was published as version 1" in project("apply", "my workflows", "--yes").out
    project.write(definition(project.slug, title="Send it back"))
    ended = project("plan", "my workflows", "--diff")
    assert f"~ {project.slug}: changed" in ended.out
    assert "`form.title`: “Returns” → “Send it back”" in ended.out
    assert "+  title: Send it back" in ended.out
    project.applied()
    assert project("plan", "my workflows", "--exit-code").code == 0


def test_an_address_goes_from_one_form_to_another(project: Project) -> None:
    address = f"form-{project.slug}"
    with_address = definition(project.slug).replace("form:\n", f"form:\n  address: {address}\n")
    project.write(with_address)
    project.applied()
    project.write(definition(project.slug))
    taker = project.file.with_name("a-taker.yaml")  # comes before the file that gives it up
    taker.write_text(with_address.replace(project.slug, f"{project.slug}-2", 1))
    ended = project("apply", "my workflows", "--yes")
    assert ended.code == 0, ended.out + ended.err
    assert ended.out.index(f"{project.slug} was") < ended.out.index(f"{project.slug}-2 was")


def test_nobody_is_asked_in_a_pipe(project: Project) -> None:
    ended = project("apply", "my workflows")
    assert ended.code == 2
    assert "--yes" in ended.err
    assert project("versions", project.slug).code == 1


def test_faults_keep_everything_as_it_is(project: Project) -> None:
    other = project.file.with_name("other.yaml")
    other.write_text(definition(f"{project.slug}-2", connection="gone"))
    ended = project("apply", "my workflows", "--yes")
    assert ended.code == 3
    assert "no connection `gone`" in ended.out
    assert project("versions", project.slug).code == 1


def test_an_older_version_is_published_again(project: Project) -> None:
    project.applied()
    project.write(definition(project.slug, title="Second"))
    project.applied()
    ended = project("rollback", project.slug, "1", "--note", "It was better.")
    assert ended.out == f"{project.slug} is as in version 1 again, which is version 3 now.\n"
    assert "It was better." in project("versions", project.slug).out
    assert "`form.title`: “Returns” → “Second”" in project("plan", "my workflows").out
    assert project("rollback", project.slug, "2").code == 0


def test_what_is_live_is_written_into_files_as_it_was(project: Project) -> None:
    project.applied()
    assert project("export", project.slug, "--to", "copy").code == 0
    copy = project.command.home / "copy" / f"{project.slug}.yaml"
    assert copy.read_text() == project.file.read_text()
    copy.write_text("mine")
    assert project("export", project.slug, "--to", "copy").code == 1
    assert copy.read_text() == "mine"


def test_names_and_values_of_an_environment_stand_in_for_those_of_the_files(
    project: Project, shop: Destination
) -> None:
    project.write(definition(project.slug, connection="erp"))
    environments = project.file.parent / "waybill.yaml"
    environments.write_text(
        "environments:\n  staging:\n    connections: {erp: shop}\n"
        f"    values:\n      {project.slug}: {{steps.thing.with.path: /staged}}\n"
    )
    assert project("fetch", "my workflows", "-e", "staging").code == 0
    assert project("validate", "my workflows", "-e", "staging").code == 0
    assert project("apply", "my workflows", "-e", "staging", "--yes").code == 0
    preview = project("preview", str(project.file), "-e", "staging", "--set", "name=Ada")
    assert "/staged" in preview.out, preview.err
    assert project("validate", "my workflows", "-e", "other").code == 2
    environments.write_text(
        f"environments: {{staging: {{values: {{{project.slug}: {{steps.no.such: 1}}}}}}}}\n"
    )
    ended = project("plan", "my workflows", "-e", "staging")
    assert ended.code == 3
    assert "no such place" in ended.err


def test_a_preview_shows_the_request_and_sends_nothing(project: Project, shop: Destination) -> None:
    before = len(shop.taken)
    ended = project("preview", str(project.file), "--set", "name=Ada Berg")
    assert ended.code == 0, ended.err
    assert "POST" in ended.out
    assert '"name": "Ada Berg"' in ended.out
    assert len(shop.taken) == before
    assert project("preview", str(project.file)).code == 3
    project.second()
    ended = project("preview", "my workflows", "--set", "name=Ada Berg")
    assert ended.code == 2
    assert (
        "has several workflows: my workflows/returns.yaml, my workflows/second.yaml." in ended.err
    )


def test_a_workflow_begins_with_a_table_or_a_template(command: CommandLine, workflow: str) -> None:
    table = command.home / "my contacts.csv"
    table.write_text("Company;E-mail;Since;People\nAcme;a@example.com;2026-01-02;7\n")
    assert command("init", "workflows/contacts.yaml", "--csv", "my contacts.csv").code == 0
    written = (command.home / "workflows" / "contacts.yaml").read_text()
    assert "e_mail:\n      label: E-mail\n      kind: email\n" in written
    assert "kind: date" in written
    assert "kind: integer" in written
    assert command("init", "workflows/contacts.yaml").code == 2
    table.write_text("true,in,1st\n")
    ended = command("init", "of words.yaml", "--csv", "my contacts.csv")
    assert "waybill validate 'of words.yaml'" in ended.err
    written = (command.home / "of words.yaml").read_text()
    assert "subject: ${{ input.q_true }}" in written
    assert "q_in: ${{ input.q_in }}" in written
    names = command("init", "x.yaml", "--template", "list").out.split()
    assert {"dealer-order", "event-registration", "lead-to-erp", "support-ticket"} < set(names)
    assert names == sorted(names)
    assert command("init", "x.yaml", "--template", "support-ticket").code == 0
    assert command("fetch").code == 0
    ended = command("validate", "x.yaml")
    assert ended.code == 3
    assert "no connection `helpdesk`" in ended.out
