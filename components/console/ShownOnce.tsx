'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './Button.tsx';

/** A secret that is shown now and never again, to be copied. */
export function ShownOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  const t = useTranslations('console');
  const [isCopied, setCopied] = useState(false);
  return (
    <div role="status" className="flex flex-col gap-3 border-l-4 border-resolved py-1 pl-4">
      <p className="font-medium">{title}</p>
      <p>{text}</p>
      <p>
        <code data-shown-once className="break-all">
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
