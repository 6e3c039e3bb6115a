import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import type { StaffPerson } from '#domain/staff/staffPerson.ts';
import type { PlaceChoice } from './content.ts';

interface Props {
  people: StaffPerson[];
  places: PlaceChoice[];
  timeZone: string;
}

const cell = 'py-2 pr-4 align-top max-md:block max-md:py-0.5';

/** Everybody who has or had access; on a telephone each person is a block. */
export function PeopleTable({ people, places, timeZone }: Props) {
  const t = useTranslations('console');
  const language = useLocale();
  const format = useFormat(timeZone);
  const placeOf = ({ regionCode, districtCode }: StaffPerson) =>
    places.find(({ code }) => code === (districtCode ?? regionCode))?.name ?? regionCode ?? t('wholeCountry');
  const headings = ['name', 'role', 'place', 'factor', 'lastSeen', 'state'] as const;
  return (
    <table className="w-full text-left">
      <thead className="text-sm text-ink-soft max-md:sr-only">
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col" className="py-2 pr-4 font-normal">
              {t(`people.${heading}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="border-t border-hairline max-md:block max-md:py-2">
            <th scope="row" className={`${cell} font-normal`}>
              <a className="link font-medium" href={`/${language}/console/people/${person.id}`}>
                {person.name}
              </a>
              <br />
              <span className="text-sm break-all text-ink-soft">{person.email}</span>
            </th>
            <td className={cell}>
              {person.commissionLevel ? t(`levels.${person.commissionLevel}`) : t(`roles.${person.role}`)}
            </td>
            <td className={cell}>{placeOf(person)}</td>
            <td className={cell}>
              <span className="md:hidden">{t('people.factor')}: </span>
              {person.secondFactor ? t('people.on') : t('people.off')}
            </td>
            <td className={`${cell} tabular-nums`}>
              <span className="md:hidden">{t('people.lastSeen')}: </span>
              {person.lastSeenAt === null ? t('people.never') : format.short(Date.parse(person.lastSeenAt))}
            </td>
            <td className={cell}>
              <PersonState person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PersonState({ person }: { person: StaffPerson }) {
  const t = useTranslations('console.people');
  if (person.disabled) return <span className="text-critical">{t('disabled')}</span>;
  return <span>{person.hasPassword ? t('active') : t('noPassword')}</span>;
}
