import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PublicLayout } from '@/components/layouts/public-layout';
import { SignUp } from '@/components/sign-in/sign-up/sign-up';
import { words } from '@/lib/words/catalogues/pages';

export default function SignUpPage() {
  return (
    <PublicLayout title={words.signUp}>
      <PagePart what={words.signUp}>
        <SignUp />
      </PagePart>
    </PublicLayout>
  );
}
