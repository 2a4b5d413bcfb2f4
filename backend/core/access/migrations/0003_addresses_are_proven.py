"""People of the time before addresses were proven were made by an operator, who answers for them."""

from typing import Any

from django.db import migrations


def prove(apps: Any, _: Any) -> None:
    address = apps.get_model("account", "EmailAddress")
    address.objects.bulk_create(
        address(user_id=pk, email=email.lower(), verified=True, primary=True)
        for pk, email in apps.get_model("accounts", "User")
        .objects.filter(emailaddress=None)
        .values_list("pk", "email")
    )


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_managers_of_rows'),
        ('account', '0009_emailaddress_unique_primary_email'),
    ]

    operations = [migrations.RunPython(prove, migrations.RunPython.noop)]
