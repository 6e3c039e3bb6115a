import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CandidacyDecision } from '#domain/results/candidacy.ts';

/** A decision on a candidacy: its number and day, who took it, by which rule, why, and what happens to the votes. */
export function Decision({ decision, format }: { decision: CandidacyDecision; format: Format }) {
  const t = useTranslations('results');
  const { language } = format;
  const entries = [
    { key: 'rule', text: decision.rule[language] },
    { key: 'reason', text: decision.reason[language] },
    { key: 'decidedBy', text: decision.decidedBy[language] },
    { key: 'votes', text: t(`treatment.${decision.votes}`) },
  ];
  return (
    <div className="max-w-[65ch] text-sm">
      <p className="font-medium">
        {t('decision.number', { number: decision.number, when: format.dayAndTime(Date.parse(decision.announcedAt)) })}
      </p>
      <dl className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {entries.map(({ key, text }) => (
          <div key={key} className="contents">
            <dt className="text-ink-soft max-sm:mt-1">{t(`decision.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
