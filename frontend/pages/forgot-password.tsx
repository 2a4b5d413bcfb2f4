import { PublicLayout } from '@/components/layouts/public-layout';
import { ForgotPassword } from '@/components/sign-in/reset/forgot-password';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function ForgotPasswordPage() {
  return (
    <PublicLayout title={words.forgotPassword}>
      <PagePart what={words.forgotPassword}>
        <ForgotPassword />
      </PagePart>
    </PublicLayout>
  );
}
