'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { Field } from './Field.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { fieldOf } from './readForm.ts';
import { useSend } from './useSend.ts';

/** What one does with a second factor that is on: new recovery codes, or the end of it. */
export function KeepSecondFactor() {
  const t = useTranslations('console.account');
  return (
    <>
      <details>
        <summary className="link cursor-pointer py-1">{t('renewCodes')}</summary>
        <RenewCodes />
      </details>
      <details>
        <summary className="link cursor-pointer py-1">{t('end')}</summary>
        <EndFactor />
      </details>
    </>
  );
}

function RenewCodes() {
  const t = useTranslations('console.account');
  const { send, isSending, failure } = useSend();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) {
    return (
      <div className="mt-3 flex flex-col gap-3">
        <p role="status">{t('newCodes')}</p>
        <RecoveryCodes codes={codes} />
      </div>
    );
  }
  return (
    <form
      method="post"
      className="mt-3 flex max-w-md flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { currentPassword: fieldOf(event.currentTarget, 'currentPassword') };
        const made = await send<{ recoveryCodes: string[] }>('POST', '/api/auth/recovery-codes', body);
        if (made) setCodes(made.recoveryCodes);
      }}
    >
      <p className="text-ink-soft">{t('renewText')}</p>
      <CurrentPassword />
      <FailureText failure={failure} />
      <Button type="submit" disabled={isSending}>
        {t('renewCodes')}
      </Button>
    </form>
  );
}

function EndFactor() {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  return (
    <form
      method="post"
      className="mt-3 flex max-w-md flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const body = {
          currentPassword: fieldOf(form, 'currentPassword'),
          code: fieldOf(form, 'code').replace(/\s/g, ''),
        };
        if (await send('DELETE', '/api/auth/second-factor', body)) window.location.reload();
      }}
    >
      <p className="text-ink-soft">{t('account.endText')}</p>
      <CurrentPassword />
      <Field label={t('signIn.code')} name="code" inputMode="numeric" autoComplete="one-time-code" required />
      <FailureText failure={failure} />
      <Button look="grave" type="submit" disabled={isSending}>
        {t('account.end')}
      </Button>
    </form>
  );
}

function CurrentPassword() {
  const t = useTranslations('console.password');
  return <Field label={t('current')} name="currentPassword" type="password" autoComplete="current-password" required />;
}
