import type { Language } from '#domain/languageCodes.ts';

export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];
export const embedKinds = ['turnout', 'map', 'contest'] as const;
export type EmbedKind = (typeof embedKinds)[number];

/** What a frame on a page of others shows, and how. */
export interface Embed {
  kind: EmbedKind;
  /** Code of a unit, or id of a contest. */
  id: string;
  language: Language;
  theme: EmbedTheme;
}

/** Of a frame from 360 pixels of width on (pixels); what is longer scrolls inside it. */
export const embedHeights: Record<EmbedKind, number> = { turnout: 480, map: 720, contest: 560 };

/** Of a map whose tiles have no place and stand in rows: so many of them, about three in a row. */
export function rowsHeight(tiles: number): number {
  return 320 + Math.ceil(tiles / 3) * 70;
}

/** Everything is in the path, so that an embed is one page for all. */
export function embedPath({ kind, id, language, theme }: Embed): string {
  return `/embed/${language}/${theme}/${kind}/${id}`;
}

interface EmbedFrameFacts {
  /** The origin of the board. */
  site: string;
  embed: Embed;
  title: string;
  height: number;
}

/** The HTML that puts an embed into a page. */
export function embedSnippet({ site, embed, title, height }: EmbedFrameFacts): string {
  const attributes = [
    `src="${inAttribute(site + embedPath(embed))}"`,
    `title="${inAttribute(title)}"`,
    `width="100%" height="${height}"`,
    'style="border:0" loading="lazy"',
  ];
  return `<iframe ${attributes.join('\n  ')}></iframe>`;
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
