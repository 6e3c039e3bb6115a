'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import {
  type Embed,
  type EmbedKind,
  embedHeights,
  embedKinds,
  embedPath,
  embedThemes,
  rowsHeight,
} from '#components/embed/embed.ts';
import { ownNames } from '#components/ui/LanguageLinks.tsx';
import { type Language, languages } from '#domain/languageCodes.ts';
import { Choices } from './Choices.tsx';
import type { EmbedChoices } from './content.ts';
import { EmbedContestField } from './EmbedContestField.tsx';
import { EmbedSnippet } from './EmbedSnippet.tsx';
import { EmbedUnitField } from './EmbedUnitField.tsx';

interface Props extends EmbedChoices {
  /** Of the page, and of the embed until another is chosen. */
  language: Language;
}

/** Chooses an embed, shows it as readers will see it, and writes the HTML for it. */
export function EmbedBuilder({ units, contests, language: pageLanguage }: Props) {
  const t = useTranslations('press.embeds');
  const country = units.find(({ level }) => level === 'country');
  const [kind, setKind] = useState<EmbedKind>('turnout');
  const [code, setCode] = useState(country?.code ?? '');
  const [contestId, setContestId] = useState(contests[0]?.id ?? '');
  const [language, setLanguage] = useState(pageLanguage);
  const [theme, setTheme] = useState<Embed['theme']>('auto');
  const [titled, setTitled] = useState({ path: '', title: '' });
  const frame = useRef<HTMLIFrameElement>(null);
  const hasParts = (unitCode: string) => units.some(({ code: own, level }) => own === unitCode && level !== 'district');
  const unitCode = kind === 'map' && !hasParts(code) ? (country?.code ?? '') : code;
  const embed: Embed = { kind, id: kind === 'contest' ? contestId : unitCode, language, theme };
  const path = embedPath(embed);
  const districts = units.filter(({ level, parentCode }) => level === 'district' && parentCode === unitCode).length;
  const height = kind === 'map' && districts > 0 ? rowsHeight(districts) : embedHeights[kind];
  const label = useId();
  const takeTitle = () => {
    const found = frame.current?.contentDocument?.title;
    if (found) setTitled({ path, title: found });
  };
  // The frame of the page as it came may be loaded before this runs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and from then on by the frame's own event
  useEffect(takeTitle, []);
  const title = titled.path === path ? titled.title : t('preview');
  return (
    <div className="mt-4 grid gap-6 in-[html:not([data-script])]:hidden lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <form className="flex min-w-0 flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
        <Choices
          legend={t('what')}
          name="kind"
          options={embedKinds
            .filter((each) => each !== 'contest' || contests.length > 0)
            .map((each) => ({ value: each, text: t(`kind.${each}`) }))}
          value={kind}
          onChoose={(chosen) => setKind(chosen)}
        />
        {kind === 'contest' ? (
          <EmbedContestField contests={contests} value={contestId} onChoose={setContestId} />
        ) : (
          <EmbedUnitField units={units} isMap={kind === 'map'} value={unitCode} onChoose={setCode} />
        )}
        <Choices
          legend={t('language')}
          name="language"
          options={languages.map((each) => ({ value: each, text: ownNames[each], lang: each }))}
          value={language}
          onChoose={(chosen) => setLanguage(chosen)}
        />
        <Choices
          legend={t('theme')}
          name="theme"
          options={embedThemes.map((each) => ({ value: each, text: t(`themes.${each}`) }))}
          value={theme}
          onChoose={(chosen) => setTheme(chosen)}
        />
        <EmbedSnippet embed={embed} title={title} height={height} />
      </form>
      <section aria-labelledby={label} className="min-w-0">
        <h3 id={label} className="text-sm font-semibold">
          {t('preview')}
        </h3>
        <iframe
          key={path}
          src={path}
          title={title}
          ref={frame}
          height={height}
          loading="lazy"
          className="mt-2 w-full"
          onLoad={takeTitle}
        />
      </section>
    </div>
  );
}
