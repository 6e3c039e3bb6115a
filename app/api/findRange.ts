/** From `start` to before `end`. */
export interface Range {
  start: number;
  end: number;
}

/** The one range that is asked for; null where the whole is to be sent: none, several, or If-Range names other bytes. */
export function findRange(request: Request, etag: string, size: number): Range | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('range') ?? '');
  const condition = request.headers.get('if-range');
  if (!match || (condition !== null && condition !== etag)) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return start < end ? { start, end } : 'unsatisfiable';
}
