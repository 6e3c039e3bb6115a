import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { EmbedChoices } from './content.ts';

interface Props {
  contests: EmbedChoices['contests'];
  value: string;
  onChoose(id: string): void;
}

const shownLines = 6;

/** A contest, found by a part of its name or id. */
export function EmbedContestField({ contests, value, onChoose }: Props) {
  const t = useTranslations('press.embeds');
  const [query, setQuery] = useState('');
  const id = useId();
  const found = findContests(contests, query);
  const search = (text: string) => {
    setQuery(text);
    const matching = findContests(contests, text);
    const [first] = matching;
    if (first && !matching.some((contest) => contest.id === value)) onChoose(first.id);
  };
  return (
    <div>
      <label className="block text-sm font-semibold" htmlFor={`${id}-search`}>
        {t('search')}
      </label>
      <input
        id={`${id}-search`}
        type="search"
        value={query}
        autoComplete="off"
        onChange={(event) => search(event.target.value)}
        className="mt-1 min-h-10 w-full rounded border border-field bg-surface px-2"
      />
      <label className="mt-2 block text-sm font-semibold" htmlFor={id}>
        {t('contest')}
      </label>
      <select
        id={id}
        size={shownLines}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="mt-1 w-full rounded border border-field bg-surface p-1"
      >
        {found.map((contest) => (
          <option key={contest.id} value={contest.id}>
            {contest.name}
          </option>
        ))}
      </select>
      <p role="status" className="text-sm text-ink-soft">
        {found.length === 0 && t('nothingFound')}
      </p>
    </div>
  );
}

/** Whose id is written whole stands first. */
function findContests(contests: Props['contests'], query: string): Props['contests'] {
  const wanted = query.trim().toLocaleLowerCase();
  const found = contests.filter((contest) =>
    [contest.name, contest.id].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  return found.toSorted(
    (a, b) => Number(b.id.toLocaleLowerCase() === wanted) - Number(a.id.toLocaleLowerCase() === wanted),
  );
}
