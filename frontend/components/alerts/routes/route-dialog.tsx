import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { AlertRouteOut } from '@/lib/api/model';
import { words } from '../words';
import { DeleteRoute } from './delete-route';
import { RouteForm } from './route-form';

type Props = {
  /** Null for a new one. */
  route: AlertRouteOut | null;
  onClose: () => void;
  onDone: (what: string, secret: string | null) => void;
};

/** A new route, or what is to be otherwise with one. */
export function RouteDialog({ route, onClose, onDone }: Props) {
  const said = words.routes.form;
  const [deleting, setDeleting] = useState(false);
  return (
    <Dialog title={route ? said.change(route.name) : said.new} onClose={onClose}>
      {route && deleting ? (
        <DeleteRoute
          route={route}
          onLeave={() => setDeleting(false)}
          onDeleted={() => onDone(said.deleted(route.name), null)}
        />
      ) : (
        <RouteForm
          route={route}
          onLeave={onClose}
          onDelete={() => setDeleting(true)}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}
