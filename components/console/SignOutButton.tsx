'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from './Button.tsx';
import { useSend } from './useSend.ts';

export function SignOutButton() {
  const t = useTranslations('console');
  const language = useLocale();
  const { send, isSending } = useSend();
  return (
    <Button
      disabled={isSending}
      onClick={async () => {
        if (await send('POST', '/api/auth/sign-out')) window.location.assign(`/${language}/sign-in`);
      }}
    >
      {t('signOut')}
    </Button>
  );
}
