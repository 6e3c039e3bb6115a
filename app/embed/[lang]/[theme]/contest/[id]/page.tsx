import { ContestScreen, describeContestEmbed } from '../../../../embedScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

export const generateMetadata = ({ params }: PageProps<'/embed/[lang]/[theme]/contest/[id]'>) =>
  describeContestEmbed(params);

export default function ContestEmbedPage({ params }: PageProps<'/embed/[lang]/[theme]/contest/[id]'>) {
  return <ContestScreen params={params} />;
}
