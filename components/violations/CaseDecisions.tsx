import { useTranslations } from 'next-intl';
import { type Format, useFormat } from '#components/format/useFormat.ts';
import type { CaseAppeal, CaseDecision } from '#domain/violations/staffCase.ts';
import type { CaseContent } from './content.ts';

/** What was decided, by which rule, and what became of appeals. */
export function CaseDecisions({ shown, timeZone }: CaseContent) {
  const t = useTranslations('violations');
  const format = useFormat(timeZone);
  if (shown.decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions" className="card p-5 sm:p-6">
      <h2 id="decisions" className="text-lg font-semibold">
        {t('detail.decisions')}
      </h2>
      <ol className="mt-3 flex flex-col gap-5">
        {shown.decisions.map((decision) => (
          <li key={decision.id}>
            <Decision decision={decision} format={format} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decision({ decision, format }: { decision: CaseDecision; format: Format }) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const { number, decidedAt, verdict, measure, votes, decidedBy, personName, rule, text, appeal } = decision;
  const outcome = [tCases(`verdict.${verdict}`), measure && tCases(`measure.${measure}`), votes && t(`votes.${votes}`)];
  return (
    <>
      <p className="font-semibold">
        {t('decision.number', { number })}{' '}
        <span className="font-normal text-ink-soft">{format.dayAndTime(Date.parse(decidedAt))}</span>
      </p>
      <p>{outcome.filter(Boolean).join(' · ')}</p>
      <p className="text-sm text-ink-soft">
        {t('decision.by', { commission: decidedBy[format.language], person: personName })}
      </p>
      <dl className="mt-2 grid max-w-[75ch] gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-ink-soft">{t('decision.rule')}</dt>
        <dd className="break-words">{rule[format.language]}</dd>
        <dt className="text-ink-soft">{t('decision.text')}</dt>
        <dd className="break-words">{text[format.language]}</dd>
      </dl>
      {appeal && <Appeal appeal={appeal} format={format} />}
    </>
  );
}

function Appeal({ appeal, format }: { appeal: CaseAppeal; format: Format }) {
  const t = useTranslations('violations.decision');
  return (
    <div className="mt-3 border-l-4 border-violation pl-3 text-sm">
      <p className="font-medium">{t('appealed', { when: format.dayAndTime(Date.parse(appeal.filedAt)) })}</p>
      {appeal.grounds && <p className="max-w-[65ch] break-words whitespace-pre-wrap">{appeal.grounds}</p>}
      <p>{t(appeal.outcome, { number: appeal.number ?? '' })}</p>
      {appeal.text && <p className="max-w-[65ch] break-words">{appeal.text[format.language]}</p>}
    </div>
  );
}
