import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CandidacyResult, ContestBrief } from '#domain/results/edition.ts';

interface Props {
  contest: Pick<ContestBrief, 'withheld' | 'tie'>;
  /** Those of the contest that are known here, the tied and pending ones among them. */
  candidacies: readonly CandidacyResult[];
  /** The name of a district, where the page knows it. */
  nameOf?: (code: string) => string | null;
  format: Format;
}

/** Why a contest is withheld, whose votes are equal and who drew the lot, and which seat waits for a decision. */
export function OpenText({ contest, candidacies, nameOf, format }: Props) {
  const pending = candidacies.filter(({ outcome }) => outcome === 'pending');
  return (
    <>
      {contest.withheld && <WithheldText withheld={contest.withheld} nameOf={nameOf} format={format} />}
      {contest.tie && <TieText tie={contest.tie} candidacies={candidacies} format={format} />}
      {pending.length > 0 && <PendingText pending={pending} format={format} />}
    </>
  );
}

interface WithheldProps extends Pick<Props, 'format'> {
  withheld: NonNullable<ContestBrief['withheld']>;
  nameOf: Props['nameOf'] | undefined;
}

function WithheldText({ withheld, nameOf, format }: WithheldProps) {
  const t = useTranslations('results');
  if (withheld.rule === 'retracted')
    return <p>{t('withheld.retracted', { reason: withheld.reason?.[format.language] ?? '' })}</p>;
  const rule = t(`rule.${withheld.rule}`);
  const district = withheld.districtCode && nameOf?.(withheld.districtCode);
  return <p>{district ? t('withheld.textDistrict', { district, rule }) : t('withheld.text', { rule })}</p>;
}

interface TieProps extends Pick<Props, 'candidacies' | 'format'> {
  tie: NonNullable<ContestBrief['tie']>;
}

function TieText({ tie, candidacies, format }: TieProps) {
  const t = useTranslations('results.open');
  const nameOf = (id: string) => candidacies.find((candidacy) => candidacy.id === id)?.names[format.language] ?? id;
  const votes = tie.votes === null ? null : format.count(tie.votes);
  const count = tie.candidacyIds.length;
  const figures = { count, number: format.count(count), votes: votes ?? '', seats: format.count(tie.seats) };
  if (tie.lot) {
    const { drawnAt, drawnBy, order } = tie.lot;
    const lot = { when: format.dayAndTime(Date.parse(drawnAt)), who: drawnBy, order: order.map(nameOf).join(', ') };
    return <p>{votes === null ? t('lotHidden', { ...figures, ...lot }) : t('lot', { ...figures, ...lot })}</p>;
  }
  return (
    <>
      <p>{votes === null ? t('tieHidden') : t('tie', figures)}</p>
      <p className="font-medium">{tie.candidacyIds.map(nameOf).join(', ')}</p>
    </>
  );
}

function PendingText({ pending, format }: { pending: readonly CandidacyResult[]; format: Format }) {
  const t = useTranslations('results');
  return (
    <>
      <p>{t('open.pending', { names: pending.map(({ names }) => names[format.language]).join(', ') })}</p>
      {pending.map(
        ({ id, decision }) =>
          decision && (
            <p key={id} className="text-sm text-ink-soft">
              {t('decision.number', {
                number: decision.number,
                when: format.dayAndTime(Date.parse(decision.announcedAt)),
              })}
              {'. '}
              {decision.reason[format.language]}
            </p>
          ),
      )}
    </>
  );
}
