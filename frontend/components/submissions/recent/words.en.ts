import { number, plural } from '@/lib/words/amounts/plural';

/** What stands above the list of submissions about bulk actions. */
export const words = {
  way: (running: number) =>
    running === 0
      ? 'Bulk actions'
      : plural(running, {
          one: 'One bulk action is running',
          other: `${number(running)} bulk actions are running`,
        }),
};

export type Words = typeof words;
