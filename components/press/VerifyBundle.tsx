'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import type { Names } from '#domain/languages.ts';
import type { KnownKey } from './bundleVerdict.ts';
import { CheckResult } from './CheckResult.tsx';
import { useBundleCheck } from './useBundleCheck.ts';

interface Props {
  keys: readonly KnownKey[];
  electionId: string;
  electionNames: Names;
  timeZone: string;
}

/** Chooses a bundle and says in words whether it is genuine. */
export function VerifyBundle({ keys, electionId, electionNames, timeZone }: Props) {
  const t = useTranslations('press.check.browser');
  const format = useFormat(timeZone);
  const { check, choose } = useBundleCheck(keys);
  const nameOf = (id: string) => (id === electionId ? electionNames[format.language] : id);
  return (
    <div className="needs-script mt-4">
      <label className="block font-medium" htmlFor="bundle-file">
        {t('choose')}
      </label>
      <input
        id="bundle-file"
        type="file"
        accept=".zip,application/zip"
        className="mt-2 block w-full cursor-pointer rounded border border-field p-2 text-sm file:mr-3 file:cursor-pointer file:rounded file:border-0 file:bg-ink file:px-3 file:py-2 file:text-paper"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) choose(file);
        }}
      />
      <div role="status" className="mt-4" data-check={check.state}>
        <CheckResult check={check} nameOf={nameOf} format={format} />
      </div>
    </div>
  );
}
