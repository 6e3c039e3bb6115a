import { describeTurnoutEmbed, TurnoutScreen } from '../../../../embedScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

export const generateMetadata = ({ params }: PageProps<'/embed/[lang]/[theme]/map/[code]'>) =>
  describeTurnoutEmbed(params);

export default function MapEmbedPage({ params }: PageProps<'/embed/[lang]/[theme]/map/[code]'>) {
  return <TurnoutScreen params={params} kind="map" />;
}
