import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { AreaResult, CandidacyResult, ContestResult } from '#domain/results/edition.ts';
import { shareOfContest } from '#domain/results/share.ts';

interface Props {
  candidacy: CandidacyResult;
  contest: ContestResult;
  nameOf(code: string): string;
  format: Format;
}

/** Where the votes of a candidacy were given: by region where the contest spans several, and by district. */
export function Breakdown({ candidacy, contest, nameOf, format }: Props) {
  const t = useTranslations('results');
  const { regions, areas, shareOf } = contest;
  const table = { candidacy, shareOf, nameOf, format };
  if (regions.length === 0) return <PartTable {...table} parts={areas.map((area) => toPart('district', area))} />;
  return (
    <>
      <PartTable {...table} parts={regions.map((region) => toPart('region', region))} />
      <details>
        <summary className="link cursor-pointer text-sm">
          {t('areas.all', { count: areas.length, number: format.count(areas.length) })}
        </summary>
        <PartTable {...table} parts={areas.map((area) => toPart('district', area))} />
      </details>
    </>
  );
}

interface Part {
  level: 'region' | 'district';
  codes: readonly string[];
  area: AreaResult;
}

function toPart(level: Part['level'], area: AreaResult & { regionCodes?: readonly string[] }): Part {
  return { level, codes: area.regionCodes ?? area.districtCodes, area };
}

interface TableProps extends Pick<Props, 'candidacy' | 'nameOf' | 'format'> {
  parts: readonly Part[];
  shareOf: ContestResult['shareOf'];
}

function PartTable({ candidacy, parts, shareOf, nameOf, format }: TableProps) {
  const t = useTranslations('results');
  const level = parts[0]?.level ?? 'district';
  return (
    <table className="w-full max-w-2xl border-collapse text-sm">
      <caption className="sr-only">{t('breakdown.caption', { name: candidacy.names[format.language] })}</caption>
      <thead>
        <tr className="border-b border-hairline text-ink-soft">
          <th scope="col" className="py-1 text-left font-normal">
            {t(`column.${level}`)}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-normal">
            {t('column.votes')}
          </th>
          <th scope="col" className="py-1 pl-3 text-right font-normal">
            {t(`column.share.${shareOf}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ codes, area }) => {
          const votes = area.votesByCandidacy[candidacy.id] ?? 0;
          const share = shareOfContest(votes, area, shareOf);
          return (
            <tr key={codes[0]} className="border-b border-hairline align-baseline last:border-0">
              <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
                <UnitNames codes={codes} level={level} nameOf={nameOf} language={format.language} />
              </th>
              <td className="py-1 pl-3 text-right whitespace-nowrap tabular-nums">{format.count(votes)}</td>
              <td className="py-1 pl-3 text-right whitespace-nowrap tabular-nums">
                {share === null ? t('table.none') : format.share(share)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface UnitNamesProps {
  codes: readonly string[];
  level: Part['level'];
  nameOf(code: string): string;
  language: Format['language'];
}

/** One unit, or those whose figures were merged, each leading to its results. */
export function UnitNames({ codes, level, nameOf, language }: UnitNamesProps) {
  return codes.map((code, index) => (
    <span key={code}>
      {index > 0 && ' + '}
      <a className="link" href={`/${language}/results/${level}s/${code}`}>
        {nameOf(code)}
      </a>
    </span>
  ));
}
