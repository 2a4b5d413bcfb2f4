import { PublicLayout } from '@/components/layouts/public-layout';
import { ResetPassword } from '@/components/sign-in/reset/reset-password';

export default function ResetPasswordPage() {
  return (
    <PublicLayout title="Set a new password · Waybill">
      <ResetPassword />
    </PublicLayout>
  );
}
