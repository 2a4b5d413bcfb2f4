import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRouter } from 'next/router';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { ViewOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { queryOf, type ListFilters } from '../filters/filters';
import { useChangeViews } from '../hooks/use-views';
import type { ColumnKey } from '../table/column-keys';
import { words } from '../words';
import { bodyOf } from './view-body';
import styles from './views.module.css';

type Props = {
  /** The one to change; without it a new one is saved. */
  view: ViewOut | undefined;
  filters: ListFilters;
  columns: readonly ColumnKey[];
  onClose: () => void;
};

/** Gives a view its name, shares it, deletes it. */
export function ViewDialog({ view, filters, columns, onClose }: Props) {
  const router = useRouter();
  const { create, change, remove } = useChangeViews();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [sure, setSure] = useState(false);
  const may = useMe().data?.permissions.includes('submissions:operate') ?? false;
  const busy = create.isPending || change.isPending || remove.isPending;
  const error = create.error ?? change.error;

  const show = (id: string | null) =>
    router.push({ pathname: '/submissions', query: queryOf({ ...filters, view: id }) }, undefined, {
      shallow: true,
      scroll: false,
    });

  async function save(event: FormEvent) {
    event.preventDefault();
    const data = bodyOf(filters, columns, { name: name.trim(), shared });
    try {
      const saved = view
        ? await change.mutateAsync({ viewId: view.id, data })
        : await create.mutateAsync({ data });
      onClose();
      await show(saved.id);
    } catch {
      // It is shown below, and the dialog stays with what was typed.
    }
  }

  function drop(id: string) {
    remove.mutate(
      { viewId: id },
      {
        onSuccess: () => {
          onClose();
          void show(null);
        },
      },
    );
  }

  return (
    <Dialog title={view ? words.views.changeTitle : words.views.saveTitle} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className={styles.form}>
        <p>{words.views.what}</p>
        <TextInput
          data-first
          label={words.views.name}
          placeholder={words.views.nameFor}
          value={name}
          maxLength={80}
          required
          dir="auto"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={words.views.share}
          description={may ? undefined : words.views.noShare}
          disabled={!may}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {error && <ErrorNotice error={error} what={words.views.notSaved} />}
        {remove.error && <ErrorNotice error={remove.error} what={words.views.notRemoved} />}
        <ButtonRow>
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {words.views.submit}
          </Button>
          {view && (
            <DangerButton onClick={() => (sure ? drop(view.id) : setSure(true))}>
              {sure ? words.views.removeSure : words.views.remove}
            </DangerButton>
          )}
        </ButtonRow>
      </form>
    </Dialog>
  );
}
