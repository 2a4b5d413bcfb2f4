import { useState } from 'react';
import { Breadcrumbs } from '@/components/ui/breadcrumbs/breadcrumbs';
import { Button } from '@/components/ui/button/button';
import { ButtonLink } from '@/components/ui/button/button-link';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { Drawer } from '@/components/ui/drawer/drawer';
import { PageHead } from '@/components/ui/page-head/page-head';
import { Link } from '@/components/ui/link/link';
import { SeparatorChoice } from '@/components/ui/separator-choice/separator-choice';
import { TextField } from '@/components/ui/text-field/text-field';
import { LONG, RIGHT_TO_LEFT } from './samples';
import { Shelf, State } from './shelf';

const nothing = () => undefined;

export function Controls() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Shelf name="PageHead">
        <State name="with something to do">
          <PageHead title="Workflows" lead="What the page is for, in one sentence.">
            <Button onClick={nothing}>New</Button>
          </PageHead>
        </State>
        <State name="long">
          <PageHead title={LONG} lead={LONG} />
        </State>
        <State name="right to left">
          <PageHead title={RIGHT_TO_LEFT} lead={RIGHT_TO_LEFT} />
        </State>
      </Shelf>
      <Shelf name="SeparatorChoice">
        <State name="chosen">
          <SeparatorChoice value="semicolon" onChange={nothing} />
        </State>
      </Shelf>
      <Shelf name="Button">
        <State name="at rest">
          <Button onClick={nothing}>Save</Button>
        </State>
        <State name="quiet">
          <Button quiet onClick={nothing}>
            Cancel
          </Button>
        </State>
        <State name="at work">
          <Button loading>Save</Button>
        </State>
        <State name="a link">
          <ButtonLink href="#">Open</ButtonLink>
        </State>
        <State name="danger">
          <DangerButton onClick={nothing}>Delete for good</DangerButton>
        </State>
        <State name="in a row">
          <ButtonRow>
            <Button onClick={nothing}>Keep</Button>
            <Button quiet onClick={nothing}>
              Throw away
            </Button>
          </ButtonRow>
        </State>
      </Shelf>
      <Shelf name="TextField">
        <State name="empty">
          <TextField label="Name" />
        </State>
        <State name="with help">
          <TextField label="Name" description="People see it on forms." defaultValue="Nordwind" />
        </State>
        <State name="with a fault">
          <TextField label="E-mail" error="This is not an e-mail address." defaultValue="olga@" />
        </State>
        <State name="not to be changed">
          <TextField label="Slug" defaultValue="nordwind" disabled />
        </State>
      </Shelf>
      <Shelf name="Link">
        <State name="in a sentence">
          <p>
            The step waits for <Link href="#">Our ERP</Link>.
          </p>
        </State>
        <State name="any script, any length">
          <p>
            <Link href="#">{RIGHT_TO_LEFT}</Link>, <Link href="#">{LONG}</Link>
          </p>
        </State>
      </Shelf>
      <Shelf name="Breadcrumbs">
        <State name="one level">
          <Breadcrumbs trail={[{ href: '#', label: 'Connections' }]} here="Our ERP" />
        </State>
        <State name="any script, any length">
          <Breadcrumbs trail={[{ href: '#', label: RIGHT_TO_LEFT }]} here={LONG} />
        </State>
      </Shelf>
      <Shelf name="Dialog and Drawer">
        <State name="closed">
          <ButtonRow>
            <Button onClick={() => setOpen('dialog')}>Open the dialog</Button>
            <Button quiet onClick={() => setOpen('drawer')}>
              Open the drawer
            </Button>
          </ButtonRow>
        </State>
        {open === 'dialog' && (
          <Dialog title="Pause this connection?" onClose={close}>
            <p>Everything that is on its way to it waits until somebody resumes it.</p>
          </Dialog>
        )}
        {open === 'drawer' && (
          <Drawer label="Menu" onClose={close}>
            <p>What slides in from the side.</p>
          </Drawer>
        )}
      </Shelf>
    </>
  );
}
