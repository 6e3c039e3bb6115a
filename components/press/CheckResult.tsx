import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { BundleHead, BundleProblem } from './bundleVerdict.ts';
import type { BundleCheck } from './useBundleCheck.ts';

interface Props {
  check: BundleCheck;
  nameOf(electionId: string): string;
  format: Format;
}

const mostProblems = 10;

/** The result of a check in words. */
export function CheckResult({ check, nameOf, format }: Props) {
  const t = useTranslations('press.check.browser');
  switch (check.state) {
    case 'idle':
      return null;
    case 'reading':
    case 'failed':
    case 'insecure':
      return <p>{t(check.state)}</p>;
    case 'checking':
      return <p>{t('progress', { done: format.count(check.done), total: format.count(check.total) })}</p>;
    case 'invalid':
      return <Problems problems={check.problems} format={format} />;
    default:
      return (
        <div className={`border-l-4 pl-4 ${check.state === 'valid' ? 'border-resolved' : 'border-incident'}`}>
          <p className="text-lg font-semibold">{t(check.state)}</p>
          <p className="mt-1">
            {check.state === 'valid'
              ? t('validText', { count: check.files, number: format.count(check.files), key: check.keyId })
              : t('hashesOnlyText')}
          </p>
          {check.head && <Head head={check.head} nameOf={nameOf} format={format} />}
        </div>
      );
  }
}

function Head({ head, nameOf, format }: { head: BundleHead; nameOf: Props['nameOf']; format: Format }) {
  const t = useTranslations('press.check.browser');
  return (
    <p className="mt-1">
      {t(head.isZeroFeed ? 'zeroHead' : 'head', {
        edition: String(head.edition),
        election: nameOf(head.electionId),
        when: format.dayAndTime(Date.parse(head.sealedAt)),
      })}{' '}
      {head.isTest && t('rehearsal')}
    </p>
  );
}

function Problems({ problems, format }: { problems: readonly BundleProblem[]; format: Format }) {
  const t = useTranslations('press.check.browser');
  const textOf = (problem: BundleProblem) => {
    const { kind } = problem;
    if ('path' in problem) return t(`problem.${kind}`, { path: problem.path });
    if ('line' in problem) return t(`problem.${kind}`, { line: String(problem.line) });
    return t(`problem.${kind}`, 'keyId' in problem ? { key: problem.keyId } : {});
  };
  return (
    <div className="border-l-4 border-critical pl-4">
      <p className="text-lg font-semibold">{t('invalid')}</p>
      <ul className="mt-1 list-disc pl-5">
        {problems.slice(0, mostProblems).map((problem) => (
          <li key={textOf(problem)} className="break-words">
            {textOf(problem)}
          </li>
        ))}
      </ul>
      {problems.length > mostProblems && (
        <p className="mt-1">{t('more', { number: format.count(problems.length - mostProblems) })}</p>
      )}
    </div>
  );
}
