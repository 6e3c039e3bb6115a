import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { ContestEmbedFile } from '#components/embed/content.ts';
import { EmbedContest } from '#components/embed/EmbedContest.tsx';
import { embedPath, embedSnippet } from '#components/embed/embed.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { toContestFile } from '#domain/results/editionFiles.ts';
import { composeSmallEdition } from '../support/smallResults.ts';

const messages = Object.fromEntries(
  ['results', 'format'].map((name) => [name, JSON.parse(readFileSync(`messages/en/${name}.json`, 'utf8'))]),
);

function Drawn({ file }: { file: ContestEmbedFile }) {
  return <EmbedContest file={file} waiting={<p>not public yet</p>} format={useFormat('Asia/Almaty')} />;
}

function textOf(file: ContestEmbedFile): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Drawn file={file} />
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const results = composeSmallEdition();

describe('a contest on a page of others', () => {
  test('before the results names seats and candidacies in ballot order, says when figures come, and shows none', () => {
    const text = textOf(toContestFile(composeSmallEdition({ protocols: null }), 'council-A'));
    expect(text).toContain('2 seats · 5 candidacies');
    expect(text).toContain('not public yet');
    expect(text).toMatch(/1 Candidate 1 .*2 Candidate 2 Removed/);
    expect(text).not.toMatch(/%|Elected|\d votes|ballots/i);
  });

  test('after them names who is elected, with votes and the share of what is named, and keeps the others', () => {
    const text = textOf(toContestFile(results, 'council-A'));
    expect(text).toContain('2 of 2 seats filled · 160 ballots');
    expect(text).toMatch(
      /Elected Votes · Share of ballots 1 Candidate 1 120 Votes 75.00% Share of ballots 2 Candidate 3 65 Votes/,
    );
    expect(text).toMatch(/The other 3 candidacies .*Candidate 2 Removed by decision The votes are annulled/);
    expect(text).not.toContain('not public yet');
  });

  test('says of a tie that nobody is elected yet, and why', () => {
    expect(textOf(toContestFile(results, 'council-A-1'))).toMatch(/A lot decides.*Nobody is elected yet\./);
  });

  test('with fewer than 10 ballots tells who is elected and no votes', () => {
    const text = textOf(toContestFile(results, 'council-B-2'));
    expect(text).toMatch(/Fewer than 10 ballots.*Elected/);
    expect(text).not.toMatch(/%|\d votes/);
  });

  test('of a correction says which edition it replaces and why', () => {
    const reason = { kk: 'а', ru: 'б', en: 'two columns were swapped' };
    const text = textOf({ ...toContestFile(results, 'council-A'), edition: 2, corrects: 1, reason });
    expect(text).toContain('Corrected: edition 2 replaces edition 1 two columns were swapped');
  });
});

describe('the HTML of an embed', () => {
  const embed = { kind: 'map', id: 'KZ-AKM', language: 'ru', theme: 'dark' } as const;

  test('has language, colours and unit in its address', () => {
    expect(embedPath(embed)).toBe('/embed/ru/dark/map/KZ-AKM');
  });

  test('keeps a title inside its attribute, whatever is in it', () => {
    const snippet = embedSnippet({ site: 'https://board.example', embed, title: 'A "B" <i> & C', height: 720 });
    expect(snippet).toContain('src="https://board.example/embed/ru/dark/map/KZ-AKM"');
    expect(snippet).toContain('title="A &quot;B&quot; &lt;i&gt; &amp; C"');
    expect(snippet).toMatch(/width="100%" height="720"[^>]* loading="lazy"><\/iframe>$/);
  });
});
