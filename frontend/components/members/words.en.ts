/** What the page of members says. */
export const words = {
  title: 'Members',
  invite: 'Invite somebody',
  alone: 'You are alone here. Invite whoever looks after the deliveries.',
  loading: 'Loading the members',
  notLoaded: 'The members could not be loaded',
  what: 'members',
  invitedTo: (email: string) => `An invitation is on its way to ${email}.`,
  list: {
    columns: { person: 'Person', role: 'Role', joined: 'Joined', actions: 'Actions' },
    you: 'you',
    change: 'Change',
    changeOf: (name: string) => `Change ${name}`,
  },
  roles: { choice: 'Role', guide: 'What each role may do' },
  invitations: {
    title: 'Open invitations',
    none: 'Nobody is waiting. Whoever you invite is listed here.',
    notLoaded: 'The invitations could not be loaded',
    failed: 'That was not done',
    /** `article`: "an admin". */
    as: (article: string) => `As ${article}`,
    asBy: (article: string, by: string) => `As ${article}, invited by ${by}`,
    /** `as`: one of the two above; `when`: a time. */
    open: '{as} · the link runs out {when}',
    /** `ended` is set off. */
    over: '{as} · {ended} {when}',
    ended: 'the link ran out',
    resend: 'Send again',
    resendTo: (email: string) => `Send again to ${email}`,
    resent: (email: string) => `A new link went to ${email}.`,
    revoke: 'Revoke',
    revokeOf: (email: string) => `Revoke the invitation of ${email}`,
    revoked: (email: string) => `The invitation of ${email} is revoked.`,
  },
  inviting: {
    email: 'E-mail',
    hint: 'The link goes to this address alone. It is good for seven days and for one use.',
    failed: 'The invitation did not go out',
    send: 'Send the invitation',
    cancel: 'Cancel',
  },
  change: {
    ownRole: 'This is your own role. Only somebody above it can give it back to you.',
    save: 'Save the role',
    saved: (name: string, article: string) => `${name} is now ${article}.`,
    failed: 'Nothing was changed',
    ask: (label: string) => `${label}…`,
    sure: (label: string) => `${label}?`,
    keep: 'Keep it as it is',
  },
  transfer: {
    label: 'Transfer the ownership',
    confirm: (name: string) => `Yes, make ${name} the owner`,
    done: (name: string) => `${name} is now an owner, and you are an admin.`,
    consequences: (name: string, organization: string) => [
      `${name} becomes an owner of ${organization}.`,
      'You become an admin. Only an owner can make you one again.',
      'Open invitations of yours to become an owner are revoked.',
    ],
  },
  remove: {
    label: (organization: string) => `Remove from ${organization}`,
    confirm: (name: string) => `Yes, remove ${name}`,
    done: (name: string) => `${name} was removed.`,
    consequences: (name: string, organization: string) => [
      `${name} sees nothing of ${organization} any more, at once.`,
      'Open invitations that they sent are revoked.',
      'What they did stays in the audit log. They can be invited again.',
    ],
  },
};

export type Words = typeof words;
