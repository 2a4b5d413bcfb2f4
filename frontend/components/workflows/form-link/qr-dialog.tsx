import { Button } from '@mantine/core';
import { renderSVG } from 'uqr';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { CopyButton } from '../parts/copy-button';
import { words as all } from '../words';
import { QrCode } from './qr-code';
import styles from './qr-dialog.module.css';

type Props = { url: string; name: string; slug: string; onClose: () => void };

/** The code of a form: to scan from the screen, to download, to print. */
export function QrDialog({ url, name, slug, onClose }: Props) {
  const words = all.form;
  return (
    <Dialog title={words.codeTitle(name)} onClose={onClose}>
      <div className={styles.body}>
        <QrCode url={url} label={words.codeLabel(name)} />
        <code className={styles.url}>{url}</code>
        <ButtonRow>
          <Button data-first onClick={() => download(url, slug)}>
            {words.download}
          </Button>
          <Button
            variant="default"
            component="a"
            href={`/workflows/${slug}/poster`}
            target="_blank"
          >
            {words.print}
          </Button>
          <CopyButton value={url} label={words.copyOf(name)} />
        </ButtonRow>
      </div>
    </Dialog>
  );
}

function download(url: string, slug: string) {
  const svg = renderSVG(url, { ecc: 'M', border: 4 });
  const file = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = file;
  link.download = `${slug}.svg`;
  link.click();
  URL.revokeObjectURL(file);
}
