/** What the parts that every page shares say. */
export const words = {
  close: 'Close',
  breadcrumbs: 'Where you are',
  stopped: {
    title: 'This page stopped working',
    text: 'What you sent is safe: a submission is stored the moment it is accepted. Load the page again to go on.',
    again: 'Load again',
  },
  part: {
    title: (what: string) => `${what}: this part stopped working`,
    text: 'The rest of the page works on. Try again. If it stays so, load the page again, or tell whoever runs Waybill.',
  },
  error: {
    unknown: 'Something in this page failed. Try again.',
    request: 'Request {id}',
    again: 'Try again',
  },
  pager: {
    label: 'Pages',
    first: 'Back to the first',
    next: (what: string) => `Next ${what}`,
    newest: 'Newest',
    older: 'Older',
  },
  colours: {
    both: 'Light or dark',
    light: 'Switch to light colours',
    dark: 'Switch to dark colours',
  },
  foreseen: {
    result: 'What would be sent',
    notes: 'What cannot be known before',
    fates: { sent: 'Would be sent', skipped: 'Not for these answers', failed: 'Would fail' },
    skipped: {
      condition: 'Its condition does not hold.',
      needs: 'All steps that it waits for are skipped.',
    } as Readonly<Record<string, string>>,
    noted: {
      samples:
        'What a step gives to later ones is a sample here, in angle quotes: «…». Conditions that depend on it may be decided otherwise.',
      files: 'Files are not looked at: their names, sizes and sums are samples here.',
      lists:
        'Answers that are chosen from a connected system were compared with what it said last; it was not asked.',
    } as Readonly<Record<string, string>>,
    headers: 'Headers',
    decoded: 'What encoded parameters say',
    body: 'Body',
    cut: 'The rest is left out here.',
  },
};

export type Words = typeof words;
