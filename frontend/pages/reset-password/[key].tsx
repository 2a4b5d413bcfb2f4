import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PublicLayout } from '@/components/layouts/public-layout';
import { ResetPassword } from '@/components/sign-in/reset/reset-password';
import { words } from '@/lib/words/catalogues/pages';

export default function ResetPasswordPage() {
  return (
    <PublicLayout title={words.resetPassword}>
      <PagePart what={words.resetPassword}>
        <ResetPassword />
      </PagePart>
    </PublicLayout>
  );
}
