import { useTranslations } from 'next-intl';
import { bundlePaths } from '#domain/results/bundlePaths.ts';

interface Props {
  edition: number;
  /** Of the page's own file. */
  path: string;
}

/** The figures of the page as files of its edition, which never change. */
export function FileLinks({ edition, path }: Props) {
  const t = useTranslations('results.files');
  const base = `/api/v1/editions/${edition}`;
  const files = [
    { key: path === 'changes.json' ? 'changes' : 'json', path },
    ...(path.startsWith('contests/') ? [{ key: 'csv', path: path.replace(/json$/, 'csv') }] : []),
    ...(path === 'summary.json'
      ? [
          { key: 'candidacies', path: 'candidacies.csv' },
          { key: 'votes', path: 'votes.csv' },
          { key: 'protocols', path: 'protocols.csv' },
          { key: 'package', path: 'datapackage.json' },
          { key: 'nist', path: 'nist-sp-1500-100.json' },
        ]
      : []),
    { key: 'bundle', path: bundlePaths.bundle },
  ];
  return (
    <>
      <ul className="mt-1 flex flex-col gap-1">
        {files.map((file) => (
          <li key={file.key}>
            <a className="link" href={`${base}/${file.path}`}>
              {t(file.key)}
            </a>
          </li>
        ))}
      </ul>
      {edition === 0 && <p className="mt-1 text-ink-soft">{t('zero')}</p>}
    </>
  );
}
