import { PublicLayout } from '@/components/layouts/public-layout';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';

export default function ServerErrorPage() {
  return (
    <PublicLayout title="Not available · Waybill">
      <h1>This page is not available now</h1>
      <EmptyNote title="Try again in a minute">
        <p>
          Waybill could not put this page together. Anything you sent earlier is stored and goes on
          its way.
        </p>
      </EmptyNote>
    </PublicLayout>
  );
}
