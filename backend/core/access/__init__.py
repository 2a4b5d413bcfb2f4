"""Who gets in: members, invitations, how people sign in. Every change is audited."""
