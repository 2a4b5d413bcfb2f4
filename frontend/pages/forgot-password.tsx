import { PublicLayout } from '@/components/layouts/public-layout';
import { ForgotPassword } from '@/components/sign-in/reset/forgot-password';

export default function ForgotPasswordPage() {
  return (
    <PublicLayout title="Forgot the password · Waybill">
      <ForgotPassword />
    </PublicLayout>
  );
}
