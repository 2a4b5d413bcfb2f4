import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { AlertRuleOut } from '@/lib/api/model';
import { useAwaitsMe, useMay } from '@/lib/hooks/person/use-may';
import { useRules } from '../hooks/use-rules';
import { SeverityLabel } from '../parts/severity';
import { words } from '../words';
import { lengthOf } from './lengths';
import { ruleSentence } from './rule-sentence';
import styles from './alert-rules.module.css';

const RuleDialog = dynamic(() => import('./rule-dialog').then((module) => module.RuleDialog), {
  ssr: false,
});

/** When each kind of condition is an alert here, in words. */
export function AlertRules() {
  const { rules } = useRules();
  const manages = useMay('alerts:manage');
  const awaits = useAwaitsMe();
  const [open, setOpen] = useState<AlertRuleOut | null>(null);
  const [done, setDone] = useState('');
  const look = {
    columns: columnsOf(manages ? setOpen : null),
    label: words.rules.title,
    cards: 'tablet',
    rowClassName: styles.row,
  } as const;
  return (
    <>
      <div className={styles.head} data-awaits={awaits}>
        <h1>{words.rules.title}</h1>
        <p>{words.rules.lead}</p>
        {!manages && <p>{words.rules.viewer}</p>}
      </div>
      <DoneNote text={done} />
      {rules.isPending ? (
        <TableSkeleton {...look} label={words.rules.loading} rows={8} />
      ) : rules.data === undefined ? (
        <ErrorNotice
          error={rules.error}
          what={words.rules.failed}
          onRetry={() => void rules.refetch()}
        />
      ) : (
        <PagePart what={words.rules.title}>
          <Table {...look} rows={rules.data.items} rowKey={({ kind }) => kind} />
        </PagePart>
      )}
      {open && (
        <PagePart what={words.rules.change}>
          <RuleDialog
            rule={open}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setDone(words.rules.saved(words.rules.kinds[open.kind]));
              setOpen(null);
            }}
          />
        </PagePart>
      )}
    </>
  );
}

function columnsOf(onChange: ((rule: AlertRuleOut) => void) | null): Column<AlertRuleOut>[] {
  const said = words.rules.columns;
  return [
    {
      key: 'kind',
      head: said.kind,
      names: true,
      className: styles.kind,
      cell: ({ kind }) => words.rules.kinds[kind],
    },
    {
      key: 'severity',
      head: said.severity,
      cell: ({ now }) =>
        now.enabled ? (
          <SeverityLabel severity={now.severity} />
        ) : (
          <StateLabel state="cancelled" word={words.rules.off} />
        ),
    },
    {
      key: 'when',
      head: said.when,
      className: styles.when,
      cell: (rule) => <When rule={rule} />,
      bone: { width: '18rem' },
    },
    {
      key: 'repeat',
      head: said.repeat,
      labelled: true,
      className: styles.repeat,
      cell: ({ now }) => words.rules.every(lengthOf(now.repeat_seconds)),
    },
    ...(onChange
      ? [
          {
            key: 'change',
            head: said.change,
            headHidden: true,
            className: styles.change,
            cell: (rule: AlertRuleOut) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.rules.changeOf(words.rules.kinds[rule.kind])}
                onClick={() => onChange(rule)}
              >
                {words.rules.change}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function When({ rule: { kind, now, usual, changed } }: { rule: AlertRuleOut }) {
  const sentence = ruleSentence(kind, now);
  const before = ruleSentence(kind, usual);
  return (
    <>
      {sentence}
      {changed && (
        <span className={styles.changed}>
          {before === sentence ? words.rules.changed : words.rules.usual(before)}
        </span>
      )}
    </>
  );
}
