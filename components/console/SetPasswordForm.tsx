'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { NewPasswordFields, newPasswordOf } from './NewPasswordFields.tsx';
import { useSend } from './useSend.ts';

/** Sets a password by the secret behind the `#`, which no server and no log has seen. */
export function SetPasswordForm() {
  const t = useTranslations('console');
  const language = useLocale();
  const secret = useSyncExternalStore(followHash, readHash, () => null);
  const { send, isSending, failure, fail } = useSend();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <p role="status">
        {t('setPassword.done')}{' '}
        <a className="link" href={`/${language}/sign-in`}>
          {t('setPassword.toSignIn')}
        </a>
      </p>
    );
  }
  if (secret === '') return <p>{t('setPassword.noLink')}</p>;
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const password = newPasswordOf(event.currentTarget);
        if (password === null) fail('different');
        else if (await send('POST', '/api/auth/password', { secret, password })) setDone(true);
      }}
    >
      <p className="text-ink-soft">{t('setPassword.text')}</p>
      <NewPasswordFields />
      <FailureText
        failure={failure}
        means={{ not_found: t('setPassword.expired'), different: t('password.different') }}
      />
      <Button look="main" type="submit" disabled={isSending || secret === null}>
        {isSending ? t('sending') : t('setPassword.title')}
      </Button>
    </form>
  );
}

function readHash(): string {
  return window.location.hash.slice(1);
}

function followHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
