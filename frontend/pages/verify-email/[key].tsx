import { PublicLayout } from '@/components/layouts/public-layout';
import { VerifyEmail } from '@/components/sign-in/sign-up/verify-email';

export default function VerifyEmailPage() {
  return (
    <PublicLayout title="Confirm your address · Waybill">
      <VerifyEmail />
    </PublicLayout>
  );
}
