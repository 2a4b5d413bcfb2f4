import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PublicLayout } from '@/components/layouts/public-layout';
import { VerifyEmail } from '@/components/sign-in/sign-up/verify-email';
import { words } from '@/lib/words/catalogues/pages';

export default function VerifyEmailPage() {
  return (
    <PublicLayout title={words.verifyEmail}>
      <PagePart what={words.verifyEmail}>
        <VerifyEmail />
      </PagePart>
    </PublicLayout>
  );
}
