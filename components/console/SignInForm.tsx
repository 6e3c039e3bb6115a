'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { FailureText } from './FailureText.tsx';
import { Field } from './Field.tsx';
import { fieldOf } from './readForm.ts';
import { useSend } from './useSend.ts';

interface Answer {
  step: 'done' | 'second_factor';
}

/** Password, then the code where the account has a second factor; then on to `next`. */
export function SignInForm({ next }: { next: string }) {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const goOn = (answer: Answer | null) => {
    if (answer?.step === 'done') window.location.assign(next);
    if (answer?.step === 'second_factor') setStep('code');
  };
  return step === 'password' ? (
    <PasswordForm onAnswer={goOn} />
  ) : (
    <CodeForm onAnswer={goOn} onAgain={() => setStep('password')} />
  );
}

function PasswordForm({ onAnswer }: { onAnswer(answer: Answer | null): void }) {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const body = { email: fieldOf(form, 'email'), password: fieldOf(form, 'password') };
        onAnswer(await send<Answer>('POST', '/api/auth/sign-in', body));
      }}
    >
      <h1 className="text-xl font-bold">{t('signIn.title')}</h1>
      <p className="text-ink-soft">{t('signIn.text')}</p>
      <Field label={t('signIn.email')} name="email" type="email" autoComplete="username" required autoFocus />
      <Field label={t('signIn.password')} name="password" type="password" autoComplete="current-password" required />
      <FailureText failure={failure} means={{ unauthorized: t('signIn.refused') }} />
      <Button look="main" type="submit" disabled={isSending}>
        {isSending ? t('sending') : t('signIn.button')}
      </Button>
    </form>
  );
}

function CodeForm({ onAnswer, onAgain }: { onAnswer(answer: Answer | null): void; onAgain(): void }) {
  const t = useTranslations('console');
  const { send, isSending, failure } = useSend();
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { code: fieldOf(event.currentTarget, 'code') };
        onAnswer(await send<Answer>('POST', '/api/auth/sign-in/code', body));
      }}
    >
      <h1 className="text-xl font-bold">{t('signIn.codeTitle')}</h1>
      <Field
        label={t('signIn.code')}
        hint={t('signIn.codeText')}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={40}
        required
        autoFocus
      />
      <FailureText failure={failure} means={{ unauthorized: t('signIn.codeRefused') }} />
      <div className="flex flex-wrap gap-3">
        <Button look="main" type="submit" disabled={isSending} className="grow">
          {isSending ? t('sending') : t('signIn.button')}
        </Button>
        <Button onClick={onAgain}>{t('signIn.again')}</Button>
      </div>
    </form>
  );
}
