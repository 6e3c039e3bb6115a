const vowels = 'аәеёиоөуұүыіэюяАӘЕЁИОӨУҰҮЫІЭЮЯ';
const shortestHyphenated = 10;
const shortestEnd = 3;
const softHyphen = '\u00ad';

/** Letters of a cluster between two vowels that stay on the line: all but the last, and `ск`, `ст` are kept together. */
function stayingLetters(cluster: string): number {
  if (cluster.length === 0) return 0;
  return cluster.length > 2 && /с[кт]$/.test(cluster) ? cluster.length - 2 : cluster.length - 1;
}

function hyphenateWord(word: string): string {
  if (word.length < shortestHyphenated) return word;
  let hyphenated = '';
  let from = 0;
  for (const match of word.matchAll(new RegExp(`(?<=[${vowels}])([^${vowels}]+)(?=[${vowels}])`, 'gu'))) {
    const cluster = match[1] ?? '';
    const at = match.index + stayingLetters(cluster);
    if (at < shortestEnd || word.length - at < shortestEnd || /[ьъй]/.test(word[at] ?? '')) continue;
    hyphenated += word.slice(from, at) + softHyphen;
    from = at;
  }
  return hyphenated + word.slice(from);
}

/**
 * Long Cyrillic words with soft hyphens where a syllable ends, for browsers have no Kazakh patterns,
 * and a line break in a long compound: `Северо-`, `Казахстанская`.
 */
export function softHyphens(name: string): string {
  return name.replace(/-(?=\p{Script=Cyrillic}{10})/gu, '-\n').replace(/\p{Script=Cyrillic}+/gu, hyphenateWord);
}
