"""Who gets in: invitations, members, the credentials of machines. Every change is audited."""
