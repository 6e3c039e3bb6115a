export type Encoding = 'identity' | 'gzip' | 'br';

/** The smallest encoding that is kept and that the client takes; one with `q=0` it does not. */
export function chooseEncoding(accepted: string, sizes: Record<Encoding, number | null>): Encoding {
  const taken = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
        const quality = parameters.find((parameter) => parameter.startsWith('q='));
        return [name, quality === undefined || Number(quality.slice(2)) > 0] as const;
      }),
  );
  const takes = (encoding: Encoding) => taken.get(encoding) ?? taken.get('*') ?? false;
  return (['br', 'gzip'] as const).find((encoding) => sizes[encoding] !== null && takes(encoding)) ?? 'identity';
}
