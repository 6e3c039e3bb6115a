import { useTranslations } from 'next-intl';
import { Panel } from '#components/console/Panel.tsx';
import type { Format } from '#components/format/useFormat.ts';
import type { ShownDraft } from '#domain/results/releaseDesk.ts';
import { HashGroups } from './HashGroups.tsx';

interface Props {
  draft: ShownDraft;
  /** Whether the reader may have to tell the hash to an approver. */
  isTold: boolean;
  format: Format;
}

/** What is sealed: who did it and when, its hash, and who said what of it. */
export function DraftFacts({ draft, isTold, format }: Props) {
  const t = useTranslations('release.draft');
  const when = (at: string) => format.dayAndTime(Date.parse(at));
  return (
    <Panel title={t(draft.state === 'released' ? 'titleReleased' : 'title', { number: String(draft.number) })}>
      <dl className="grid gap-4">
        <div>
          <dt className="text-sm text-ink-soft">{t('sealed')}</dt>
          <dd className="[overflow-wrap:anywhere]">
            {t('sealedBy', { who: draft.sealedBy, when: when(draft.sealedAt) })}
            <span className="block text-sm text-ink-soft">{t(`source.${draft.source}`)}</span>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t('hash')}</dt>
          <dd className="mt-1">
            {draft.manifestHash === null ? (
              <p className="max-w-[65ch]">{t('hashHidden')}</p>
            ) : (
              <>
                <HashGroups hash={draft.manifestHash} />
                {isTold && <p className="mt-2 max-w-[65ch] text-sm text-ink-soft">{t('hashText')}</p>}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t('verdicts')}</dt>
          <dd>
            {draft.verdicts.length === 0 && <p>{t('noVerdicts')}</p>}
            <ul className="flex flex-col gap-1">
              {draft.verdicts.map(({ person, verdict, at, isOwn }) => (
                <li key={`${verdict} ${person}`} className="[overflow-wrap:anywhere]">
                  <span className={verdict === 'objected' ? 'font-semibold text-critical' : ''}>
                    {t(verdict, { who: person })}
                  </span>
                  {isOwn && ` (${t('you')})`}
                  <span className="text-sm text-ink-soft tabular-nums">, {when(at)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
