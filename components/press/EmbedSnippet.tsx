import { useTranslations } from 'next-intl';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { type Embed, embedPath, embedSnippet } from '#components/embed/embed.ts';

const never = () => () => {};

/** The HTML of an embed, to be copied, and its address. */
export function EmbedSnippet({ embed, title, height }: { embed: Embed; title: string; height: number }) {
  const t = useTranslations('press.embeds');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ text: string; isDone: boolean }>();
  const site = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  );
  const text = embedSnippet({ site, embed, title, height });
  const copy = async () => setCopied({ text, isDone: await write(text, field.current) });
  const path = embedPath(embed);
  return (
    <div>
      <label className="block text-sm font-semibold" htmlFor={id}>
        {t('snippet')}
      </label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={6}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        className="mt-1 block w-full rounded border border-field bg-turnout-0 p-3 font-mono text-sm break-all"
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="button"
          onClick={() => void copy()}
          className="min-h-10 cursor-pointer rounded bg-ink px-4 font-medium text-paper hover:opacity-90"
        >
          {t('copy')}
        </button>
        <a className="link py-1" href={path} target="_blank" rel="noopener">
          {t('open')}
        </a>
        <span role="status" className="text-sm text-ink-soft">
          {copied?.text === text && t(copied.isDone ? 'copied' : 'notCopied')}
        </span>
      </div>
    </div>
  );
}

/** Pages that did not come over https have no clipboard; there the text is marked, to be copied by hand. */
async function write(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return false;
  }
}
