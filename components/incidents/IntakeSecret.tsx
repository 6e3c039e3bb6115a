'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';

/** The secret of a new key, said once. */
export function IntakeSecret({ secret }: { secret: string }) {
  const t = useTranslations('incidents.keyPage');
  const [isCopied, setCopied] = useState(false);
  return (
    <div role="status" className="flex flex-col gap-3 border-l-4 border-resolved py-1 pl-4">
      <p className="font-medium">{t('secretTitle')}</p>
      <p>{t('secretText')}</p>
      <p>
        <code data-intake-key className="break-all">
          {secret}
        </code>
      </p>
      {'clipboard' in navigator && (
        <Button
          className="self-start"
          onClick={() =>
            void navigator.clipboard.writeText(secret).then(
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
