import { notFound } from 'next/navigation';

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** Every other address: no such embed, in the language of the path. */
export default function OtherPage() {
  notFound();
}
