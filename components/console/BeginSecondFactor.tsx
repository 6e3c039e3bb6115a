'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { Field } from './Field.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { fieldOf } from './readForm.ts';
import { useSend } from './useSend.ts';

interface NewFactor {
  uri: string;
  recoveryCodes: string[];
}

/** The password, then the key with its recovery codes, then the first code. */
export function BeginSecondFactor({ onBegin }: { onBegin(): void }) {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  const [factor, setFactor] = useState<NewFactor | null>(null);
  if (factor) return <ConfirmFactor factor={factor} />;
  return (
    <form
      method="post"
      className="flex max-w-md flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { currentPassword: fieldOf(event.currentTarget, 'currentPassword') };
        const made = await send<NewFactor>('POST', '/api/auth/second-factor', body);
        if (!made) return;
        onBegin();
        setFactor(made);
      }}
    >
      <Field
        label={t('password.current')}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
      />
      <FailureText failure={failure} />
      <Button look="main" type="submit" disabled={isSending}>
        {t('account.begin')}
      </Button>
    </form>
  );
}

function ConfirmFactor({ factor }: { factor: NewFactor }) {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  const key = new URL(factor.uri).searchParams.get('secret') ?? '';
  return (
    <div className="flex flex-col gap-4">
      <p>{t('account.scan')}</p>
      <QrCode text={factor.uri} label={t('account.qr')} />
      <p className="max-w-full break-all">
        <span className="text-sm text-ink-soft">{t('account.key')}:</span>{' '}
        <code data-totp-key={key}>{key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>{t('account.keep')}</p>
      <RecoveryCodes codes={factor.recoveryCodes} />
      <form
        method="post"
        className="flex max-w-md flex-col gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          const body = { code: fieldOf(event.currentTarget, 'code').replace(/\s/g, '') };
          if (await send('PUT', '/api/auth/second-factor', body)) window.location.reload();
        }}
      >
        <Field
          label={t('signIn.code')}
          hint={t('account.confirm')}
          name="code"
          inputMode="numeric"
          pattern="[\d ]{6,7}"
          autoComplete="one-time-code"
          required
        />
        <FailureText failure={failure} />
        <Button look="main" type="submit" disabled={isSending}>
          {t('account.confirmButton')}
        </Button>
      </form>
    </div>
  );
}
