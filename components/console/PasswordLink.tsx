'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';

/** The link that is shown once, to be given to its person. */
export function PasswordLink({ secret, name }: { secret: string; name: string }) {
  const t = useTranslations('console.people');
  const language = useLocale();
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}/${language}/sign-in/password#${secret}`;
  return (
    <div role="status" className="flex flex-col gap-3 border-l-4 border-resolved py-1 pl-4">
      <p className="font-medium">{t('link')}</p>
      <p>{t('linkText', { name })}</p>
      <p>
        <code data-password-link className="break-all">
          {link}
        </code>
      </p>
      {'clipboard' in navigator && (
        <Button
          className="self-start"
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {isCopied ? t('copied') : t('copy')}
        </Button>
      )}
    </div>
  );
}
