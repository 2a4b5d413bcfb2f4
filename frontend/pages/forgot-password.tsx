import { PublicLayout } from '@/components/layouts/public-layout';
import { ForgotPassword } from '@/components/sign-in/reset/forgot-password';
import { words } from '@/lib/words/pages';

export default function ForgotPasswordPage() {
  return (
    <PublicLayout title={words.forgotPassword}>
      <ForgotPassword />
    </PublicLayout>
  );
}
