import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { words } from '@/lib/words/catalogues/pages';

/** The settings open at what everybody has: their own sign-in. */
export default function SettingsPage() {
  const router = useRouter();
  useEffect(() => {
    void router.replace('/settings/security');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, on arrival
  }, []);
  return <SettingsLayout title={words.settings}>{null}</SettingsLayout>;
}
