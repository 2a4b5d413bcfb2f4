import Link from 'next/link';
import { PublicLayout } from '@/components/layouts/public-layout';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';

export default function NotFoundPage() {
  return (
    <PublicLayout title="Not found · Waybill">
      <h1>There is no page at this address</h1>
      <EmptyNote title="Check the address">
        <p>
          A form or a tracking link has to be complete: copy it again from where you got it. Or go
          to the <Link href="/">first page</Link>.
        </p>
      </EmptyNote>
    </PublicLayout>
  );
}
