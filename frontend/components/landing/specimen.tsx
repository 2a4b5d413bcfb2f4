import { Barcode } from '@/components/ui/barcode/barcode';
import { RouteLine } from '@/components/ui/route-line/route-line';
import type { Stop } from '@/components/ui/route-line/stop';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { words as all } from './words';
import styles from './specimen.module.css';

const words = all.specimen;

const REFERENCE = 'WB-7K3M9QXD01';

const STOPS: Stop[] = [
  { key: 'customer', state: 'delivered', record: '1042', ...words.customer },
  { key: 'opportunity', state: 'waiting', ...words.opportunity },
  { key: 'welcome', state: 'upcoming', ...words.welcome },
];

/** A waybill under way, as an example. */
export function Specimen() {
  return (
    <figure>
      <Sheet>
        <SheetPart>
          <div className={styles.head}>
            <div>
              <p className={styles.small}>{words.form}</p>
              <p className={styles.reference}>{REFERENCE}</p>
            </div>
            <Barcode reference={REFERENCE} />
          </div>
        </SheetPart>
        <SheetPart>
          <RouteLine stops={STOPS} label={words.label} headingLevel={2} />
        </SheetPart>
      </Sheet>
      <figcaption className={styles.caption}>{words.caption}</figcaption>
    </figure>
  );
}
