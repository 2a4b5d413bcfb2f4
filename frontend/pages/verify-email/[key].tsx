import { PublicLayout } from '@/components/layouts/public-layout';
import { VerifyEmail } from '@/components/sign-in/verify-email';

export default function VerifyEmailPage() {
  return (
    <PublicLayout title="Confirm your address · Waybill">
      <VerifyEmail />
    </PublicLayout>
  );
}
