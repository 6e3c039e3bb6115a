import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { CaseStateMark } from './CaseStateMark.tsx';
import type { CaseContent } from './content.ts';
import { useCaseWords } from './useCaseWords.ts';

/** What the case is, where and whose. */
export function CaseFacts({ shown, places, timeZone, nowMs }: CaseContent) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const words = useCaseWords(places);
  const format = useFormat(timeZone);
  const when = (instant: string) => format.dayAndTime(Date.parse(instant));
  const names = (from: Record<string, string> | null, id: string | null) => from?.[format.language] ?? id;
  const facts: [string, React.ReactNode][] = [
    [t('detail.category'), tCases(`category.${shown.category}`)],
    [t('detail.place'), words.place(shown)],
    [t('detail.received'), `${when(shown.receivedAt)}, ${t(`channel.${shown.channel}`)}`],
    [t('detail.filedBy'), shown.filedBy],
    [t('detail.commission'), words.commission(shown.commission)],
    [t('detail.since'), `${when(shown.stateSince)} (${words.since(shown.stateSince, nowMs)})`],
  ];
  if (shown.contestId) facts.push([t('detail.contest'), names(shown.contestNames, shown.contestId)]);
  if (shown.candidacyId)
    facts.push([t('detail.candidacy'), `${names(shown.candidacyNames, null) ?? ''} (${shown.candidacyId})`]);
  if (shown.duplicateOf) facts.push([t('detail.duplicateOf'), <CaseLink key="of" id={shown.duplicateOf} />]);
  if (shown.duplicates.length > 0)
    facts.push([t('detail.duplicates'), shown.duplicates.map((id) => <CaseLink key={id} id={id} />)]);
  return (
    <section className="card p-5 sm:p-6">
      <h1 className="flex flex-wrap items-baseline gap-x-4 text-xl font-bold">
        <span className="tabular-nums">{shown.id}</span>
        <span className="text-base font-normal">
          <CaseStateMark shown={shown} />
        </span>
      </h1>
      <dl className="mt-4 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="sm:contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mt-5 text-sm text-ink-soft">{t('detail.summary')}</h2>
      <p className="mt-1 max-w-[65ch] break-words whitespace-pre-wrap">{shown.summary}</p>
    </section>
  );
}

function CaseLink({ id }: { id: string }) {
  const language = useLocale();
  return (
    <a className="link mr-3" href={`/${language}/console/violations/${id}`}>
      {id}
    </a>
  );
}
