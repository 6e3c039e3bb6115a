import { notFound } from 'next/navigation';

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** Every other address: the page that says there is none, in the language of the path. */
export default function OtherPage() {
  notFound();
}
