import { useTranslations } from 'next-intl';
import { type Embed, embedHeights, embedKinds, embedPath } from '#components/embed/embed.ts';
import { useFormat } from '#components/format/useFormat.ts';
import type { EmbedChoices, PressContent } from './content.ts';
import { Section } from './Section.tsx';

type Choice = EmbedChoices['units'][number];

/** The address of every embed, in the language of the page. */
export function EmbedListPage({ content }: { content: PressContent }) {
  const t = useTranslations('press.embeds');
  const { language, count } = useFormat(content.election.timeZone);
  const { units, contests } = content.embeds;
  const country = units.find(({ level }) => level === 'country');
  const addressOf = (kind: Embed['kind'], id: string) => embedPath({ kind, id, language, theme: 'auto' });
  return (
    <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
      <div className="py-2 lg:col-span-12">
        <p className="text-sm">
          <a className="link inline-block py-1" href={`/${language}/press`}>
            {t('list.back')}
          </a>
        </p>
        <h1 className="text-xl leading-tight font-bold">{t('list.title')}</h1>
        <p className="mt-2 max-w-[65ch]">
          {t.rich('list.lead', {
            address: () => <code className="wrap-anywhere">{'/embed/{kk|ru|en}/{auto|light|dark}/…'}</code>,
          })}
        </p>
        <dl className="mt-2 flex flex-wrap gap-x-6 tabular-nums">
          {embedKinds.map((kind) => (
            <div key={kind} className="flex gap-2">
              <dt className="text-ink-soft">{t(`kind.${kind}`)}</dt>
              <dd>{t('list.height', { pixels: count(embedHeights[kind]) })}</dd>
            </div>
          ))}
        </dl>
      </div>
      {country && (
        <Section id="country" title={country.name}>
          <List entries={entriesOf(country)} />
        </Section>
      )}
      <Section id="regions" title={t('list.regions')}>
        {units
          .filter(({ level }) => level === 'region')
          .map((region) => (
            <details key={region.code} className="border-b border-hairline py-1 last:border-0">
              <summary className="cursor-pointer py-1 font-medium hover:bg-turnout-0">{region.name}</summary>
              <List
                entries={[region, ...units.filter(({ parentCode }) => parentCode === region.code)].flatMap(entriesOf)}
              />
            </details>
          ))}
      </Section>
    </main>
  );

  function entriesOf(unit: Choice) {
    return [
      { path: addressOf('turnout', unit.code), text: `${unit.name}: ${t('kind.turnout')}` },
      ...(unit.level === 'district'
        ? []
        : [{ path: addressOf('map', unit.code), text: `${unit.name}: ${t('kind.map')}` }]),
      ...contests
        .filter(({ unitCode }) => unitCode === unit.code)
        .map(({ id, name }) => ({ path: addressOf('contest', id), text: name })),
    ];
  }
}

function List({ entries }: { entries: readonly { path: string; text: string }[] }) {
  return (
    <ul className="my-2 divide-y divide-hairline">
      {entries.map(({ path, text }) => (
        <li key={path} className="grid gap-x-6 py-1 lg:grid-cols-2">
          <span className="py-1">{text}</span>
          <a className="link py-1 wrap-anywhere" href={path}>
            <code>{path}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
