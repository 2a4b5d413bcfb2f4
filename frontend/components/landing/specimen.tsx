import { Barcode } from '@/components/ui/barcode/barcode';
import { RouteLine } from '@/components/ui/route-line/route-line';
import type { Stop } from '@/components/ui/route-line/stop';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import styles from './landing.module.css';

const REFERENCE = 'WB-7K3M9QXD01';

const STOPS: Stop[] = [
  {
    key: 'customer',
    title: 'Create the customer',
    system: 'Tryton',
    state: 'delivered',
    sentence: 'Nordwind Trading was created in Tryton as party 1042.',
    record: '1042',
  },
  {
    key: 'opportunity',
    title: 'Open the opportunity',
    system: 'Tryton',
    state: 'waiting',
    sentence: 'Tryton is busy. Nothing is lost: Waybill tries again by itself.',
    reason: 'Next try 14:32:10',
  },
  {
    key: 'welcome',
    title: 'Send the welcome e-mail',
    system: 'E-mail',
    state: 'upcoming',
    sentence: 'Goes out when the opportunity is open.',
  },
];

/** A waybill under way, as an example. */
export function Specimen() {
  return (
    <figure className={styles.specimen}>
      <Sheet>
        <SheetPart>
          <div className={styles.specimenHead}>
            <div>
              <p className={styles.small}>New customer</p>
              <p className={styles.reference}>{REFERENCE}</p>
            </div>
            <Barcode reference={REFERENCE} />
          </div>
        </SheetPart>
        <SheetPart>
          <RouteLine stops={STOPS} label="Example of a submission under way" headingLevel={2} />
        </SheetPart>
      </Sheet>
      <figcaption className={styles.caption}>An example: one submission under way.</figcaption>
    </figure>
  );
}
